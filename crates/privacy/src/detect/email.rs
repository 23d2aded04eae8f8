//! Mail addresses, as they stand in texts: the common part of RFC 5321, no quoted names.

use super::span::{Clue, Span};

/// Ends of file names that look like the end of a domain: `icon@2x.png`.
const FILES: &str = "png jpg jpeg gif svg webp css js json html pdf ";

/// Notes the mail addresses of a text.
pub(super) fn emails(bytes: &[u8], spans: &mut Vec<Span>) {
    let mut from = 0;
    while let Some(at) = position(bytes, from) {
        from = at + 1;
        let local = bytes.get(..at).unwrap_or_default().iter().rev();
        let long = local.take(65).take_while(|byte| is_local(**byte)).count();
        // A bullet or a dash may stand right before a name.
        let local = bytes.get(at - long..at).unwrap_or_default();
        let marks = local
            .iter()
            .take_while(|byte| !byte.is_ascii_alphanumeric());
        let start = at - long + marks.count();
        let domain = bytes.get(at + 1..).and_then(domain);
        let ends = at.checked_sub(1).and_then(|last| bytes.get(last)) != Some(&b'.');
        if let Some(domain) = domain.filter(|_| long <= 64 && start < at && ends) {
            from = at + 1 + domain;
            spans.push(Span::new(start, from, Clue::Email, true));
        }
    }
}

fn position(bytes: &[u8], from: usize) -> Option<usize> {
    let at = bytes.get(from..)?.iter().position(|byte| *byte == b'@')?;
    Some(from + at)
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%')
}

/// How long the domain at the beginning of this is: labels with dots between, of which the last
/// is letters.
fn domain(after: &[u8]) -> Option<usize> {
    let long = after
        .iter()
        .take(254)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let mut text = after.get(..long)?;
    while let [rest @ .., b'.' | b'-'] = text {
        text = rest;
    }
    let dot = text.iter().rposition(|byte| *byte == b'.')?;
    let last = text.get(dot + 1..)?;
    let is_name = (2..=24).contains(&last.len()) && last.iter().all(u8::is_ascii_alphabetic);
    let is_file = FILES
        .as_bytes()
        .split(|byte| *byte == b' ')
        .any(|file| file.eq_ignore_ascii_case(last));
    let labels = text
        .split(|byte| *byte == b'.')
        .all(|label| !label.is_empty());
    (is_name && !is_file && labels).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_a_sentence_goes_on() {
        for (text, found) in [
            (
                "写信给zhang.san+x@mail.example.com。",
                Some("zhang.san+x@mail.example.com"),
            ),
            ("a@b.cn.", Some("a@b.cn")),
            ("-a@b.cn", Some("a@b.cn")),
            ("<li@example.org>, x", Some("li@example.org")),
            ("icon@2x.png", None),
            ("pkg@1.2.3", None),
            ("@scope/name.js", None),
            ("a@b", None),
            ("a.@b.cn", None),
            ("a@b..cn", None),
        ] {
            let mut spans = Vec::new();
            emails(text.as_bytes(), &mut spans);
            let first = spans.first().map(|span| &text[span.range.clone()]);
            assert_eq!(first, found, "{text}");
        }
    }
}
