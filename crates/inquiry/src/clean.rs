//! What typed text loses on its way into the document: controls, direction overrides, and
//! whatever is beyond its limit. A reader must see the same characters in the same order.

/// A text of one line: line ends and runs of white space become one space.
pub(crate) fn line(text: &str, max_chars: usize) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace() || is_line_end(c)) {
        let word: String = word.chars().filter(|c| !is_hidden(*c)).collect();
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    clamp(&out, max_chars)
}

/// A text of several lines: every kind of line end becomes `\n`, never more than two in a row.
pub(crate) fn block(text: &str, max_chars: usize) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = String::new();
    let mut ends = 0;
    for c in text.chars() {
        let c = match c {
            c if is_line_end(c) => '\n',
            '\t' => ' ',
            c => c,
        };
        if c == '\n' {
            ends += 1;
            if ends > 2 {
                continue;
            }
        } else if is_hidden(c) {
            continue;
        } else {
            ends = 0;
        }
        out.push(c);
    }
    clamp(out.trim(), max_chars)
}

/// A code or number: full-width forms narrowed, case kept, white space gone.
pub(crate) fn code(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => c,
        })
        .filter(|c| !c.is_whitespace() && !is_hidden(*c))
        .collect()
}

fn clamp(text: &str, max_chars: usize) -> String {
    let clamped: String = text.chars().take(max_chars).collect();
    clamped.trim_end().to_owned()
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Controls, direction overrides and isolates, marks nobody sees, and tag characters.
/// Joiners (U+200C, U+200D) stay: some scripts and names need them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_overrides_controls_and_line_ends() {
        assert_eq!(
            line("  周\u{202e}明\u{0}\r\n (经理)\u{feff} ", 50),
            "周明 (经理)"
        );
        assert_eq!(line("abc def", 5), "abc d");
        assert_eq!(line("a\u{2028}b", 50), "a b");
    }

    #[test]
    fn a_block_keeps_its_paragraphs_and_no_more() {
        assert_eq!(
            block("一\r\n\r\n\r\n\r\n二\u{2066}\t三\n", 50),
            "一\n\n二 三"
        );
    }

    #[test]
    fn a_code_is_narrowed_and_keeps_its_letters() {
        assert_eq!(code(" ９１１１ 0000Ｍａ\u{200b}"), "91110000Ma");
    }

    #[test]
    fn family_emoji_and_persian_joiners_survive() {
        assert_eq!(
            line("\u{1f468}\u{200d}\u{1f469}", 50),
            "\u{1f468}\u{200d}\u{1f469}"
        );
    }
}
