//! Texts in several languages, and lists of them.

use crate::{
    Text,
    parse::{is_language_tag, is_settled_tag, joined, language_tag, plain_line},
    read::{
        at::At,
        json::Value,
        object::list,
        reader::Reader,
        values::{clean, split_if_text},
    },
};
use std::borrow::Cow;

/// Running text: lines are kept.
pub(crate) fn running(reader: &mut Reader, value: Value, at: &At) -> Option<Text> {
    text(reader, value, at, Lines::Kept)
}

/// A name: one line.
pub(crate) fn name(reader: &mut Reader, value: Value, at: &At) -> Option<Text> {
    text(reader, value, at, Lines::Joined)
}

/// A list of names. One string where a list is due is cut at commas and semicolons.
pub(crate) fn names(reader: &mut Reader, value: Value, at: &At) -> Vec<Text> {
    let limit = reader.limits.items;
    let value = split_if_text(reader, value, at);
    list(reader, value, at, limit, name)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Kept,
    Joined,
}

fn text(reader: &mut Reader, value: Value, at: &At, lines: Lines) -> Option<Text> {
    let map = match value {
        Value::Object(map) => map,
        Value::String(text) => {
            let language = reader.language.clone();
            return one(reader, &text, at, lines).map(|text| Text::new(language, text));
        }
        Value::Number(number) => {
            reader.wrong_type(at, "text", &Value::Number(number.clone()));
            return Some(Text::new(reader.language.clone(), number.to_string()));
        }
        Value::Array(items) => {
            reader.error("wrong-type", at, "text: list");
            let joined = joined(&mut items.iter().filter_map(Value::as_str), "\n");
            let language = reader.language.clone();
            return one(reader, &joined, at, lines).map(|text| Text::new(language, text));
        }
        other => {
            reader.wrong_type(at, "text", &other);
            return None;
        }
    };
    if map.is_empty() {
        reader.error("empty-text", at, "{}");
    }
    let mut found = Text::with_room(map.len().min(8));
    for (tag, value) in map.into_members() {
        let place = at.member(&tag);
        let Some(language) = tag_of(reader, &tag, &place) else {
            continue;
        };
        match value {
            Value::String(value) => {
                if let Some(value) = one(reader, &value, &place, lines) {
                    found.insert(language, value);
                }
            }
            other => reader.wrong_type(&place, "string", &other),
        }
    }
    (!found.is_empty()).then_some(found)
}

fn tag_of<'t>(reader: &mut Reader, tag: &'t str, at: &At) -> Option<Cow<'t, str>> {
    if is_settled_tag(tag) {
        return Some(Cow::Borrowed(tag));
    }
    let language = language_tag(tag);
    if !is_language_tag(tag) {
        reader.error("bad-language-tag", at, tag);
    } else if language.as_deref() != Some(tag) {
        reader.warn("language-tag-repaired", at, tag);
    }
    language.map(Cow::Owned)
}

/// One string of a text; `None` if nothing is left of it.
fn one(reader: &mut Reader, text: &str, at: &At, lines: Lines) -> Option<String> {
    if text.is_empty() {
        reader.error("empty-text", at, "");
        return None;
    }
    if let Some(line) = plain_line(text)
        && !line.is_empty()
        && line.len() <= reader.limits.name_chars.min(reader.limits.text_chars)
    {
        return Some(line.to_owned());
    }
    let cleaned = match lines {
        Lines::Kept => clean(reader, text, at, reader.limits.text_chars),
        Lines::Joined => {
            let text = clean(reader, text, at, reader.limits.name_chars);
            joined(&mut text.split_whitespace(), " ")
        }
    };
    if cleaned.is_empty() {
        reader.warn("empty-text", at, "");
        return None;
    }
    Some(cleaned)
}
