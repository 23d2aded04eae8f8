//! A proposed mapping from the names of the columns, so that a host starts from something that
//! works and edits it. Names are compared whole: a guess from part of a name is worse than none.

use catalog::parse::fold;
use table::{Rows, Table};

use crate::mapping::{Ignored, Mapping, Rule, Target};

/// Targets and the column names that exchanges use for them: the registration labels of Chinese
/// systems first, then English exports. Earlier names are preferred.
const NAMES: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            "id",
            "数据产品标识码",
            "数据资源标识码",
            "产品标识码",
            "产品编号",
            "数据标识",
            "编号",
            "标识码",
            "product_id",
            "identifier",
            "code",
        ],
    ),
    (
        "title",
        &[
            "title",
            "产品名称",
            "数据产品名称",
            "资源名称",
            "数据名称",
            "名称",
            "标题",
            "product_name",
            "name",
        ],
    ),
    ("title.en", &["title_en", "english title", "英文名称"]),
    (
        "description",
        &[
            "description",
            "产品简介",
            "数据摘要",
            "资源摘要",
            "简介",
            "描述",
            "产品描述",
            "摘要",
            "summary",
            "abstract",
            "notes",
            "detail",
            "详情",
        ],
    ),
    (
        "keywords",
        &["keywords", "keyword", "关键字", "关键词", "标签", "tags"],
    ),
    (
        "categories",
        &[
            "category",
            "分类",
            "类别",
            "数据分类",
            "领域名称",
            "类目",
            "主题",
            "theme",
            "categories",
        ],
    ),
    (
        "industries",
        &[
            "industry",
            "行业",
            "行业分类",
            "所属行业",
            "资源所属行业分类",
        ],
    ),
    (
        "productType",
        &["product_type", "产品类型", "数据类型", "type"],
    ),
    (
        "provider",
        &[
            "provider",
            "提供方名称",
            "数据提供方",
            "提供方",
            "供应商",
            "供方",
            "公司名称",
            "company_name",
            "company",
            "supplier",
            "publisher",
            "vendor",
        ],
    ),
    (
        "rightsHolder",
        &["rights_holder", "资源持有方", "持有方", "权利人"],
    ),
    (
        "exchange",
        &["exchange", "交易所", "所属交易所", "所属空间"],
    ),
    (
        "offers",
        &[
            "price",
            "价格",
            "售价",
            "数据价格",
            "报价",
            "定价",
            "计费方式",
            "计量方式",
            "price_text",
        ],
    ),
    ("x-delivery", &["delivery", "交付方式", "offer_type"]),
    (
        "landingPage",
        &[
            "url",
            "link",
            "链接",
            "网址",
            "地址",
            "详情链接",
            "landing_page",
            "landingpage",
        ],
    ),
    (
        "issued",
        &[
            "issued",
            "list_time",
            "上架时间",
            "发布日期",
            "发布时间",
            "申请时间",
            "created",
            "create_time",
            "挂牌日期",
        ],
    ),
    (
        "modified",
        &[
            "modified",
            "updated",
            "update_time",
            "更新时间",
            "更新日期",
            "修改时间",
        ],
    ),
    (
        "updateFrequency",
        &["update_frequency", "更新频率", "更新周期", "frequency"],
    ),
    (
        "temporal",
        &["temporal", "覆盖时间范围", "时间范围", "数据时间"],
    ),
    (
        "spatial",
        &[
            "coverage",
            "spatial",
            "覆盖范围",
            "地域分类",
            "空间范围",
            "覆盖区域",
        ],
    ),
    (
        "extent",
        &["storage", "size", "数据规模", "数据量", "大小", "extent"],
    ),
    ("format", &["format", "数据格式", "资源格式", "格式"]),
    (
        "intendedUse",
        &["use_case", "应用场景", "用途", "intended_use"],
    ),
    (
        "usageRestrictions",
        &["limit", "使用限制", "开发利用条件", "限制", "restrictions"],
    ),
    ("contact.name", &["contact", "联系人"]),
    (
        "contact.tel",
        &["phone", "tel", "联系电话", "联系方式", "电话"],
    ),
    ("contact.email", &["email", "mail", "邮箱", "电子邮箱"]),
    ("x-gradingLevel", &["数据级别", "数据分级", "level"]),
    ("x-personalInformation", &["是否涉及个人信息"]),
];

/// Separators of lists inside one cell, by target.
const SPLIT: &[(&str, &[&str])] = &[
    ("keywords", &[",", "，", ";", "；", "、"]),
    ("categories", &[",", "，", ";", "；"]),
    ("industries", &[",", "，", ";", "；"]),
];

/// A mapping for a table whose columns have common names; `None` when nothing looks like a
/// title. The other columns stand under `ignore` with the reason "not recognised", so that the
/// host sees all of them.
#[must_use]
pub fn guess_mapping(table: &Table) -> Option<Mapping> {
    let columns: Vec<&str> = table
        .columns()
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    let mut mapping = Mapping {
        language: language(table),
        ..Mapping::default()
    };
    if mapping.language == "en" {
        mapping.currency = "USD".to_owned();
    }
    let mut used: Vec<&str> = Vec::new();
    for (target, names) in NAMES {
        let column = names.iter().find_map(|name| {
            columns
                .iter()
                .find(|column| fold(column) == *name && !used.contains(*column))
                .copied()
        });
        if let (Some(column), Some(target)) = (column, Target::parse(target)) {
            used.push(column);
            mapping
                .fields
                .push((target.clone(), vec![rule(column, &target)]));
        }
    }
    let has_title = mapping
        .fields
        .iter()
        .any(|(target, _)| *target == Target::Known("title"));
    mapping.ignore = columns
        .iter()
        .filter(|column| !used.contains(*column))
        .map(|column| Ignored {
            from: (*column).to_owned(),
            reason: "not recognised".to_owned(),
        })
        .collect();
    has_title.then_some(mapping)
}

fn rule(column: &str, target: &Target) -> Rule {
    let name = target.name();
    let split = SPLIT.iter().find(|(known, _)| *known == name);
    let mut rule = Rule::column(column);
    rule.split = split
        .map(|(_, signs)| signs.iter().map(|sign| (*sign).to_owned()).collect())
        .unwrap_or_default();
    if name == "productType" {
        rule.map = PRODUCT_TYPES
            .iter()
            .map(|(from, to)| ((*from).to_owned(), Some((*to).to_owned())))
            .collect();
    }
    rule
}

/// Kinds of product as exchanges name them (`product.md` §2), and the model's word.
const PRODUCT_TYPES: &[(&str, &str)] = &[
    ("数据集", "dataset"),
    ("API数据", "api"),
    ("API产品", "api"),
    ("数据应用", "application"),
    ("数据报告", "report"),
    ("分析报告", "report"),
    ("数据指数", "report"),
    ("模型算法", "model"),
    ("数据服务", "service"),
    ("解决方案", "service"),
    ("数据工具", "tool"),
];

/// Chinese when the first rows hold Han characters, else English.
fn language(table: &Table) -> String {
    let han = (0..table.len().min(20))
        .flat_map(|row| table.row(row))
        .any(|cell| {
            cell.text()
                .is_some_and(|text| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
        });
    if han { "zh" } else { "en" }.to_owned()
}
