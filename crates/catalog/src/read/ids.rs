//! Ids of records, and references to them (`model.md` §B rule 11, §D row 6).

use crate::{
    Text,
    id::is_id,
    read::{
        at::At,
        json::Value,
        known::Kind,
        object::{Items, Object},
        reader::Reader,
        texts::name,
        values::{pattern, split_if_text},
    },
    stable_id,
};
use std::collections::HashSet;

/// The id of a record, as it is after reading.
#[derive(Clone, Debug)]
pub(crate) struct OwnId {
    /// Fits the schema, and unique among records of its kind.
    pub(crate) id: String,
    /// What the file says, if it says anything.
    pub(crate) written: Option<String>,
}

impl OwnId {
    /// What the file says, where the pattern refuses it.
    pub(crate) fn refused(&self) -> Option<&str> {
        self.written.as_deref().filter(|written| !is_id(written))
    }
}

/// Takes the id of a record out of `object`; `derive` makes one where there is none.
pub(crate) fn own_id(
    reader: &mut Reader,
    object: &mut Object,
    kind: Kind,
    derive: &dyn Fn() -> String,
) -> OwnId {
    let written = object.require(reader, "id", |reader, value, at| {
        match pattern(reader, value, at, "bad-id", is_id) {
            Ok(id) => Some(id),
            Err(text) => text,
        }
    });
    if let Some(id) = reader.given.take() {
        return OwnId { id, written };
    }
    let wanted = written.as_deref().map_or_else(derive, stable_id);
    let id = reader.names(kind).take_free(&wanted);
    if id != wanted {
        reader.warn("duplicate-id", &object.at, format!("{wanted}: {id}"));
    }
    // Nothing refers to a listing.
    if kind != Kind::Listing
        && let Some(written) = &written
    {
        reader.names(kind).alias(written, &id);
    }
    OwnId { id, written }
}

/// Makes a record known under its names too, so that a listing may call it by name.
pub(crate) fn alias_names(reader: &mut Reader, kind: Kind, names: &Text, id: &str) {
    for (_, name) in names.iter() {
        reader.names(kind).alias(name, id);
    }
}

/// The id of the record that `value` means. A name that no record has makes one where that
/// is possible: what the source says is kept. An id that leads nowhere is left out.
pub(crate) fn reference(reader: &mut Reader, value: Value, at: &At, kind: Kind) -> Option<String> {
    let (written, label) = match value {
        Value::Object(_) => {
            reader.wrong_type(at, "id", &value);
            let Value::Object(mut members) = value else {
                return None;
            };
            let label = ["name", "title", "label", "id"]
                .iter()
                .find_map(|member| members.remove(member))?;
            let label = name(reader, label, at)?;
            let first = label.iter().next()?.1.to_owned();
            (first, label)
        }
        value => {
            let written =
                pattern(reader, value, at, "bad-id", is_id).map_or_else(|text| text, Some)?;
            let label = Text::new(reader.language.clone(), written.clone());
            (written, label)
        }
    };
    if let Some(id) = reader.known().find(kind, &written) {
        return Some(id);
    }
    let is_name = !is_id(&written) || reader.known().none_declared(kind);
    if is_name && let Some(id) = reader.make(kind, &written, label) {
        reader.warn("record-made", at, &written);
        return Some(id);
    }
    reader.warn("unresolved-reference", at, &written);
    None
}

/// A list of references; one text where a list is due is cut at commas and semicolons.
pub(crate) fn references(reader: &mut Reader, value: Value, at: &At, kind: Kind) -> Vec<String> {
    let value = split_if_text(reader, value, at);
    let mut items = Items::of(reader, value, *at, reader.limits.items);
    let (mut ids, mut seen) = (Vec::new(), HashSet::new());
    while let Some((value, at)) = items.next(reader) {
        let id = reference(reader, value, &at, kind);
        ids.extend(id.filter(|id| seen.insert(id.clone())));
    }
    ids
}
