//! Every message between the page and its two workers: JSON in, JSON out.
//!
//! Both sides say `WIRE_VERSION` first and refuse another one, because a browser may hold a
//! worker of an earlier release. Whoever speaks these messages can use the workers without
//! this page. Sees words and queries; never readers, so the page never links a file format.
#![warn(missing_docs)]

pub mod preview;
pub mod search;

use record::{Fault, Record};

/// Raised whenever a message changes shape.
pub const WIRE_VERSION: u32 = 4;

/// Writes a message.
#[must_use]
pub fn write(message: &dyn Record) -> String {
    record::to_text(message)
}

/// Reads a message; the reason is for the console, not for visitors.
///
/// # Errors
/// The text is not a message of this version.
pub fn read<T: Record>(text: &str) -> Result<T, Fault> {
    record::from_text(text)
}
