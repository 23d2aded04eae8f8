//! Words for what readers repaired, doubted or dropped. A code without words here is shown
//! as it is, so that a new notice is never lost; `tests/notice_words.rs` finds it.

use super::{Lang, table_notice};
use catalog::Notice;
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

/// Every code with its sentence in both languages, one a line.
const WORDS: &str = include_str!("notices.tsv");

/// The sentence of a code in both languages.
fn catalog_words(code: &str) -> Option<(&'static str, &'static str)> {
    let of_line = |line: &'static str| line.split_once('\t').filter(|(known, _)| *known == code);
    let (_, words) = WORDS.lines().skip(1).find_map(of_line)?;
    words.split_once('\t')
}

/// A notice of a table's reader that stands among those of the catalog made from the table:
/// its data is one text there, `name: value, name: value`.
fn of_table(notice: &Notice, lang: Lang) -> Option<String> {
    let code = record::from_value::<Code>(record::text(&notice.code));
    let mut pairs: Vec<(&str, String)> = Vec::new();
    for part in notice.data.split(", ") {
        let pair = part
            .split_once(": ")
            .filter(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase()));
        match (pair, pairs.last_mut()) {
            (Some((name, value)), _) => pairs.push((name, value.to_owned())),
            // A comma inside a value.
            (None, Some(last)) => last.1.push_str(&format!(", {part}")),
            (None, None) => {}
        }
    }
    let mut told = table::Notice::new(code.ok()?);
    told.data = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned().into(), value))
        .collect();
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
