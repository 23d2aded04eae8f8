//! Addresses of machines. Four small numbers with dots between are also what versions look
//! like: `1.2.3.4` has the shape of an address and does not pass while every part is below 32,
//! and is none at all behind `v`, `version`, `版本` or a product's slash (`Chrome/120.0.0.0`). Behind
//! the `//` of a link stands a server, which is nobody's.

use std::net::Ipv6Addr;

use super::span::{Clue, Span};

/// A version's parts hardly reach this, and an address hardly stays below it.
const LEAST: u32 = 32;

/// Notes the addresses of four bytes.
pub(super) fn ipv4s(bytes: &[u8], spans: &mut Vec<Span>) {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphanumeric() && *byte != b'.' {
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let long = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'.')
            .count();
        let word = rest.get(..long).unwrap_or_default();
        // The full stop of a sentence.
        let word = word.strip_suffix(b".").unwrap_or(word);
        let parts = quad(word).filter(|parts| is_somebodys(*parts));
        let before = bytes.get(..at).unwrap_or_default();
        if let Some(parts) = parts.filter(|_| !is_nobodys(before)) {
            let passes = parts.iter().any(|part| *part >= LEAST);
            spans.push(Span::new(at, at + word.len(), Clue::Ipv4, passes));
        }
        at += long;
    }
}

fn quad(word: &[u8]) -> Option<[u32; 4]> {
    if !(7..=15).contains(&word.len()) {
        return None;
    }
    let mut parts = [0; 4];
    let mut words = word.split(|byte| *byte == b'.');
    for part in &mut parts {
        let digits = words.next()?;
        let padded = digits.len() > 1 && digits.first() == Some(&b'0');
        if digits.is_empty() || digits.len() > 3 || padded {
            return None;
        }
        for digit in digits {
            *part = *part * 10 + char::from(*digit).to_digit(10)?;
        }
    }
    (words.next().is_none() && parts.iter().all(|part| *part <= 255)).then_some(parts)
}

/// Not the machine itself, not a group or everybody, not the mask of a network.
fn is_somebodys(parts: [u32; 4]) -> bool {
    !matches!(parts, [0 | 127 | 224..=255, ..])
}

fn is_nobodys(before: &[u8]) -> bool {
    let near = before.trim_ascii_end();
    let colon = [b":".as_slice(), "：".as_bytes()];
    let near = colon
        .iter()
        .find_map(|colon| near.strip_suffix(*colon))
        .unwrap_or(near);
    let near = near
        .get(near.len().saturating_sub(10)..)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let product = matches!(near.as_slice(), [.., letter, b'/'] if letter.is_ascii_alphanumeric());
    let says = |word: &[u8]| near.ends_with(word);
    product
        || says(b"//")
        || says(b"version")
        || says(b" ver")
        || says("版本".as_bytes())
        || says("版本号".as_bytes())
}

/// Notes the addresses of sixteen bytes that machines have: global, unique local, link local.
pub(super) fn ipv6s(bytes: &[u8], spans: &mut Vec<Span>) {
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b':' || *byte == b'.';
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let long = rest.iter().take_while(|byte| is_part(byte)).count();
        let end = at + long;
        let beside = |place: Option<usize>| {
            place
                .and_then(|place| bytes.get(place))
                .is_some_and(u8::is_ascii_alphanumeric)
        };
        if (7..=45).contains(&long) && !beside(at.checked_sub(1)) && !beside(Some(end)) {
            let word = rest.get(..long).unwrap_or_default();
            let word = word.strip_suffix(b".").unwrap_or(word);
            if is_ipv6(word) {
                spans.push(Span::new(at, at + word.len(), Clue::Ipv6, true));
            }
        }
        at = end + 1;
    }
}

fn is_ipv6(word: &[u8]) -> bool {
    let colons = word.iter().filter(|byte| **byte == b':').count();
    let text = std::str::from_utf8(word).unwrap_or_default();
    colons >= 2
        && text.parse::<Ipv6Addr>().is_ok_and(|address| {
            matches!(
                address.segments(),
                [0x2000..=0x3FFF | 0xFC00..=0xFDFF | 0xFE80..=0xFEBF, ..]
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        let mut spans = Vec::new();
        ipv4s(text.as_bytes(), &mut spans);
        ipv6s(text.as_bytes(), &mut spans);
        spans
            .iter()
            .map(|span| (&text[span.range.clone()], span.passes))
            .collect()
    }

    #[test]
    fn versions_and_servers_in_links_are_no_addresses() {
        for text in [
            "v203.0.113.7",
            "http://203.0.113.7:8080/x",
            "version 203.0.113.7",
            "版本：203.0.113.7",
            "Chrome/120.0.0.0",
            "1.3.6.1.4.1",
            "203.0.113.300",
            "203.0.113.07",
            "127.0.0.1",
            "255.255.255.0",
            "12:30:45",
            "a::b",
            "2024-01-15T10:30:00",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("1.2.3.4"), [("1.2.3.4", false)]);
    }

    #[test]
    fn addresses_stand_in_logs_and_texts() {
        for (text, address) in [
            ("203.0.113.7 - - GET", "203.0.113.7"),
            ("client=203.0.113.7:8080", "203.0.113.7"),
            ("来自203.0.113.7。", "203.0.113.7"),
            ("from 203.0.113.7.", "203.0.113.7"),
            ("[2001:db8::8a2e:370:7334]:80", "2001:db8::8a2e:370:7334"),
            ("fe80::1ff:fe23:4567:890a%eth0", "fe80::1ff:fe23:4567:890a"),
        ] {
            assert_eq!(found(text), [(address, true)], "{text}");
        }
    }
}
