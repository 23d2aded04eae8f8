//! Addresses of network cards (IEEE 802 EUI-48), six bytes as `00:1a:2b:3c:4d:5e` or with
//! hyphens. One with hyphens and no letter could be a day and a time, and is none.

use super::span::{Clue, Span};

const LONG: usize = 17;

/// Notes the addresses of a text.
pub(super) fn macs(bytes: &[u8], spans: &mut Vec<Span>) {
    let mut at = 0;
    while at + LONG <= bytes.len() {
        let window = bytes.get(at..at + LONG).unwrap_or_default();
        let separator = window.get(2).copied().unwrap_or(0);
        if matches!(separator, b':' | b'-') && is_mac(window, separator) {
            let beside = |place: Option<usize>| {
                let byte = place.and_then(|place| bytes.get(place));
                byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == separator)
            };
            if !beside(at.checked_sub(1)) && !beside(Some(at + LONG)) {
                spans.push(Span::new(at, at + LONG, Clue::Mac, true));
                at += LONG;
                continue;
            }
        }
        at += 1;
    }
}

fn is_mac(window: &[u8], separator: u8) -> bool {
    let mut letters = 0;
    for (at, byte) in window.iter().enumerate() {
        let fits = match at % 3 {
            2 => *byte == separator,
            _ => byte.is_ascii_hexdigit(),
        };
        if !fits {
            return false;
        }
        letters += usize::from(byte.is_ascii_alphabetic());
    }
    // Nobody, and everybody.
    let same = |digit: u8| {
        window
            .iter()
            .all(|byte| *byte == separator || byte.eq_ignore_ascii_case(&digit))
    };
    (letters > 0 || separator == b':') && !same(b'0') && !same(b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_bytes_with_one_separator_that_stand_apart() {
        for (text, found) in [
            ("00:1A:2b:3c:4d:5e", true),
            ("eth0 00-1A-2b-3c-4d-5e up", true),
            ("00:1A-2b:3c:4d:5e", false),
            ("00:1A:2b:3c:4d:5e:6f", false),
            ("24-01-15-10-30-00", false),
            ("ff:ff:ff:ff:ff:ff", false),
            ("00:1A:2b:3c:4d:5g", false),
        ] {
            let mut spans = Vec::new();
            macs(text.as_bytes(), &mut spans);
            assert_eq!(!spans.is_empty(), found, "{text}");
        }
    }
}
