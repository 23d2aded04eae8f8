//! Words for what readers repaired, doubted or dropped. A code without words here is shown
//! as it is, so that a new notice is never lost; `tests/notice_words.rs` finds it.

use super::{Lang, table_notice};
use catalog::Notice;
use serde::{Deserialize as _, de::{IntoDeserializer as _, value::Error}};
use table::Code;

/// What a notice of a catalog, a sheet or the configuration means, and the value to show
/// beside it, where the sentence does not have it already.
pub(crate) fn catalog_notice(notice: &Notice, lang: Lang) -> (String, String) {
    match catalog_words(&notice.code) {
        Some((zh, en)) => (lang.pick(zh, en).to_owned(), notice.data.clone()),
        None => match of_table(notice, lang) {
            Some(words) => (words, String::new()),
            None => (notice.code.replace('-', " "), notice.data.clone()),
        },
    }
}

/// The sentence of a code in both languages.
fn catalog_words(code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        // The file as a whole.
        "no-head" => ("文件里只有挂牌，没有目录的外层", "Listings without a catalogue around them"),
        "version-not-known" => ("格式版本不认识，照 0.1 读", "Unknown format version; read as 0.1"),
        "language-guessed" => ("没写默认语言，按文字推断", "No default language is stated; taken from the texts"),
        "bad-line" => ("这一行不是 JSON，已略过", "A line that is not JSON was left out"),
        "more-notices" => ("还有更多，没有逐条列出", "There are more, not listed one by one"),
        "more-of-the-same" => ("同样的情况还有", "More of the same"),
        "list-cut" => ("列表太长，只读了前面的", "The list is too long; only its beginning was read"),
        "missing-member" => ("缺少必填的一项", "A required member is missing"),
        "unknown-member" => ("格式里没有这一项，已略过", "The format has no such member; left out"),
        "null-value" => ("写着 null，当作没写", "Null; counts as not given"),
        "wrong-type" => ("值的类型不对（应为：实际）", "Another kind of value is due (expected: found)"),
        "unknown-token" => ("不是允许的词，当作未说明", "None of the allowed words; counts as not stated"),
        "empty-text" => ("文字是空的", "An empty text"),
        "empty-list" => ("至少要有一项，却是空的", "A list that needs an item has none"),
        "repeated-item" => ("同一项写了两遍", "The same item twice"),
        "bad-language-tag" => ("不是语言标签", "Not a language tag"),
        "language-tag-repaired" => ("语言标签改成了通用写法", "Language tag read as the usual one"),
        "not-a-count" => ("不是自然数", "Not a whole number"),
        "negative-number" => ("负数，已略过", "A negative number was left out"),
        "not-a-decimal" => ("金额应写成加引号的十进制数", "An amount must be decimal digits in quotes"),
        "not-hexadecimal" => ("不是十六进制数字", "Not hexadecimal digits"),
        "not-a-digest" => ("不是 SHA-256 摘要", "Not a SHA-256 digest"),
        "bad-email" => ("不是邮箱地址", "Not a mail address"),
        "bad-uscc" => ("不是统一社会信用代码", "Not a unified social credit code"),
        "bad-country" => ("不是国家代码", "Not a country code"),
        "bad-admin-code" => ("不是 GB/T 2260 代码", "Not a GB/T 2260 code"),
        "bad-subdivision" => ("不是 ISO 3166-2 代码", "Not an ISO 3166-2 code"),
        "box-off-the-globe" => ("经纬度范围不在地球上，已略过", "A box off the globe was left out"),
        "unknown-industry" => ("不是 GB/T 4754 行业", "Not an industry of GB/T 4754"),
        "unknown-frequency" => ("不是格式里的更新频率", "Not an update promise of the format"),
        "bad-duration" => ("不是 ISO 8601 时长", "Not an ISO 8601 duration"),
        // Ids and references.
        "bad-id" => ("编号含不允许的字符，换成了稳定的编号，原编号仍保留", "Id not usable; replaced by a stable one, the original is kept"),
        "duplicate-id" => ("编号重复，后一条换了编号", "Repeated id; the later one got another"),
        "unresolved-reference" => ("指向的记录不存在，已略过", "Points to a record that is not there; left out"),
        "record-made" => ("只有名称没有记录，补了一条记录", "A name without a record; one was made"),
        "category-cycle" => ("类目互为上级，去掉了其中一个", "Categories are each other's parents; one lost its parent"),
        // Texts and links.
        "no-title" => ("挂牌没有名称", "A listing without a title"),
        "markup-removed" => ("去掉了 HTML 标记，只留文字", "HTML was turned into plain text"),
        "controls-removed" => ("去掉了不可见或改变方向的字符", "Invisible or direction-changing characters were removed"),
        "text-clamped" => ("文字太长，只留前面的", "The text is too long; its beginning is kept"),
        "link-refused" => ("地址的协议不允许，已略过", "An address of a kind that is not allowed was left out"),
        "link-repaired" => ("地址里的特殊字符已转码", "An address with odd characters was encoded"),
        "link-without-scheme" => ("地址没写协议，按 https 处理", "An address without a scheme was taken as https"),
        "empty-link" => ("地址是空的", "An empty address was left out"),
        "inquiry-without-address" => ("询价方式没有地址，已略过", "A way to ask without an address was left out"),
        // Dates, sizes, updates.
        "bad-date" => ("不是日期", "Not a day"),
        "date-reversed" => ("最早晚于最晚，已对调", "Earliest after latest; swapped"),
        "no-such-day" => ("日历上没有这一天，已略过", "A day that no calendar has was left out"),
        "no-date" => ("读不出日期，已略过", "Words that are no date were left out"),
        "date-order-ambiguous" => ("分不清日和月，只留年份", "Day and month cannot be told apart; the year is kept"),
        "date-out-of-range" => ("日期太离谱，已略过", "A date beyond belief was left out"),
        "date-from-number" => ("数字按日期读", "A number was read as a date"),
        "repeating-duration" => ("循环时长不是日期，已略过", "A repeating duration is no date; left out"),
        "no-size" => ("读不出规模，已略过", "Words that are no size were left out"),
        "size-unit-ambiguous" => ("KB 有两种算法，规模标为约数", "KB has two readings; the size is marked approximate"),
        "frequency-not-understood" => ("读不懂更新频率，算作未说明", "Update promise not understood; counts as not stated"),
        "placeholder-frequency" => ("更新频率是占位符，算作未说明", "A placeholder for an update promise; counts as not stated"),
        "several-frequencies" => ("写了几种更新频率，取最慢的", "Several update promises; the slowest stands"),
        // Prices.
        "no-offer" => ("报价列表是空的", "An empty list of offers"),
        "price-not-stated" => ("价格没写，算作未标价，不算免费", "Nothing is said about the price: not stated, not free"),
        "price-missing" => ("该有数字的价格没有数字，算作未标价", "A price without its number; counts as not stated"),
        "range-without-bounds" => ("区间价缺上限或下限", "A range without both bounds"),
        "range-reversed" => ("下限高于上限，已对调", "Least above most; swapped"),
        "free-with-price" => ("既写免费又写价格，自相矛盾", "Free and a price contradict each other"),
        "negotiable-without-channel" => ("面议没写在哪里谈，算作未说明", "Negotiable without where; counts as not stated"),
        "subscription-without-period" => ("按周期收费没写周期", "A subscription without a period"),
        "offer-from-price" => ("只有一个价格，补成了一项报价", "A bare price was read as an offer"),
        "bad-currency" => ("不是货币代码", "Not a currency code"),
        "currency-repaired" => ("货币改成了通用代码", "Currency read as its usual code"),
        "placeholder-price" => ("价格是占位符，算作未标价", "A placeholder for a price; counts as not stated"),
        "approximate-price" => ("原文写“约”", "The source says “about”"),
        "price-not-understood" => ("读不懂价格，原文保留，算作未标价", "Price words not understood are kept; counts as not stated"),
        "price-partly-understood" => ("价格只读懂一部分，原文保留", "Price words only partly understood; they are kept"),
        "price-too-long" => ("价格的文字太长", "Price words longer than is read"),
        "price-upper-bound-only" => ("只写了上限", "Only the most is stated"),
        "negative-price" => ("负的价格，算作未标价", "A negative price; counts as not stated"),
        "unit-not-understood" => ("读不懂按什么计价", "Per what the price is, is not understood"),
        "rows-cut" => ("目录里的样例行太多，只留前面的", "More rows in the catalogue than is allowed; the first are kept"),
        // Further files of a catalog.
        "shard-missing" => ("目录的一个分文件没有读到", "A further file of the catalogue could not be read"),
        "shard-digest" => ("分文件与目录写的摘要不符，没有采用", "A further file is not the one the catalogue means; not used"),
        "shard-unreadable" => ("分文件读不懂", "A further file is not understood"),
        "too-many-shards" => ("分文件太多，有的没读", "More further files than are read"),
        "unsafe-href" => ("分文件的地址不能读取", "The address of a further file cannot be read"),
        // Configuration.
        "config-missing" => ("没有读到 config.json，按默认设置运行", "config.json could not be read; the defaults stand"),
        "config-unreadable" => ("config.json 读不懂，按默认设置运行", "config.json is not understood; the defaults stand"),
        "out-of-bounds" => ("数值超出范围，用默认值", "A number out of its bounds; the default stands"),
        "language-not-spoken" => ("界面没有这种语言", "The page has no words in this language"),
        "source-kind-not-read" => ("这类来源还不能读，已略过", "A kind of source that is not read yet; left out"),
        "sheet-without-mapping" => ("表格来源没有映射文件，已略过", "A sheet without a mapping; left out"),
        // Sheets and their mapping.
        "unused-columns" => ("有列没有用到", "Columns that nothing uses"),
        "unknown-field" => ("挂牌没有这个字段", "A field that no listing has"),
        "unknown-value" => ("映射里没有这个词", "A word that the mapping does not translate"),
        "unknown-parser" => ("没有这种解析方法", "A parser that does not exist"),
        "unknown-language" => ("不是语言", "Not a language"),
        "missing-column" => ("表里没有这一列", "A column that the table does not have"),
        "rule-without-from" => ("规则没写取哪一列", "A rule that names no column"),
        "bad-pattern" => ("匹配式写错了", "A pattern that cannot be read"),
        "pattern-does-not-fit" => ("单元格与匹配式不符", "A cell that the pattern does not fit"),
        "bad-value" => ("这里不能用这个值", "A value that is not allowed here"),
        "blank-row" => ("空行，已略过", "An empty row was left out"),
        "blank-title" => ("这一行没有名称", "A row without a title"),
        "no-rows" => ("这个位置没有数据行", "No rows at this place"),
        "rows-not-read" => ("后面的行没有读", "Rows that were not read"),
        _ => return None,
    })
}

/// A notice of a table's reader that stands among those of the catalog made from the table:
/// its data is one text there, `name: value, name: value`.
fn of_table(notice: &Notice, lang: Lang) -> Option<String> {
    let code: Result<Code, Error> = Code::deserialize(notice.code.as_str().into_deserializer());
    let mut pairs: Vec<(&str, String)> = Vec::new();
    for part in notice.data.split(", ") {
        let pair = part.split_once(": ").filter(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase()));
        match (pair, pairs.last_mut()) {
            (Some((name, value)), _) => pairs.push((name, value.to_owned())),
            // A comma inside a value.
            (None, Some(last)) => last.1.push_str(&format!(", {part}")),
            (None, None) => {}
        }
    }
    let mut told = table::Notice::new(code.ok()?);
    told.data = pairs.into_iter().map(|(name, value)| (name.to_owned().into(), value)).collect();
    let words = table_notice(&told, None, lang);
    // A gap without its value: the code and the data say more.
    (!words.contains('{')).then_some(words)
}

/// The place of a notice: a JSON Pointer as it is, rows and columns in words.
pub(crate) fn notice_place(at: &str, lang: Lang) -> String {
    if at.starts_with('/') || lang == Lang::En {
        return at.to_owned();
    }
    let part = |part: &str| match part.split_once(' ') {
        Some(("row", number)) => format!("第 {number} 行"),
        Some(("column", name)) => format!("列“{name}”"),
        _ => part.to_owned(),
    };
    at.splitn(2, ", ").map(part).collect::<Vec<_>>().join("，")
}
