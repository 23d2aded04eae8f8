//! Everything kept as one JSON file: `{"type": "jishi.kept", "version": 1, "records": […]}`.
//! Read leniently: a record that is none is left out and named, and the rest is taken.

use crate::{Entry, Item, SavedSearch, entry};
use record::{Map, Value};

/// The document's `type`; other programs know it by this.
pub const TYPE: &str = "jishi.kept";
/// The version that is written.
pub const VERSION: u32 = 1;
/// Most bytes of a file that are read.
pub const MAX_BYTES: u64 = 20_000_000;
/// Most records that are taken.
const MAX_RECORDS: usize = 10_000;
/// Most bytes of a key.
const MAX_KEY: usize = 1_000;

/// Why a file is not taken at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no JSON.
    NotJson,
    /// It is JSON of something else.
    NotKept,
    /// A later version wrote it.
    Newer(u64),
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The address of the shop that it was made in.
    pub shop: String,
    /// When, as that shop's clock had it.
    pub exported_at: String,
    /// The records, as they stand in the file.
    pub entries: Vec<Entry>,
    /// Places in the file of what is no record of ours.
    pub left_out: Vec<String>,
}

/// Reads a file.
///
/// # Errors
/// It is none of ours, or a later version's.
pub fn read(text: &str) -> Result<Document, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Where it is no JSON helps nobody who did not write it.
    let Ok(value) = record::from_text::<Value>(text) else {
        return Err(Refusal::NotJson);
    };
    let is_ours = value.get("type").and_then(Value::as_str) == Some(TYPE);
    let version = value.get("version").and_then(Value::as_u64);
    let records = value.get("records").and_then(Value::as_array);
    let (true, Some(version), Some(records)) = (is_ours, version, records) else {
        return Err(Refusal::NotKept);
    };
    if version > u64::from(VERSION) {
        return Err(Refusal::Newer(version));
    }
    let said = |name: &str| {
        let text = value.get(name).and_then(Value::as_str).unwrap_or_default();
        text.chars().take(500).collect()
    };
    let mut document = Document {
        shop: said("shop"),
        exported_at: said("exportedAt"),
        ..Document::default()
    };
    for (place, record) in records.iter().enumerate() {
        match taken(record).filter(|_| document.entries.len() < MAX_RECORDS) {
            Some(entry) => document.entries.push(entry),
            None => document.left_out.push(format!("/records/{place}")),
        }
    }
    Ok(document)
}

/// A record that is one: its kind is known, and so is what it says unless a later version
/// wrote it.
fn taken(record: &Value) -> Option<Entry> {
    let kind = entry::kind(record.get("kind")?.as_str()?)?;
    let key = record.get("key")?.as_str()?;
    let entry = Entry {
        kind,
        key: key.to_owned(),
        version: u32::try_from(record.get("version")?.as_u64()?).ok()?,
        data: record.get("data")?.clone(),
    };
    let fits = match kind {
        entry::SHORTLIST => {
            entry.version > Item::VERSION || entry.of::<Item>(Item::VERSION).is_some()
        }
        entry::SEARCHES => {
            entry.version > SavedSearch::VERSION
                || entry.of::<SavedSearch>(SavedSearch::VERSION).is_some()
        }
        _ => entry.data.is_object(),
    };
    (fits && !key.is_empty() && key.len() <= MAX_KEY).then_some(entry)
}

/// Writes a file. What a later version wrote goes out as it is.
#[must_use]
pub fn write(
    entries: &[Entry],
    preferences: &[(String, String)],
    shop: &str,
    exported_at: &str,
) -> String {
    let mut document = record::object();
    record::put_text(&mut document, "type", TYPE);
    record::put(&mut document, "version", &VERSION);
    record::put_text(&mut document, "shop", shop);
    record::put_text(&mut document, "exportedAt", exported_at);
    let preferences = preferences.iter().cloned();
    let preferences: Map<String, Value> = preferences
        .map(|(name, value)| (name, Value::String(value)))
        .collect();
    let records = entries.iter().map(|entry| {
        let mut record = record::object();
        record::put_text(&mut record, "kind", entry.kind);
        record::put_text(&mut record, "key", &entry.key);
        record::put(&mut record, "version", &entry.version);
        insert(&mut record, "data", entry.data.clone());
        record
    });
    let records = Value::Array(records.collect());
    insert(&mut document, "preferences", Value::Object(preferences));
    insert(&mut document, "records", records);
    format!("{document:#}\n")
}

fn insert(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}
