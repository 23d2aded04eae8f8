//! Names of industries become section letters of GB/T 4754-2017 (`model.md` §B rule 9).

use super::fold::fold;

/// The sections with the names and short names that listings use for them. The national name
/// comes first, the English one last.
const SECTIONS: &[(&str, &[&str])] = &[
    (
        "A",
        &[
            "农、林、牧、渔业",
            "农林牧渔",
            "农林牧渔业",
            "农业",
            "Agriculture, forestry, animal husbandry, fishery",
        ],
    ),
    ("B", &["采矿业", "采矿", "Mining"]),
    ("C", &["制造业", "制造", "先进制造", "Manufacturing"]),
    (
        "D",
        &[
            "电力、热力、燃气及水生产和供应业",
            "电力、热力、燃气及水的生产和供应业",
            "能源/电力",
            "Power, heat, gas, water",
        ],
    ),
    ("E", &["建筑业", "建筑", "Construction"]),
    (
        "F",
        &[
            "批发和零售业",
            "批发零售",
            "批发零售业",
            "贸易",
            "Wholesale and retail",
        ],
    ),
    (
        "G",
        &[
            "交通运输、仓储和邮政业",
            "交通运输",
            "交通运输业",
            "交通/出行",
            "航运交通",
            "Transport, storage, post",
        ],
    ),
    (
        "H",
        &[
            "住宿和餐饮业",
            "住宿餐饮",
            "住宿餐饮业",
            "Accommodation, catering",
        ],
    ),
    (
        "I",
        &[
            "信息传输、软件和信息技术服务业",
            "信息技术",
            "互联网/IT/电子/通信",
            "互联网/IT/AI",
            "运营商",
            "Information transmission, software, IT services",
        ],
    ),
    ("J", &["金融业", "金融", "Finance"]),
    ("K", &["房地产业", "房地产", "Real estate"]),
    (
        "L",
        &["租赁和商务服务业", "租赁商务", "Leasing, business services"],
    ),
    (
        "M",
        &[
            "科学研究和技术服务业",
            "科学研究",
            "科研技术",
            "Scientific research, technical services",
        ],
    ),
    (
        "N",
        &[
            "水利、环境和公共设施管理业",
            "气象/环境",
            "Water, environment, public facilities",
        ],
    ),
    (
        "O",
        &[
            "居民服务、修理和其他服务业",
            "居民服务、修理和其他服务",
            "Resident, repair and other services",
        ],
    ),
    ("P", &["教育", "教育业", "Education"]),
    (
        "Q",
        &[
            "卫生和社会工作",
            "医疗/健康",
            "医疗健康",
            "Health, social work",
        ],
    ),
    (
        "R",
        &[
            "文化、体育和娱乐业",
            "文化体育",
            "Culture, sports, entertainment",
        ],
    ),
    (
        "S",
        &[
            "公共管理、社会保障和社会组织",
            "公共管理",
            "政府/公共",
            "Public administration, social security, social organisations",
        ],
    ),
    ("T", &["国际组织", "International organisations"]),
];

/// The section letter of an industry's name, or the code itself (`I`, `I65`); `None` when the
/// name is not one of the classification. Never a guess from part of a name.
#[must_use]
pub fn industry(name: &str) -> Option<String> {
    let folded = fold(name);
    let code = folded.to_ascii_uppercase();
    if is_code(&code) {
        return Some(code);
    }
    SECTIONS
        .iter()
        .find(|(_, names)| names.iter().any(|name| fold(name) == folded))
        .map(|(letter, _)| (*letter).to_owned())
}

/// `^[A-T]([0-9]{2,4})?$`
fn is_code(code: &str) -> bool {
    let digits = code.get(1..).unwrap_or_default();
    code.starts_with(|c: char| c.is_ascii_uppercase() && c <= 'T')
        && (digits.is_empty() || (2..=4).contains(&digits.len()))
        && digits.bytes().all(|b| b.is_ascii_digit())
}
