//! One spelling for one character before words are compared: full-width forms become ASCII,
//! letters lower case. The source's own words are never changed, only what is compared.

use super::lower;

/// The text with full-width ASCII and spaces narrowed, currency and dash variants joined,
/// letters in lower case, and both ends trimmed.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: String = text.chars().map(fold_char).collect();
    lower(folded.trim())
}

fn fold_char(c: char) -> char {
    match c {
        '～' => '~',
        '\u{ff01}'..='\u{ff5d}' => {
            // The full-width block repeats ASCII at a fixed distance.
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\t' => ' ',
        '〜' => '~',
        '\u{ffe5}' => '¥',
        '–' | '—' | '−' | '‐' | '‑' | '―' => '-',
        '。' => '.',
        '、' => ',',
        other => other,
    }
}

/// Whether a cell says only that nothing is said: dashes, `n/a`, `null`, `待完善`, `暂无`.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty()
        && (folded
            .chars()
            .all(|c| matches!(c, '-' | '/' | '.' | '?' | '*' | '_' | '\\' | ' '))
            || matches!(
                folded.as_str(),
                "n/a"
                    | "na"
                    | "null"
                    | "none"
                    | "nil"
                    | "nan"
                    | "undefined"
                    | "tbd"
                    | "unknown"
                    | "not stated"
                    | "not available"
                    | "待完善"
                    | "待定"
                    | "待补充"
                    | "暂无"
                    | "暂无报价"
                    | "暂无数据"
                    | "暂未定价"
                    | "未定"
                    | "未填"
                    | "未填写"
                    | "未知"
                    | "无"
                    | "不详"
                    | "空"
            ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrows_full_width_forms_and_leaves_chinese_alone() {
        assert_eq!(fold(" ￥９，８００／年 "), "¥9,800/年");
        assert_eq!(fold("ＡＰＩ数据"), "api数据");
    }

    #[test]
    fn tells_placeholders_from_words() {
        for text in ["-", "--", "——", "N/A", "null", "待完善", "暂无"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", "0", "-1", "面议", "无偿"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
