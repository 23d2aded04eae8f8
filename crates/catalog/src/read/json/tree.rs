//! JSON as the reader takes it apart: a tree that borrows its texts from the file.
//!
//! `serde_json::Value` owns every text and hashes every member's name; a listing has some sixty
//! texts and twenty members, each looked at once. Here a member is found by walking a short list,
//! and keeps its place when others are taken, so that what is left is named in the file's order.

use serde_json::Number;
use std::{borrow::Cow, collections::HashMap};

/// One JSON value. Whatever is no escape is borrowed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    Number(Number),
    String(Cow<'t, str>),
    Array(Vec<Value<'t>>),
    Object(Map<'t>),
}

impl<'t> Value<'t> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    pub(crate) fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) const fn as_object(&self) -> Option<&Map<'t>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member `name` of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    pub(crate) const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub(crate) const fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    pub(crate) const fn is_boolean(&self) -> bool {
        matches!(self, Self::Bool(_))
    }

    pub(crate) const fn is_array(&self) -> bool {
        matches!(self, Self::Array(_))
    }

    pub(crate) const fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// The same value on its own, for what is carried through.
    pub(crate) fn into_owned(self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(flag) => serde_json::Value::Bool(flag),
            Self::Number(number) => serde_json::Value::Number(number),
            Self::String(text) => serde_json::Value::String(text.into_owned()),
            Self::Array(items) => {
                serde_json::Value::Array(items.into_iter().map(Value::into_owned).collect())
            }
            Self::Object(members) => serde_json::Value::Object(
                members
                    .into_members()
                    .map(|(name, value)| (name.into_owned(), value.into_owned()))
                    .collect(),
            ),
        }
    }
}

impl std::fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not by the `Display` of that tree, which knows indented text as well.
        f.write_str(&serde_json::to_string(&self.clone().into_owned()).unwrap_or_default())
    }
}

/// A member by its name; none where it was taken.
pub(in crate::read) type Member<'t> = (Cow<'t, str>, Option<Value<'t>>);

/// Members from which on their names are looked up in a map.
const MANY: usize = 32;

/// The members of an object in the order of the file. One that was taken leaves a hole.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Map<'t> {
    members: Vec<Member<'t>>,
    /// One bit for each name, of 64: most names that are asked for are not there.
    marks: u64,
}

/// The bit of a name. Its length and ends tell apart most names that stand in one object.
fn mark(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let end = |byte: Option<&u8>| u32::from(byte.copied().unwrap_or(0));
    let mixed = end(bytes.first()) * 7 + end(bytes.last()) * 3 + bytes.len() as u32 * 11;
    1 << (mixed % 64)
}

impl<'t> Map<'t> {
    /// The object of `members`. Of those with one name the last counts, in the place of the first.
    pub(in crate::read) fn of(members: Vec<Member<'t>>) -> Self {
        let (mut marks, mut doubled) = (0, false);
        for (name, _) in &members {
            let mark = mark(name);
            doubled |= marks & mark != 0;
            marks |= mark;
        }
        let mut map = Self { members, marks };
        if doubled {
            map.settle();
        }
        map
    }

    /// Joins members of one name. Called only when two names may be one.
    fn settle(&mut self) {
        // A map of the names where a list of them would be walked too often.
        let mut first = HashMap::new();
        let many = self.members.len() > MANY;
        for at in 1..self.members.len() {
            let (before, rest) = self.members.split_at_mut(at);
            let (Some((name, value)), Some((last, _))) = (rest.first_mut(), before.last()) else {
                continue;
            };
            let place = if many {
                first.entry(last.to_string()).or_insert(at - 1);
                first.get(name.as_ref()).copied()
            } else {
                before.iter().position(|(known, _)| known == name)
            };
            if let Some((_, kept)) = place.and_then(|place| before.get_mut(place)) {
                *kept = value.take();
            }
        }
    }

    #[inline]
    fn place(&self, name: &str) -> Option<usize> {
        if self.marks & mark(name) == 0 {
            return None;
        }
        let is_it = |(known, value): &Member<'t>| value.is_some() && *known == *name;
        self.members.iter().position(is_it)
    }

    pub(crate) fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value<'t>> {
        self.members.get(self.place(name)?)?.1.as_ref()
    }

    /// Takes a member out.
    pub(crate) fn remove(&mut self, name: &str) -> Option<Value<'t>> {
        let place = self.place(name)?;
        self.members.get_mut(place)?.1.take()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'t>)> {
        self.members
            .iter()
            .filter_map(|(name, value)| Some((name.as_ref(), value.as_ref()?)))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Value<'t>> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn len(&self) -> usize {
        self.iter().count()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The members that are left, with their names.
    pub(crate) fn into_members(self) -> impl Iterator<Item = (Cow<'t, str>, Value<'t>)> {
        self.members
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
    }
}
