//! Words for what readers repaired or doubted. A code without words here is shown as it is,
//! so that a new notice is never lost.

use super::Lang;

/// What a notice of the catalog means. `data` is shown beside it.
pub(crate) fn catalog_notice(code: &str, lang: Lang) -> String {
    let words = match code {
        "duplicate-id" => lang.pick(
            "编号重复，后一条换了编号",
            "Repeated id; the later one got another",
        ),
        "bad-id" => lang.pick(
            "编号不合规，换成了稳定的编号",
            "Id not usable; replaced by a stable one",
        ),
        _ => return code.replace('-', " "),
    };
    words.to_owned()
}

/// What a notice of a file's reader means.
pub(crate) fn table_notice(code: &str, lang: Lang) -> String {
    let _ = lang;
    code.replace('-', " ")
}
