//! What stands between quotation marks, and the white space outside them.

use std::borrow::Cow;

use super::lex::plain_end;

/// The text that a sound string means. Half a surrogate pair becomes U+FFFD.
pub(super) fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    unescape_into(raw, &mut text);
    text
}

/// Appends it to a text.
pub(super) fn unescape_into(raw: &str, text: &mut String) {
    let mut rest = raw;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut chars = escape.chars();
        match chars.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{C}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                let (c, after) = code_point(chars.as_str());
                text.push(c);
                rest = after;
                continue;
            }
            Some(c) => text.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
}

/// The character of the four digits after `\u`, with its second half if it has one, and what
/// follows it.
fn code_point(digits: &str) -> (char, &str) {
    let unit = |text: &str| {
        text.get(..4)
            .and_then(|four| u32::from_str_radix(four, 16).ok())
    };
    let Some(first) = unit(digits) else {
        return (char::REPLACEMENT_CHARACTER, digits);
    };
    let after = digits.get(4..).unwrap_or_default();
    if let Some(c) = char::from_u32(first) {
        return (c, after);
    }
    let second = after.strip_prefix("\\u").and_then(unit);
    match second.filter(|second| first < 0xDC00 && (0xDC00..0xE000).contains(second)) {
        Some(second) => {
            let c = char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            let after = after.get(6..).unwrap_or_default();
            (c.unwrap_or(char::REPLACEMENT_CHARACTER), after)
        }
        None => (char::REPLACEMENT_CHARACTER, after),
    }
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
        assert_eq!(unescape(raw), "a\"\\/\u{8}\u{C}\n\r\t中😀\u{FFFD}x");
    }

    #[test]
    fn compacts_outside_strings_only() {
        assert_eq!(
            compact("{ \"a b\" : [ 1,\n 2 ], \"c\\\" d\": 3 }"),
            "{\"a b\":[1,2],\"c\\\" d\":3}"
        );
    }
}
