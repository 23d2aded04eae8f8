//! The words of price texts, Chinese and English, each with what it means. A new word is one row.

use super::unit::Unit;

/// What a word does in a price text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A power of ten behind a number: 万 is 4.
    Times(i32),
    /// An ISO 4217 code.
    Currency(&'static str),
    /// `元`, whose country is that of the exchange.
    Yuan,
    /// `$`, whose country is that of the exchange.
    Dollar,
    /// A tenth or a hundredth of a yuan, as a power of ten.
    Coin(i32),
    Unit(Unit),
    /// The stroke in `元/次`; what follows is the unit.
    Per,
    /// A word that is the stroke and the unit at once: 包年.
    Each(Unit),
    /// The sign between two ends of a range.
    Dash,
    From,
    UpTo,
    About,
    Tax(bool),
    Free,
    /// A word beside free that sets no condition: 免费提供, available free of charge.
    Plain,
    /// A word that limits what a word before it said: 免费，仅限科研.
    Limit,
    Trial,
    Negotiable,
    Offline,
    Online,
    Once,
    Share,
    /// A billing rule without an amount: 按套餐计费.
    Usage,
    Not,
    /// A word that says only that this is a price.
    Label,
}

use Word::{
    About, Coin, Currency, Dash, Dollar, Each, Free, From, Label, Limit, Negotiable, Not, Offline,
    Once, Online, Per, Plain, Share, Tax, Times, Trial, Unit as U, UpTo, Usage, Yuan,
};

/// Every known word in folded form ([`super::fold`]), by meaning. The longest that fits wins.
pub(super) const WORDS: &[(Word, &[&str])] = &[
    (Times(2), &["百"]),
    (Times(3), &["千", "k", "thousand"]),
    (Times(4), &["万", "萬", "w"]),
    (Times(6), &["百万", "million"]),
    (Times(7), &["千万"]),
    (Times(8), &["亿", "億"]),
    (Times(9), &["billion"]),
    (Yuan, &["元", "圆", "块", "块钱", "元整", "¥"]),
    (Dollar, &["$", "dollars", "dollar"]),
    (
        Currency("CNY"),
        &["人民币", "元人民币", "rmb", "cny", "yuan"],
    ),
    (
        Currency("USD"),
        &["美元", "美金", "us$", "usd", "us dollars"],
    ),
    (Currency("HKD"), &["港元", "港币", "hk$", "hkd"]),
    (Currency("TWD"), &["新台币", "新臺幣", "nt$", "ntd", "twd"]),
    (Currency("MOP"), &["澳门元", "mop"]),
    (Currency("SGD"), &["新加坡元", "新元", "s$", "sgd"]),
    (Currency("EUR"), &["欧元", "€", "eur", "euro", "euros"]),
    (Currency("GBP"), &["英镑", "£", "gbp"]),
    (Currency("JPY"), &["日元", "円", "jpy", "yen"]),
    (Currency("KRW"), &["韩元", "krw", "₩"]),
    (Currency("AUD"), &["aud", "a$"]),
    (Currency("CAD"), &["cad", "c$"]),
    (Currency("CHF"), &["chf"]),
    (Currency("INR"), &["inr", "₹"]),
    (Coin(-1), &["角", "毛"]),
    (Coin(-2), &["分", "分钱"]),
    (
        U(Unit::Call),
        &[
            "次",
            "次调用",
            "次查询",
            "笔",
            "call",
            "calls",
            "api call",
            "api calls",
            "request",
            "requests",
            "query",
            "queries",
            "lookup",
            "lookups",
        ],
    ),
    (
        U(Unit::Record),
        &[
            "条",
            "条数据",
            "条记录",
            "行",
            "record",
            "records",
            "row",
            "rows",
        ],
    ),
    (U(Unit::Volume("KB")), &["kb"]),
    (U(Unit::Volume("MB")), &["mb", "兆"]),
    (U(Unit::Volume("GB")), &["gb"]),
    (U(Unit::Volume("TB")), &["tb"]),
    (U(Unit::Months(6)), &["半年"]),
    (
        U(Unit::Months(12)),
        &["年", "年度", "year", "years", "yr", "annum"],
    ),
    (U(Unit::Months(3)), &["季", "季度", "quarter"]),
    (U(Unit::Months(1)), &["月", "个月", "month", "months", "mo"]),
    (U(Unit::Weeks), &["周", "星期", "week", "weeks"]),
    (U(Unit::Days), &["天", "日", "day", "days"]),
    (
        U(Unit::Copy),
        &["份", "套", "本", "部", "copy", "report", "dataset"],
    ),
    (
        U(Unit::Other("hour")),
        &["小时", "时", "hour", "hours", "hr"],
    ),
    (U(Unit::Other("minute")), &["分钟", "minute"]),
    (U(Unit::Other("item")), &["个", "项", "件", "item", "items"]),
    (
        U(Unit::Other("image")),
        &["张", "幅", "景", "image", "images"],
    ),
    (U(Unit::Other("person")), &["人"]),
    (U(Unit::Other("household")), &["户"]),
    (U(Unit::Other("company")), &["家", "企业"]),
    (
        U(Unit::Other("account")),
        &["账号", "用户", "user", "users", "seat"],
    ),
    (U(Unit::Other("document")), &["篇"]),
    (U(Unit::Other("km2")), &["平方公里", "km2"]),
    (U(Unit::Other("mu")), &["亩"]),
    (U(Unit::Other("device")), &["台"]),
    (U(Unit::Other("vehicle")), &["辆"]),
    (U(Unit::Other("token")), &["token", "tokens"]),
    (Per, &["/", "每", "per", "按", "包"]),
    (
        Each(Unit::Months(12)),
        &["包年", "年费", "yearly", "annually", "annual", "a year"],
    ),
    (
        Each(Unit::Months(1)),
        &["包月", "月费", "monthly", "a month"],
    ),
    (Each(Unit::Weeks), &["weekly", "a week"]),
    (Each(Unit::Days), &["daily", "a day"]),
    (Each(Unit::Other("item")), &["each"]),
    (Dash, &["-", "--", "~", "至", "到", "to"]),
    (
        From,
        &[
            "起",
            "起售",
            "起步",
            "以上",
            "及以上",
            "起价",
            "不低于",
            "最低",
            "+",
            "from",
            "starting at",
            "starting from",
            "at least",
            "and up",
        ],
    ),
    (
        UpTo,
        &[
            "以内",
            "以下",
            "不超过",
            "不高于",
            "最高",
            "up to",
            "at most",
        ],
    ),
    (
        About,
        &[
            "约",
            "大约",
            "左右",
            "about",
            "approx",
            "approximately",
            "around",
        ],
    ),
    (
        Tax(true),
        &["含税", "incl tax", "tax included", "incl. tax"],
    ),
    (
        Tax(false),
        &[
            "不含税",
            "未税",
            "excl tax",
            "excl. tax",
            "tax excluded",
            "plus tax",
        ],
    ),
    (
        Free,
        &[
            "免费",
            "免費",
            "无偿",
            "不收费",
            "零元免费",
            "free",
            "free of charge",
            "gratis",
            "no charge",
        ],
    ),
    (
        Plain,
        &[
            "提供",
            "开放",
            "公开",
            "共享",
            "使用",
            "获取",
            "下载",
            "访问",
            "查看",
            "永久",
            "长期",
            "有效",
            "完全",
            "全部",
            "向社会",
            "对外",
            "数据",
            "产品",
            "可",
            "的",
            "is",
            "are",
            "access",
            "download",
            "use",
            "open",
            "data",
            "fully",
            "always",
        ],
    ),
    (Plain, &["available", "completely", "for everyone"]),
    (
        Limit,
        &[
            "仅", "限", "只", "首", "前", "后", "内", "期间", "超出", "超过", "部分", "除", "如",
            "limited", "first", "until", "then", "after", "except", "if", "while", "during",
        ],
    ),
    (
        Trial,
        &[
            "试用",
            "免费试用",
            "体验",
            "免费体验",
            "trial",
            "free trial",
            "freemium",
        ],
    ),
    (
        Negotiable,
        &[
            "面议",
            "面談",
            "面谈",
            "议价",
            "可议",
            "另议",
            "电议",
            "协商",
            "协议",
            "商议",
            "洽谈",
            "详谈",
            "一事一议",
            "一单一议",
            "一客一议",
            "一企一议",
            "一户一议",
            "一议",
            "询价",
            "咨询",
            "联系客服",
            "联系我们",
            "联系供方",
            "联系卖家",
            "按需收费",
            "按需定价",
            "按需报价",
            "定制报价",
            "negotiable",
            "negotiate",
            "negotiated",
            "negotiation",
            "to be negotiated",
            "contact",
            "on request",
            "upon request",
            "on application",
            "poa",
            "quote",
            "quotation",
            "enquire",
        ],
    ),
    (Offline, &["线下", "線下", "离线", "offline"]),
    (Online, &["线上", "線上", "在线", "online"]),
    (
        Once,
        &[
            "一次性",
            "买断",
            "一口价",
            "one-time",
            "one time",
            "one-off",
            "lump sum",
        ],
    ),
    (Share, &["分成", "分润", "revenue share", "revenue sharing"]),
    (
        Usage,
        &[
            "按套餐计费",
            "按套餐",
            "查得计费",
            "按量计费",
            "按量付费",
            "按使用量",
            "usage-based",
            "pay as you go",
            "pay-as-you-go",
        ],
    ),
    (Not, &["非", "不", "not", "no"]),
    (
        Label,
        &[
            "收费", "计费", "付费", "价格", "售价", "单价", "定价", "报价", "费用", "总价", "现价",
            "原价", "price", "pricing", "fee", "cost", "only",
        ],
    ),
];

/// The longest word that `text` (folded) begins with, and its length in bytes. `before` is the
/// character in front: an English word must not begin or end inside another.
pub(super) fn longest(text: &str, before: Option<char>) -> Option<(Word, usize)> {
    let inside = before.is_some_and(|c| c.is_ascii_alphabetic());
    WORDS
        .iter()
        .flat_map(|(word, spellings)| spellings.iter().map(move |spelling| (*spelling, *word)))
        .filter(|(spelling, _)| text.starts_with(spelling))
        .filter(|(spelling, _)| {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            let after = text
                .get(spelling.len()..)
                .and_then(|rest| rest.chars().next());
            let begins_inside = letter(spelling.chars().next()) && inside;
            let ends_inside = letter(spelling.chars().next_back()) && letter(after);
            !begins_inside && !ends_inside
        })
        .max_by_key(|(spelling, _)| spelling.len())
        .map(|(spelling, word)| (word, spelling.len()))
}
