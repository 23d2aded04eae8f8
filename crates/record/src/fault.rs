//! Why a text or a value is not the record that was asked for.

use crate::Value;
use std::fmt;

/// The most characters of a text that a fault quotes.
const QUOTED: usize = 40;

/// The first thing that did not fit. The words are for consoles and logs, not for visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Members and positions on the way to it, such as `listing.offers[0].priceType`; empty for
    /// the whole.
    pub at: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            f.write_str(&self.at)?;
            f.write_str(": ")?;
        }
        f.write_str("expected ")?;
        f.write_str(&self.expected)?;
        f.write_str(", found ")?;
        f.write_str(&self.found)
    }
}

impl std::error::Error for Fault {}

/// A value in a few words: texts are quoted, bounded; of the rest the kind is enough.
pub(crate) fn excerpt(value: Option<&Value>) -> String {
    let kind = match value {
        None => "nothing",
        Some(Value::String(text)) => return text.chars().take(QUOTED).collect(),
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "a boolean",
        Some(Value::Number(_)) => "a number",
        Some(Value::Array(_)) => "a list",
        Some(Value::Object(_)) => "an object",
    };
    kind.to_owned()
}
