//! What stands between quotation marks, and the white space outside them.

use std::borrow::Cow;

use super::lex::plain_end;

/// The text that a sound string means.
pub(super) fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let _ = unescape_into(raw, &mut text);
    text
}

/// Appends to a text what a string means, up to the mark that ends it. The place of that mark;
/// `None` where there is none, or something before it that no string may have. Half a surrogate
/// pair becomes U+FFFD.
pub(super) fn unescape_into(inside: &str, text: &mut String) -> Option<usize> {
    let bytes = inside.as_bytes();
    let mut at = 0;
    loop {
        // Texts outside of ASCII are often all escapes, one behind the other.
        if bytes.get(at) != Some(&b'\\') {
            let end = plain_end(bytes.get(at..)?).map(|long| at + long);
            text.push_str(inside.get(at..end.unwrap_or(inside.len()))?);
            at = end?;
        }
        match bytes.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => return None,
        }
        text.push(match bytes.get(at - 1)? {
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let (c, long) = code_point(bytes.get(at..)?)?;
                at += long;
                c
            }
            byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
            _ => return None,
        });
    }
}

/// The character of the four digits after `\u`, with its second half if it has one, and the
/// bytes of all that.
fn code_point(digits: &[u8]) -> Option<(char, usize)> {
    let first = unit(digits)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, 4));
    }
    let second = digits
        .get(4..)
        .and_then(|after| after.strip_prefix(b"\\u"))
        .and_then(unit);
    match second.filter(|second| first < 0xDC00 && (0xDC00..0xE000).contains(second)) {
        Some(second) => {
            let c = char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), 10))
        }
        None => Some((char::REPLACEMENT_CHARACTER, 4)),
    }
}

/// The number that the next four digits are.
fn unit(digits: &[u8]) -> Option<u32> {
    let digits = digits.first_chunk::<4>()?.iter();
    digits
        .map(|digit| char::from(*digit).to_digit(16))
        .try_fold(0, |unit, digit| Some(unit * 16 + digit?))
}

/// The same value without the white space between its tokens.
pub(crate) fn compact(value: &str) -> Cow<'_, str> {
    if !value
        .bytes()
        .any(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t'))
    {
        return Cow::Borrowed(value);
    }
    let mut text = String::with_capacity(value.len());
    compact_into(value, &mut text);
    Cow::Owned(text)
}

/// Appends a sound value to a text, without the white space between its tokens.
pub(super) fn compact_into(value: &str, text: &mut String) {
    let mut rest = value;
    while let Some((tokens, inside)) = rest.split_once('"') {
        append_tokens(tokens, text);
        let long = string_end(inside);
        let (string, after) = inside.split_at_checked(long).unwrap_or((inside, ""));
        text.push('"');
        text.push_str(string);
        rest = after;
    }
    append_tokens(rest, text);
}

fn append_tokens(tokens: &str, text: &mut String) {
    tokens
        .split([' ', '\n', '\r', '\t'])
        .for_each(|token| text.push_str(token));
}

/// The place behind the mark that ends a string.
fn string_end(inside: &str) -> usize {
    let mut at = 0;
    while let Some(step) = inside.as_bytes().get(at..).and_then(plain_end) {
        at += step;
        match inside.as_bytes().get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            _ => at += 1,
        }
    }
    inside.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_escapes() {
        let raw = r#"a\"\\\/\b\f\n\r\t\u4e2d\ud83d\ude00\ud800x"#;
        let text = "a\"\\/\u{8}\u{C}\n\r\t中😀\u{FFFD}x";
        assert_eq!(unescape(raw), text);
        let mut found = String::new();
        let end = unescape_into(&format!("{raw}\" \\"), &mut found);
        assert_eq!((end, found.as_str()), (Some(raw.len()), text));
    }

    #[test]
    fn refuses_what_no_string_may_have() {
        for inside in [
            "a",
            "",
            "\\",
            "\\\"",
            "\\x\"",
            "\\u12\"",
            "\\u+123\"",
            "\\u",
            "\\ud83d\\x\"",
            "a\nb\"",
            "\\é\"",
        ] {
            assert_eq!(unescape_into(inside, &mut String::new()), None, "{inside}");
        }
    }

    #[test]
    fn compacts_outside_strings_only() {
        assert_eq!(
            compact("{ \"a b\" : [ 1,\n 2 ], \"c\\\" d\": 3 }"),
            "{\"a b\":[1,2],\"c\\\" d\":3}"
        );
    }
}
