//! Language tags as catalogs write them become BCP 47 tags (`model.md` §D row 7).

use super::lower;

/// Spellings that are no BCP 47 tag, or the wrong one: `cn` is a country.
const REPAIRS: &[(&str, &str)] = &[
    ("cn", "zh"),
    ("chi", "zh"),
    ("zho", "zh"),
    ("chs", "zh-Hans"),
    ("cht", "zh-Hant"),
    ("zh-cht", "zh-Hant"),
    ("zh-chs", "zh-Hans"),
    ("eng", "en"),
    ("jpn", "ja"),
    ("jp", "ja"),
    ("kor", "ko"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("deu", "de"),
    ("ger", "de"),
    ("spa", "es"),
    ("rus", "ru"),
    ("por", "pt"),
    ("chinese", "zh"),
    ("english", "en"),
    ("中文", "zh"),
    ("简体中文", "zh-Hans"),
    ("繁體中文", "zh-Hant"),
    ("英文", "en"),
];

/// Whether `text` has the form of a tag: `^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`.
#[must_use]
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let base = parts.next().unwrap_or("");
    (2..=3).contains(&base.len())
        && base.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// Whether `text` is a tag that needs no repair.
#[must_use]
pub(crate) fn is_settled_tag(text: &str) -> bool {
    let is_repaired = |(written, _): &(&str, &str)| written.eq_ignore_ascii_case(text);
    is_language_tag(text) && !REPAIRS.iter().any(is_repaired)
}

/// The tag meant by `text`, or `None` if that cannot be known.
#[must_use]
pub fn language_tag(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let lower = lower(&tag);
    if let Some((_, repaired)) = REPAIRS.iter().find(|(written, _)| *written == lower) {
        return Some((*repaired).to_owned());
    }
    is_language_tag(&tag).then_some(tag)
}

/// Whether `text` is written in Han characters at least in part.
#[must_use]
pub(crate) fn has_han(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_the_spellings_of_real_catalogs() {
        for (written, tag) in [
            ("zh_Hans", "zh-Hans"),
            ("zh-CN", "zh-CN"),
            ("cn", "zh"),
            ("chi", "zh"),
            ("EN", "EN"),
            ("eng", "en"),
            ("en_US", "en-US"),
        ] {
            assert_eq!(language_tag(written).as_deref(), Some(tag));
        }
        for tag in ["zh", "zh-Hans", "cn", "CHS", "zh_CN", "ENG", "n/a", "", "x"] {
            let settled = is_language_tag(tag) && language_tag(tag).as_deref() == Some(tag);
            assert_eq!(is_settled_tag(tag), settled, "{tag}");
        }
        assert_eq!(language_tag("n/a"), None);
        assert_eq!(language_tag(""), None);
    }
}
