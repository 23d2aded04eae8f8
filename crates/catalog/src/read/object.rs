//! One JSON object being read: members are taken out one by one, what is left is unknown.

use crate::read::{at::At, reader::Reader};
use serde_json::{Map, Value};

/// An object whose members are taken as they are understood.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    pub(crate) members: Map<String, Value>,
    pub(crate) at: At<'a>,
}

/// Whether members that begin with `x-` belong to publishers here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    /// They are carried through.
    Kept,
    /// The schema allows none here.
    Refused,
}

impl<'a> Object<'a> {
    /// Opens `value`; anything but an object is an error and `None`.
    pub(crate) fn open(reader: &mut Reader, value: Value, at: At<'a>) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self { members, at }),
            other => {
                reader.wrong_type(&at, "object", &other);
                None
            }
        }
    }

    /// Whether the member is there and not null.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.get(name).is_some_and(|value| !value.is_null())
    }

    /// Takes a member out. Null counts as absent, and is an error, as no member may be null.
    pub(crate) fn take(&mut self, reader: &mut Reader, name: &str) -> Option<Value> {
        match self.members.remove(name)? {
            Value::Null => {
                reader.error("null-value", &self.at.member(name), name);
                None
            }
            value => Some(value),
        }
    }

    /// Takes a member that may be null.
    pub(crate) fn take_nullable(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name).filter(|value| !value.is_null())
    }

    /// Notes that a member the schema requires is not there.
    pub(crate) fn missing(&self, reader: &mut Reader, name: &str) {
        reader.error("missing-member", &self.at, name);
    }

    /// Takes a member and reads it.
    pub(crate) fn read<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: impl FnOnce(&mut Reader, Value, &At) -> Option<T>,
    ) -> Option<T> {
        let value = self.take(reader, name)?;
        read(reader, value, &self.at.member(name))
    }

    /// Takes a member that must be there and reads it.
    pub(crate) fn require<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: impl FnOnce(&mut Reader, Value, &At) -> Option<T>,
    ) -> Option<T> {
        if !self.members.contains_key(name) {
            self.missing(reader, name);
        }
        self.read(reader, name, read)
    }

    /// Takes a list and reads its items; items that cannot be read are left out.
    pub(crate) fn list<T>(
        &mut self,
        reader: &mut Reader,
        name: &str,
        read: impl FnMut(&mut Reader, Value, &At) -> Option<T>,
    ) -> Vec<T> {
        let limit = reader.limits.items;
        match self.take(reader, name) {
            Some(value) => list(reader, value, &self.at.member(name), limit, read),
            None => Vec::new(),
        }
    }

    /// Ends the reading: members of publishers are returned, all others are named and ignored.
    pub(crate) fn finish(self, reader: &mut Reader, own: Own) -> Map<String, Value> {
        let mut kept = Map::new();
        for (name, value) in self.members {
            if own == Own::Kept && name.starts_with("x-") {
                kept.insert(name, value);
            } else {
                reader.error("unknown-member", &self.at, &name);
            }
        }
        kept
    }
}

/// Reads a list: a single value where a list is due is a list of one; nulls are left out.
pub(crate) fn list<T>(
    reader: &mut Reader,
    value: Value,
    at: &At,
    limit: usize,
    mut read: impl FnMut(&mut Reader, Value, &At) -> Option<T>,
) -> Vec<T> {
    let items = match value {
        Value::Array(items) => items,
        single => {
            reader.wrong_type(at, "list", &single);
            return read(reader, single, at).into_iter().collect();
        }
    };
    if items.len() > limit {
        reader.warn(
            "list-cut",
            at,
            format!("{limit} of {} items kept", items.len()),
        );
    }
    let mut kept = Vec::with_capacity(items.len().min(limit));
    for (index, item) in items.into_iter().take(limit).enumerate() {
        let place = at.item(index);
        if item.is_null() {
            reader.error("null-value", &place, "");
        } else {
            kept.extend(read(reader, item, &place));
        }
    }
    kept
}
