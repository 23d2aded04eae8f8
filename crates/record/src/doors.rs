//! The ways in and out: text, JSON's tree, and serde for native code that speaks it.

use crate::{Fault, Reader, Record, Value};
use serde::{Deserialize, Deserializer, de::Error};

/// The record that `value` holds.
///
/// # Errors
/// [`Fault`]: what did not fit, and where.
pub fn from_value<T: Record>(mut value: Value) -> Result<T, Fault> {
    let mut reader = Reader::default();
    let read = T::read(Some(&mut value), &mut reader);
    reader.finish().map(|()| read)
}

/// The record that a JSON text holds.
///
/// # Errors
/// [`Fault`]: it is no JSON, or what did not fit.
pub fn from_text<T: Record>(text: &str) -> Result<T, Fault> {
    from_value(parse(text)?)
}

#[inline(never)]
fn parse(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| Fault {
        at: String::new(),
        expected: String::from("JSON"),
        found: error.to_string(),
    })
}

/// A record as JSON text in one line.
#[must_use]
#[inline(never)]
pub fn to_text(record: &dyn Record) -> String {
    // Not by its `Display`, which knows indented text as well.
    serde_json::to_string(&record.write()).unwrap_or_default()
}

/// A record from any format of serde. What the derive calls, so that its own code is one line.
///
/// # Errors
/// The format's own, or a [`Fault`] in its words.
pub fn deserialize<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    from_value(Value::deserialize(deserializer)?).map_err(Error::custom)
}

/// Gives a record serde's two traits by way of [`Record`]. The derive does this itself.
#[macro_export]
macro_rules! by_serde {
    ($name:ty) => {
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(&$crate::Record::write(self), to)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::deserialize(from)
            }
        }
    };
}
