//! What writing is made of: objects that grow member by member. None of it is inlined; a member
//! of a record is one call here.

use crate::{Map, Record, Value};

/// An object without members.
#[must_use]
#[inline(never)]
pub fn object() -> Value {
    Value::Object(Map::new())
}

/// A text.
#[must_use]
#[inline(never)]
pub fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// A variant with what it holds.
#[must_use]
#[inline(never)]
pub fn tagged(name: &str, content: Value) -> Value {
    let mut value = object();
    insert(&mut value, name, content);
    value
}

/// Adds a member to an object.
#[inline(never)]
pub fn put(object: &mut Value, name: &str, value: &dyn Record) {
    insert(object, name, value.write());
}

/// Adds a member unless it says nothing.
#[inline(never)]
pub fn put_some(object: &mut Value, name: &str, value: &dyn Record) {
    if !value.is_absent() {
        put(object, name, value);
    }
}

/// Adds a member that is a text.
#[inline(never)]
pub fn put_text(object: &mut Value, name: &str, value: &str) {
    insert(object, name, text(value));
}

/// Adds members as they are.
#[inline(never)]
pub fn put_all(object: &mut Value, members: &Map<String, Value>) {
    for (name, value) in members {
        insert(object, name, value.clone());
    }
}

#[inline(never)]
fn insert(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(members) = object {
        members.insert(name.to_owned(), value);
    }
}

/// The position of `name` among `names`.
#[must_use]
#[inline(never)]
pub fn place_of(name: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|known| *known == name)
}
