//! The file as a whole: a catalog, a bare list of listings, or one listing a line.

use crate::{
    Catalog, Limits, Listing, Text,
    parse::has_han,
    read::{
        NotACatalog,
        at::{At, Step},
        json::{decode, not_json},
        listings::listing,
        object::Object,
        reader::{Reader, excerpt},
    },
    sources::{SourceKind, detect},
};
use serde_json::{Map, Value};

/// What a file holds.
#[derive(Debug)]
pub(crate) enum Body {
    /// A native document, or one listing's object.
    Document(Map<String, Value>),
    /// A list of listings.
    List(Vec<Value>),
    /// One listing a line, with the numbers of the lines that are not JSON.
    Lines(Vec<(usize, Result<Value, String>)>),
}

/// The body of `bytes`.
pub(crate) fn body(bytes: &[u8], limits: &Limits) -> Result<Body, NotACatalog> {
    let text = decode(bytes, limits)?;
    let value: Value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            return lines(&text)
                .map_or_else(|| Err(not_json(&error, text.as_bytes())), native_lines);
        }
    };
    match (detect(&value), value) {
        (Some(SourceKind::Dxc), Value::Object(members)) => Ok(Body::Document(members)),
        (Some(SourceKind::Dxc), Value::Array(items)) => Ok(Body::List(items)),
        (Some(kind), _) => Err(NotACatalog::Foreign { kind }),
        (None, Value::Array(items)) if items.iter().any(is_named) => Ok(Body::List(items)),
        (None, other) => Err(NotACatalog::NoListings {
            found: found(&other),
        }),
    }
}

/// Whether a value can be a listing: an object with a title, a name or an id.
fn is_named(value: &Value) -> bool {
    value.as_object().is_some_and(|object| {
        ["title", "name", "id"]
            .iter()
            .any(|name| object.contains_key(*name))
    })
}

/// What a document has instead of listings.
fn found(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let names: Vec<&str> = members.keys().take(8).map(String::as_str).collect();
            format!("members {}", names.join(", "))
        }
        other => excerpt(other),
    }
}

/// One document a line, if the first two lines are objects of their own.
fn lines(text: &str) -> Option<Vec<(usize, Result<Value, String>)>> {
    let full: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let is_object = |(_, line): &(usize, &str)| {
        serde_json::from_str::<Value>(line).is_ok_and(|v| v.is_object())
    };
    if full.len() < 2 || !is_object(full.first()?) {
        return None;
    }
    let read = |(number, line): (usize, &str)| {
        let value = serde_json::from_str(line).map_err(|error| error.to_string());
        (number, value)
    };
    Some(full.into_iter().map(read).collect())
}

/// Lines of listings, unless they are of another kind that has a name.
fn native_lines(lines: Vec<(usize, Result<Value, String>)>) -> Result<Body, NotACatalog> {
    let first = lines.iter().find_map(|(_, line)| line.as_ref().ok());
    match first.and_then(detect) {
        None | Some(SourceKind::Dxc) if first.is_some_and(is_named) => Ok(Body::Lines(lines)),
        None | Some(SourceKind::Dxc) => Err(NotACatalog::NoListings {
            found: first.map(found).unwrap_or_default(),
        }),
        Some(kind) => Err(NotACatalog::Foreign { kind }),
    }
}

impl Body {
    /// The language of bare strings: stated, else the first one listed, else what the text
    /// is written in.
    pub(crate) fn language(&self) -> String {
        let stated = match self {
            Self::Document(members) => members
                .get("defaultLanguage")
                .or_else(|| members.get("languages").and_then(|tags| tags.get(0)))
                .and_then(Value::as_str)
                .and_then(crate::parse::language_tag),
            Self::List(_) | Self::Lines(_) => None,
        };
        stated.unwrap_or_else(|| {
            let han = match self {
                Self::Document(members) => members.values().any(value_has_han),
                Self::List(items) => items.iter().any(value_has_han),
                Self::Lines(lines) => lines
                    .iter()
                    .any(|(_, line)| line.as_ref().is_ok_and(value_has_han)),
            };
            String::from(if han { "zh" } else { "en" })
        })
    }

    /// The listings of a bare list or of lines; none of a document.
    pub(crate) fn listings(self, reader: &mut Reader) -> Vec<Listing> {
        let limit = reader.limits.listings;
        match self {
            Self::Document(_) => Vec::new(),
            Self::List(items) => {
                crate::read::list(reader, Value::Array(items), &At::ROOT, limit, listing)
            }
            Self::Lines(lines) => {
                let mut listings = Vec::new();
                for (number, line) in lines.into_iter().take(limit) {
                    let at = At::ROOT.step(Step::Line(number));
                    match line {
                        Ok(value) => listings.extend(listing(reader, value, &at)),
                        Err(reason) => reader.error("bad-line", &at, reason),
                    }
                }
                listings
            }
        }
    }
}

fn value_has_han(value: &Value) -> bool {
    match value {
        Value::String(text) => has_han(text),
        Value::Array(items) => items.iter().any(value_has_han),
        Value::Object(members) => members.values().any(value_has_han),
        _ => false,
    }
}

/// Takes the listings of a document; `datasets` is read as `listings`, and a document that is
/// itself a listing is a list of one.
pub(crate) fn read_listings(reader: &mut Reader, object: &mut Object) -> Vec<Listing> {
    let limit = reader.limits.listings;
    let mut listings = Vec::new();
    for name in ["listings", "datasets"] {
        let Some(value) = object.take(reader, name) else {
            continue;
        };
        let at = object.at.member(name);
        if name != "listings" {
            reader.error("unknown-member", &object.at, name);
        }
        listings.extend(crate::read::list(reader, value, &at, limit, listing));
    }
    if object.members.contains_key("offers") {
        let members = std::mem::take(&mut object.members);
        listings.extend(listing(reader, Value::Object(members), &At::ROOT));
    }
    listings
}

/// A catalog around listings that came without a head.
pub(crate) fn headless(language: &str, listings: Vec<Listing>) -> Catalog {
    Catalog {
        format_version: String::from("0.1"),
        id: String::from("catalog"),
        title: Text::new(language, "catalog"),
        default_language: language.to_owned(),
        languages: vec![language.to_owned()],
        listings,
        ..Catalog::default()
    }
}
