//! Whether the words of a coverage column name a place. Such columns also hold systems, trades
//! and customers (`LINUX操作系统`, `黄金交易行业`), which are no places to filter by.

use super::fold::fold;
use super::letters::is_letter_or_digit;

/// Words that are a place by themselves.
const NAMES: &[&str] = &[
    "全国",
    "全球",
    "中国",
    "国内",
    "境内",
    "世界",
    "内地",
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "石家庄",
    "太原",
    "沈阳",
    "长春",
    "哈尔滨",
    "南京",
    "杭州",
    "合肥",
    "福州",
    "南昌",
    "济南",
    "郑州",
    "武汉",
    "长沙",
    "广州",
    "海口",
    "成都",
    "贵阳",
    "昆明",
    "西安",
    "兰州",
    "西宁",
    "南宁",
    "拉萨",
    "银川",
    "乌鲁木齐",
    "深圳",
    "厦门",
    "青岛",
    "大连",
    "宁波",
    "苏州",
    "亚洲",
    "欧洲",
    "非洲",
    "美洲",
    "亚太",
    "华东",
    "华南",
    "华北",
    "华中",
    "西南",
    "西北",
    "东北",
    "长三角",
    "珠三角",
    "京津冀",
    "大湾区",
    "china",
    "worldwide",
    "global",
    "asia",
    "europe",
];

/// What the name of a place ends with.
const ENDS: &[&str] = &[
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "村",
    "岛",
    "国",
    "洲",
    "海域",
    "流域",
    "高速公路",
    "境内",
    "范围内",
    "各地",
];

/// Most characters of one name.
const LONGEST: usize = 12;
/// Most characters of a bare name in a list where another is known: 深圳、佛山、东莞.
const SHORT: usize = 4;

/// Whether `text` names a place, or is a list of places. A remark in brackets at the
/// end is passed over. In doubt it does not: the words are shown all the same.
#[must_use]
pub fn is_place(text: &str) -> bool {
    let folded = fold(text);
    let remark = folded
        .ends_with(')')
        .then(|| folded.split_once('('))
        .flatten();
    let bare = remark.map_or(folded.as_str(), |(bare, _)| bare);
    let cut = |c: char| c.is_whitespace() || matches!(c, '、' | ',' | ';' | '/');
    let parts: Vec<&str> = bare.split(cut).filter(|part| !part.is_empty()).collect();
    let known = |part: &&str| {
        let named = NAMES.contains(part) || ENDS.iter().any(|end| is_called(part, end));
        named && part.chars().count() <= LONGEST
    };
    let short = |part: &&str| {
        part.chars().count() <= SHORT
            && part.chars().all(|c| !c.is_ascii() && is_letter_or_digit(c))
    };
    parts.iter().any(known) && parts.iter().all(|part| known(part) || short(part))
}

/// Whether `part` is a name with this ending: something before it, and no number.
fn is_called(part: &str, end: &str) -> bool {
    part.strip_suffix(end)
        .is_some_and(|name| !name.is_empty() && !name.contains(|c: char| c.is_ascii_digit()))
}
