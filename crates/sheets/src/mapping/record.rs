//! The records inside a mapping (exchange, source): the native format's, where a bare string is
//! a text in the mapping's language.

use record::Record;
use serde_json::{Map, Value, json};

/// Members that hold a text in one or more languages.
const TEXTS: &[&str] = &[
    "name",
    "title",
    "note",
    "locality",
    "region",
    "organization",
    "description",
];

/// Members that hold a record with texts of its own.
const RECORDS: &[&str] = &["location", "contact", "established", "published"];

/// `value` as a record of the model, or why not.
pub(super) fn record<T: Record>(value: &Value, lang: &str) -> Result<T, String> {
    let mut value = value.clone();
    if let Some(members) = value.as_object_mut() {
        widen(members, lang);
    }
    record::from_value(value).map_err(|error| error.to_string())
}

/// A text that is a bare string or a map from tag to string.
pub(super) fn text(value: &Value, lang: &str) -> Option<catalog::Text> {
    match value {
        Value::String(text) if !text.trim().is_empty() => {
            Some(catalog::Text::new(lang, text.trim()))
        }
        Value::Object(_) => record::from_value(value.clone()).ok(),
        _ => None,
    }
}

fn widen(members: &mut Map<String, Value>, lang: &str) {
    for (name, value) in members.iter_mut() {
        match value {
            Value::String(text) if TEXTS.contains(&name.as_str()) => *value = json!({ lang: text }),
            Value::Object(inner) if RECORDS.contains(&name.as_str()) => widen(inner, lang),
            _ => {}
        }
    }
}
