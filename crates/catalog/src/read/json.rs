//! Bytes become JSON: byte order marks, encodings, depth, and where a mistake is.

use crate::{Limits, read::NotACatalog, sources::detect_bytes};
use serde_json::Value;

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
pub(crate) fn parse_json(bytes: &[u8], limits: &Limits) -> Result<Value, NotACatalog> {
    let text = decode(bytes, limits)?;
    serde_json::from_str(&text).map_err(|error| not_json(&error, text.as_bytes()))
}

/// Why `text` is no JSON, or what it is instead.
pub(crate) fn not_json(error: &serde_json::Error, text: &[u8]) -> NotACatalog {
    if let Some(kind) = detect_bytes(text) {
        return NotACatalog::Foreign { kind };
    }
    let (line, column) = (error.line(), error.column());
    let words = error.to_string();
    // serde_json names the case in words only; a test holds them.
    if words.starts_with("recursion limit exceeded") {
        return NotACatalog::TooDeep { line, column };
    }
    let reason = words
        .split_once(" at line ")
        .map_or(words.as_str(), |(reason, _)| reason);
    NotACatalog::NotJson {
        line,
        column,
        reason: reason.to_owned(),
    }
}
