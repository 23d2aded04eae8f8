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
    About, Coin, Currency, Dash, Dollar, Each, Free, From, Label, Negotiable, Not, Offline, Once,
    Online, Per, Share, Tax, Times, Trial, Unit as U, UpTo, Usage, Yuan,
};

/// Every known word in folded form ([`super::fold`]). The longest that fits wins.
pub(super) const WORDS: &[(&str, Word)] = &[
    // Powers of ten
    ("百", Times(2)), ("千", Times(3)), ("万", Times(4)), ("萬", Times(4)), ("百万", Times(6)),
    ("千万", Times(7)), ("亿", Times(8)), ("億", Times(8)), ("w", Times(4)), ("k", Times(3)),
    ("thousand", Times(3)), ("million", Times(6)), ("billion", Times(9)),
    // Money
    ("元", Yuan), ("圆", Yuan), ("块", Yuan), ("块钱", Yuan), ("元整", Yuan), ("$", Dollar),
    ("dollars", Dollar), ("dollar", Dollar), ("人民币", Currency("CNY")), ("元人民币", Currency("CNY")),
    ("rmb", Currency("CNY")), ("cny", Currency("CNY")), ("yuan", Currency("CNY")),
    ("¥", Yuan), ("美元", Currency("USD")), ("美金", Currency("USD")), ("us$", Currency("USD")),
    ("usd", Currency("USD")), ("us dollars", Currency("USD")), ("港元", Currency("HKD")),
    ("港币", Currency("HKD")), ("hk$", Currency("HKD")), ("hkd", Currency("HKD")),
    ("新台币", Currency("TWD")), ("新臺幣", Currency("TWD")), ("nt$", Currency("TWD")),
    ("ntd", Currency("TWD")), ("twd", Currency("TWD")), ("澳门元", Currency("MOP")),
    ("mop", Currency("MOP")), ("新加坡元", Currency("SGD")), ("新元", Currency("SGD")),
    ("s$", Currency("SGD")), ("sgd", Currency("SGD")), ("欧元", Currency("EUR")),
    ("€", Currency("EUR")), ("eur", Currency("EUR")), ("euro", Currency("EUR")),
    ("euros", Currency("EUR")), ("英镑", Currency("GBP")), ("£", Currency("GBP")),
    ("gbp", Currency("GBP")), ("日元", Currency("JPY")), ("円", Currency("JPY")),
    ("jpy", Currency("JPY")), ("yen", Currency("JPY")), ("韩元", Currency("KRW")),
    ("krw", Currency("KRW")), ("₩", Currency("KRW")), ("aud", Currency("AUD")),
    ("a$", Currency("AUD")), ("cad", Currency("CAD")), ("c$", Currency("CAD")),
    ("chf", Currency("CHF")), ("inr", Currency("INR")), ("₹", Currency("INR")),
    ("角", Coin(-1)), ("毛", Coin(-1)), ("分", Coin(-2)), ("分钱", Coin(-2)),
    // Units
    ("次", U(Unit::Call)), ("次调用", U(Unit::Call)), ("次查询", U(Unit::Call)),
    ("笔", U(Unit::Call)), ("call", U(Unit::Call)), ("calls", U(Unit::Call)),
    ("api call", U(Unit::Call)), ("api calls", U(Unit::Call)), ("request", U(Unit::Call)),
    ("requests", U(Unit::Call)), ("query", U(Unit::Call)), ("queries", U(Unit::Call)),
    ("lookup", U(Unit::Call)), ("lookups", U(Unit::Call)),
    ("条", U(Unit::Record)), ("条数据", U(Unit::Record)), ("条记录", U(Unit::Record)),
    ("行", U(Unit::Record)), ("record", U(Unit::Record)), ("records", U(Unit::Record)),
    ("row", U(Unit::Record)), ("rows", U(Unit::Record)),
    ("kb", U(Unit::Volume("KB"))), ("mb", U(Unit::Volume("MB"))),
    ("兆", U(Unit::Volume("MB"))), ("gb", U(Unit::Volume("GB"))),
    ("tb", U(Unit::Volume("TB"))),
    ("半年", U(Unit::Months(6))), ("年", U(Unit::Months(12))), ("年度", U(Unit::Months(12))),
    ("year", U(Unit::Months(12))), ("years", U(Unit::Months(12))), ("yr", U(Unit::Months(12))),
    ("annum", U(Unit::Months(12))), ("季", U(Unit::Months(3))), ("季度", U(Unit::Months(3))),
    ("quarter", U(Unit::Months(3))), ("月", U(Unit::Months(1))), ("个月", U(Unit::Months(1))),
    ("month", U(Unit::Months(1))), ("months", U(Unit::Months(1))), ("mo", U(Unit::Months(1))),
    ("周", U(Unit::Weeks)), ("星期", U(Unit::Weeks)), ("week", U(Unit::Weeks)),
    ("weeks", U(Unit::Weeks)), ("天", U(Unit::Days)), ("日", U(Unit::Days)),
    ("day", U(Unit::Days)), ("days", U(Unit::Days)),
    ("份", U(Unit::Copy)), ("套", U(Unit::Copy)), ("本", U(Unit::Copy)), ("部", U(Unit::Copy)),
    ("copy", U(Unit::Copy)), ("report", U(Unit::Copy)), ("dataset", U(Unit::Copy)),
    ("小时", U(Unit::Other("hour"))), ("时", U(Unit::Other("hour"))),
    ("hour", U(Unit::Other("hour"))), ("hours", U(Unit::Other("hour"))),
    ("hr", U(Unit::Other("hour"))), ("分钟", U(Unit::Other("minute"))),
    ("minute", U(Unit::Other("minute"))), ("个", U(Unit::Other("item"))),
    ("项", U(Unit::Other("item"))), ("件", U(Unit::Other("item"))),
    ("item", U(Unit::Other("item"))), ("items", U(Unit::Other("item"))),
    ("张", U(Unit::Other("image"))), ("幅", U(Unit::Other("image"))),
    ("景", U(Unit::Other("image"))), ("image", U(Unit::Other("image"))),
    ("images", U(Unit::Other("image"))), ("人", U(Unit::Other("person"))),
    ("户", U(Unit::Other("household"))), ("家", U(Unit::Other("company"))),
    ("企业", U(Unit::Other("company"))), ("账号", U(Unit::Other("account"))),
    ("用户", U(Unit::Other("account"))), ("user", U(Unit::Other("account"))),
    ("users", U(Unit::Other("account"))), ("seat", U(Unit::Other("account"))),
    ("篇", U(Unit::Other("document"))), ("平方公里", U(Unit::Other("km2"))),
    ("km2", U(Unit::Other("km2"))), ("亩", U(Unit::Other("mu"))), ("台", U(Unit::Other("device"))),
    ("辆", U(Unit::Other("vehicle"))), ("token", U(Unit::Other("token"))),
    ("tokens", U(Unit::Other("token"))),
    // The stroke
    ("/", Per), ("每", Per), ("per", Per), ("按", Per), ("包", Per),
    ("包年", Each(Unit::Months(12))), ("包月", Each(Unit::Months(1))),
    ("年费", Each(Unit::Months(12))), ("月费", Each(Unit::Months(1))),
    ("yearly", Each(Unit::Months(12))), ("annually", Each(Unit::Months(12))),
    ("annual", Each(Unit::Months(12))), ("a year", Each(Unit::Months(12))),
    ("monthly", Each(Unit::Months(1))), ("a month", Each(Unit::Months(1))),
    ("weekly", Each(Unit::Weeks)), ("a week", Each(Unit::Weeks)), ("daily", Each(Unit::Days)),
    ("a day", Each(Unit::Days)), ("each", Each(Unit::Other("item"))),
    // Ranges and bounds
    ("-", Dash), ("--", Dash), ("~", Dash), ("至", Dash), ("到", Dash), ("to", Dash),
    ("起", From), ("起售", From), ("起步", From), ("以上", From), ("及以上", From), ("起价", From),
    ("不低于", From), ("最低", From), ("+", From), ("from", From), ("starting at", From),
    ("starting from", From), ("at least", From), ("and up", From),
    ("以内", UpTo), ("以下", UpTo), ("不超过", UpTo), ("不高于", UpTo), ("最高", UpTo),
    ("up to", UpTo), ("at most", UpTo), ("约", About), ("大约", About), ("左右", About),
    ("about", About), ("approx", About), ("approximately", About), ("around", About),
    ("含税", Tax(true)), ("不含税", Tax(false)), ("未税", Tax(false)), ("incl tax", Tax(true)),
    ("tax included", Tax(true)), ("incl. tax", Tax(true)), ("excl tax", Tax(false)),
    ("excl. tax", Tax(false)), ("tax excluded", Tax(false)), ("plus tax", Tax(false)),
    // Free
    ("免费", Free), ("免費", Free), ("无偿", Free), ("不收费", Free), ("零元免费", Free),
    ("free", Free), ("free of charge", Free), ("gratis", Free), ("no charge", Free),
    ("试用", Trial), ("免费试用", Trial), ("体验", Trial), ("免费体验", Trial), ("trial", Trial),
    ("free trial", Trial), ("freemium", Trial),
    // Negotiable
    ("面议", Negotiable), ("面談", Negotiable), ("面谈", Negotiable), ("议价", Negotiable),
    ("可议", Negotiable), ("另议", Negotiable), ("电议", Negotiable), ("协商", Negotiable),
    ("协议", Negotiable), ("商议", Negotiable), ("洽谈", Negotiable), ("详谈", Negotiable),
    ("一事一议", Negotiable), ("一单一议", Negotiable), ("一客一议", Negotiable),
    ("一企一议", Negotiable), ("一户一议", Negotiable), ("一议", Negotiable), ("询价", Negotiable),
    ("咨询", Negotiable), ("联系客服", Negotiable), ("联系我们", Negotiable),
    ("联系供方", Negotiable), ("联系卖家", Negotiable), ("按需收费", Negotiable),
    ("按需定价", Negotiable), ("按需报价", Negotiable), ("定制报价", Negotiable),
    ("negotiable", Negotiable), ("negotiate", Negotiable), ("negotiated", Negotiable),
    ("negotiation", Negotiable), ("to be negotiated", Negotiable), ("contact", Negotiable),
    ("on request", Negotiable), ("upon request", Negotiable), ("on application", Negotiable),
    ("poa", Negotiable), ("quote", Negotiable), ("quotation", Negotiable), ("enquire", Negotiable),
    ("线下", Offline), ("線下", Offline), ("离线", Offline), ("offline", Offline),
    ("线上", Online), ("線上", Online), ("在线", Online), ("online", Online),
    // Other ways to bill
    ("一次性", Once), ("买断", Once), ("一口价", Once), ("one-time", Once), ("one time", Once),
    ("one-off", Once), ("lump sum", Once), ("分成", Share), ("分润", Share),
    ("revenue share", Share), ("revenue sharing", Share), ("按套餐计费", Usage),
    ("按套餐", Usage), ("查得计费", Usage), ("按量计费", Usage), ("按量付费", Usage),
    ("按使用量", Usage), ("usage-based", Usage), ("pay as you go", Usage), ("pay-as-you-go", Usage),
    ("非", Not), ("不", Not), ("not", Not), ("no", Not), ("收费", Label), ("计费", Label),
    ("付费", Label), ("价格", Label), ("售价", Label), ("单价", Label), ("定价", Label),
    ("报价", Label), ("费用", Label), ("总价", Label), ("现价", Label), ("原价", Label),
    ("price", Label), ("pricing", Label), ("fee", Label), ("cost", Label), ("only", Label),
];

/// The longest word that `text` (folded) begins with, and its length in bytes. `before` is the
/// character in front: an English word must not begin or end inside another.
pub(super) fn longest(text: &str, before: Option<char>) -> Option<(Word, usize)> {
    let inside = before.is_some_and(|c| c.is_ascii_alphabetic());
    WORDS
        .iter()
        .filter(|(spelling, _)| text.starts_with(spelling))
        .filter(|(spelling, _)| {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            let after = text.get(spelling.len()..).and_then(|rest| rest.chars().next());
            !(letter(spelling.chars().next()) && inside)
                && !(letter(spelling.chars().next_back()) && letter(after))
        })
        .max_by_key(|(spelling, _)| spelling.len())
        .map(|(spelling, word)| (*word, spelling.len()))
}
