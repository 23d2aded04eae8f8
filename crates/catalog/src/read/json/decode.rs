//! Bytes become JSON: byte order marks, encodings, depth, and where a mistake is.

use super::{syntax::parse, tree::Value};
use crate::{Limits, read::NotACatalog, sources::detect_bytes};

/// The text of a file: UTF-8, or UTF-16 with its mark. A byte order mark is taken off.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<std::borrow::Cow<'a, str>, NotACatalog> {
    if bytes.len() > limits.bytes {
        return Err(NotACatalog::TooLarge {
            bytes: bytes.len(),
            limit: limits.bytes,
        });
    }
    let units = |from: fn([u8; 2]) -> u16| -> Vec<u16> {
        let pairs = bytes.get(2..).unwrap_or_default().as_chunks::<2>().0;
        pairs.iter().map(|pair| from(*pair)).collect()
    };
    let wide = match bytes {
        [0xFF, 0xFE, ..] => Some(String::from_utf16(&units(u16::from_le_bytes))),
        [0xFE, 0xFF, ..] => Some(String::from_utf16(&units(u16::from_be_bytes))),
        _ => None,
    };
    let text: std::borrow::Cow<str> = match wide {
        Some(Ok(text)) => text.into(),
        Some(Err(_)) => return Err(NotACatalog::NotText { offset: 0 }),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text).into(),
            Err(error) => {
                return Err(match detect_bytes(bytes) {
                    Some(kind) => NotACatalog::Foreign { kind },
                    None => NotACatalog::NotText {
                        offset: error.valid_up_to(),
                    },
                });
            }
        },
    };
    if text.trim().is_empty() {
        return Err(NotACatalog::Empty);
    }
    Ok(text)
}

/// One JSON document.
pub(crate) fn parse_json(text: &str) -> Result<Value<'_>, NotACatalog> {
    parse(text, 0).ok_or_else(|| not_json(text))
}

/// Why `text` is no JSON, or what it is instead.
pub(in crate::read) fn not_json(text: &str) -> NotACatalog {
    if let Some(kind) = detect_bytes(text.as_bytes()) {
        return NotACatalog::Foreign { kind };
    }
    fault(text)
}

/// Where JSON breaks off and why, in the words of `serde_json`.
pub(in crate::read) fn fault(text: &str) -> NotACatalog {
    let (line, column, words) = match serde_json::from_str::<serde_json::Value>(text) {
        Err(error) => (error.line(), error.column(), error.to_string()),
        // Both refuse the same texts; a test holds them together.
        Ok(_) => (1, 1, String::from("not understood")),
    };
    // serde_json names the case in words only; a test holds them.
    if words.starts_with("recursion limit exceeded") {
        return NotACatalog::TooDeep { line, column };
    }
    let reason =
        crate::parse::halves(&words, " at line ").map_or(words.as_str(), |(reason, _)| reason);
    NotACatalog::NotJson {
        line,
        column,
        reason: reason.to_owned(),
    }
}
