//! Percent-encoding, as a query string has it.

use std::fmt::Write as _;

/// Percent-encodes all but letters, digits and `-._~`; a space becomes `+`.
pub fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// Undoes `encode`. A `%` that begins no byte stands for itself. `None` if the bytes are
/// not UTF-8.
#[must_use]
pub fn decode(raw: &str) -> Option<String> {
    String::from_utf8(bytes(raw)).ok()
}

/// The same for showing: bytes that are no text become `�`.
pub(super) fn shown(raw: &str) -> String {
    String::from_utf8_lossy(&bytes(raw)).into_owned()
}

fn bytes(raw: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, beyond @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = beyond;
                }
                _ => out.push(b'%'),
            },
            _ => out.push(*byte),
        }
    }
    out
}

fn digit(hex: u8) -> Option<u8> {
    char::from(hex)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
