//! A file that is there as a whole: what it holds, cut into its members and its listings.

use crate::{
    parse::has_han,
    read::{
        NotACatalog,
        json::{Map, Value, not_json, parse},
        reader::excerpt,
        split::{Piece, Split},
        stream::Place,
    },
    sources::{SourceKind, detect_object, detect_value},
};
use std::ops::Range;

/// A file in pieces.
#[derive(Debug)]
pub(crate) struct Parts<'t> {
    /// The members of the document; `None` of a list or of lines. In place of the listings that
    /// were cut out stands an empty list.
    pub(crate) members: Option<Map<'t>>,
    /// Where in the text the listings are, in the order in which they are read.
    pub(crate) listings: Vec<(Place, Range<usize>)>,
    pub(crate) text: &'t str,
}

impl<'t> Parts<'t> {
    /// The parts of `text`, when it can be a catalog.
    pub(crate) fn of(text: &'t str) -> Result<Self, NotACatalog> {
        let parts = match cut(text) {
            Some(parts) => parts,
            None => match (lines(text), parse(text, 0)) {
                (Some(lines), _) => lines,
                // A number or a word.
                (None, Some(other)) => {
                    return Err(NotACatalog::NoListings {
                        found: found(&other),
                    });
                }
                (None, None) => return Err(not_json(text)),
            },
        };
        match parts.kind() {
            Ok(()) => Ok(parts),
            // What is no JSON at all is said before what it would be.
            Err(_) if parts.is_cut() && parse(text, 0).is_none() => Err(not_json(text)),
            Err(error) => Err(error),
        }
    }

    /// The JSON at `range`.
    pub(crate) fn json(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// Whether it is one JSON value, not lines.
    fn is_cut(&self) -> bool {
        !matches!(self.listings.first(), Some((Place::Line(_), _)))
    }

    /// Whether it is a catalog of ours; else what it is.
    fn kind(&self) -> Result<(), NotACatalog> {
        if let Some(members) = &self.members {
            return native(detect_object(members), || names_in(members));
        }
        let mut named = false;
        for (place, range) in &self.listings {
            let Some(item) = parse(self.json(range), place.outside()) else {
                continue;
            };
            let kind = detect_value(&item);
            let is_line = matches!(place, Place::Line(_));
            if kind.is_some() && !is_line {
                return native(kind, String::new);
            }
            named |= is_named(&item);
            // A file of lines is what its first line is.
            if is_line {
                let named = named.then_some(SourceKind::Dxc);
                let kind = kind.filter(|kind| *kind != SourceKind::Dxc).or(named);
                return native(kind, || found(&item));
            }
        }
        let named = named.then_some(SourceKind::Dxc);
        native(named, || format!("[{} items]", self.listings.len()))
    }

    /// The language of bare strings: stated, else the first one listed, else what the text
    /// is written in.
    pub(crate) fn language(&self) -> String {
        self.members.as_ref().and_then(stated).unwrap_or_else(|| {
            let in_head = self.members.as_ref().is_some_and(map_has_han);
            let has_han = |(place, range): &(Place, Range<usize>)| {
                let listing = parse(self.json(range), place.outside());
                listing.is_some_and(|value| value_has_han(&value))
            };
            guessed(in_head || self.listings.iter().any(has_han))
        })
    }
}

/// Only our own format is read.
pub(super) fn native(
    kind: Option<SourceKind>,
    found: impl FnOnce() -> String,
) -> Result<(), NotACatalog> {
    match kind {
        Some(SourceKind::Dxc) => Ok(()),
        Some(kind) => Err(NotACatalog::Foreign { kind }),
        None => Err(NotACatalog::NoListings { found: found() }),
    }
}

/// The language that the members of a document state.
pub(super) fn stated(members: &Map) -> Option<String> {
    let listed = || members.get("languages")?.as_array()?.first();
    let tag = members.get("defaultLanguage").or_else(listed);
    tag.and_then(Value::as_str)
        .and_then(crate::parse::language_tag)
}

/// The language of a text of which it is known whether it has Han characters.
pub(super) fn guessed(han: bool) -> String {
    String::from(if han { "zh" } else { "en" })
}

/// Cuts `text`, if it is one document or one list.
fn cut(text: &str) -> Option<Parts<'_>> {
    let (mut split, mut members) = (Split::new(), Vec::new());
    let (mut listings, is_list) = (Vec::new(), text.trim_start().starts_with('['));
    loop {
        match split.next(text.as_bytes(), true).ok()? {
            Piece::Member(name, value) => {
                let Value::String(name) = parse(text.get(name)?, 0)? else {
                    return None;
                };
                members.push((name, Some(parse(text.get(value)?, 1)?)));
            }
            Piece::Listings => {
                members.push(("listings".into(), Some(Value::Array(Vec::new()))));
            }
            Piece::Listing(item) => {
                listings.push((Place::Listing(listings.len()), item));
            }
            Piece::Item(item) => listings.push((Place::Item(listings.len()), item)),
            Piece::End => break,
        }
    }
    let members = (!is_list).then(|| Map::of(members));
    Some(Parts {
        members,
        listings,
        text,
    })
}

/// One document a line, if there are two and the first is an object of its own.
fn lines(text: &str) -> Option<Parts<'_>> {
    let (mut listings, mut start) = (Vec::new(), 0);
    for (index, line) in text.split('\n').enumerate() {
        let left = line.len() - line.trim_start().len();
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + left;
            listings.push((Place::Line(index + 1), from..from + trimmed.len()));
        }
        start += line.len() + 1;
    }
    let first = text.get(listings.first()?.1.clone())?;
    let is_object = parse(first, 0).is_some_and(|value| value.is_object());
    (listings.len() > 1 && is_object).then_some(Parts {
        members: None,
        listings,
        text,
    })
}

/// Whether a value can be a listing: an object with a title, a name or an id.
fn is_named(value: &Value) -> bool {
    value.as_object().is_some_and(|object| {
        ["title", "name", "id"]
            .iter()
            .any(|name| object.contains_key(name))
    })
}

/// What a document has instead of listings.
fn found(value: &Value) -> String {
    match value {
        Value::Object(members) => names_in(members),
        other => excerpt(other),
    }
}

fn names_in(members: &Map) -> String {
    let names = crate::parse::joined(&mut members.keys().take(8), ", ");
    format!("members {names}")
}

/// Whether a text in it has Han characters.
pub(super) fn map_has_han(members: &Map) -> bool {
    members.values().any(value_has_han)
}

fn value_has_han(value: &Value) -> bool {
    match value {
        Value::String(text) => has_han(text),
        Value::Array(items) => items.iter().any(value_has_han),
        Value::Object(members) => map_has_han(members),
        _ => false,
    }
}
