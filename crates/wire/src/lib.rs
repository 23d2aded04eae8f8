//! Every message between the page and its two workers: JSON in, JSON out.
//!
//! Both sides say `WIRE_VERSION` first and refuse another one, because a browser may hold a
//! worker of an earlier release. Whoever speaks these messages can use the workers without
//! this page. Sees words and queries; never readers, so the page never links a file format.
#![warn(missing_docs)]

pub mod preview;
pub mod search;

/// Raised whenever a message changes shape.
pub const WIRE_VERSION: u32 = 1;

/// Writes a message. A message of ours always has a JSON form; `None` would be a bug in a type.
#[must_use]
pub fn write<T: serde::Serialize>(message: &T) -> Option<String> {
    serde_json::to_string(message).ok()
}

/// Reads a message; the reason is for the console, not for visitors.
///
/// # Errors
/// The text is not a message of this version.
pub fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}
