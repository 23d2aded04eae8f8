//! Where values come from: sources and assertions.

use crate::{
    Assertion, AssertionBase, AssertionStatus, Source, Text,
    read::{
        at::At,
        dates::fuzzy_date,
        ids::{own_id, reference},
        json::Value,
        known::Kind,
        links::href,
        object::Object,
        reader::Reader,
        texts::{name, running},
        values::{day, token},
    },
    stable_id,
};

/// A source of facts.
pub(crate) fn source(reader: &mut Reader, value: Value, at: &At) -> Option<Source> {
    let mut object = Object::open(reader, value, *at)?;
    let title = object.require(reader, "title", name);
    let own = own_id(reader, &mut object, Kind::Source, &|| {
        stable_id(&format!("source\n{}", first(title.as_ref())))
    });
    let source = Source {
        title: title.unwrap_or_else(|| Text::new(reader.language.clone(), own.id.clone())),
        id: own.id,
        publisher: object.string(reader, "publisher"),
        author: object.string(reader, "author"),
        url: object.read(reader, "url", href),
        published: object.read(reader, "published", fuzzy_date),
        retrieved: object.read(reader, "retrieved", day),
        note: object.read(reader, "note", running),
    };
    object.close(reader);
    Some(source)
}

/// The first string of a text, whatever its language; empty if there is none.
pub(crate) fn first(text: Option<&Text>) -> &str {
    text.and_then(|text| text.iter().next())
        .map_or("", |(_, text)| text)
}

/// The status that covers every value without an assertion of its own.
pub(crate) fn assertion_base(reader: &mut Reader, value: Value, at: &At) -> Option<AssertionBase> {
    let mut object = Object::open(reader, value, *at)?;
    let status = object.require(reader, "status", status);
    let source = object.read(reader, "source", source_reference);
    object.close(reader);
    Some(AssertionBase {
        status: status.unwrap_or(AssertionStatus::Unknown),
        source,
    })
}

/// Takes the assertions of a record.
pub(crate) fn assertions(reader: &mut Reader, object: &mut Object) -> Vec<Assertion> {
    object.list(reader, "assertions", assertion)
}

fn assertion(reader: &mut Reader, value: Value, at: &At) -> Option<Assertion> {
    let mut object = Object::open(reader, value, *at)?;
    // Not cleaned: a pointer is compared with places, never shown as text.
    let path = object.require(reader, "path", |reader, value, at| match value {
        Value::String(path) => Some(path.into_owned()),
        other => {
            reader.wrong_type(at, "string", &other);
            None
        }
    });
    let status = object.require(reader, "status", status);
    let source = object.read(reader, "source", source_reference);
    let note = object.read(reader, "note", running);
    object.close(reader);
    Some(Assertion {
        path: path?,
        status: status.unwrap_or(AssertionStatus::Unknown),
        source,
        note,
    })
}

fn status(reader: &mut Reader, value: Value, at: &At) -> Option<AssertionStatus> {
    token(reader, value, at, AssertionStatus::parse)
}

fn source_reference(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    reference(reader, value, at, Kind::Source)
}
