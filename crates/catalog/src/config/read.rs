//! Bytes become a configuration; every option is read on its own.

use super::{Config, ConfigLink, ConfigSource, theme::theme};
use crate::{
    Limits, NotACatalog, Notice, Parsed, Severity, Text,
    id::is_id,
    read::{
        At, Items, Names, Object, Reader, Value, contact, decode, flag, href, inquiry_target,
        language, name, parse_json, running, string, strings, token,
    },
    sources::SourceKind,
    stable_id,
};
use std::collections::BTreeMap;

/// Interface languages the page has words for.
const INTERFACE_LANGUAGES: &[&str] = &["zh-Hans", "en"];

/// Reads `config.json`. Unreadable bytes give the default configuration and one notice
/// `config-unreadable`; a bad option gives a notice with its place, and its default stands.
pub fn read_config(bytes: &[u8], limits: &Limits) -> Parsed<Config> {
    let text = match decode(bytes, limits) {
        Ok(text) => text,
        Err(error) => return unreadable(&error),
    };
    let value = match parse_json(&text) {
        Ok(value) => value,
        Err(error) => return unreadable(&error),
    };
    let mut reader = Reader::new(limits, "en");
    let config = config(&mut reader, value).unwrap_or_default();
    Parsed {
        value: config,
        notices: reader.finish(),
    }
}

fn unreadable(error: &NotACatalog) -> Parsed<Config> {
    let notice = Notice::new(Severity::Error, "config-unreadable", "", error.to_string());
    Parsed {
        value: Config::default(),
        notices: vec![notice],
    }
}

fn config(reader: &mut Reader, value: Value) -> Option<Config> {
    let mut object = Object::open(reader, value, At::ROOT)?;
    let base = Config::default();
    if let Some(language) = object
        .members
        .get("defaultLanguage")
        .and_then(Value::as_str)
    {
        language.clone_into(&mut reader.language);
    }
    let config = Config {
        version: object
            .read(reader, "version", version)
            .unwrap_or(base.version),
        name: object.read(reader, "name", name).unwrap_or_default(),
        tagline: object.read(reader, "tagline", name).unwrap_or_default(),
        logo: object.read(reader, "logo", href),
        theme: object.read(reader, "theme", theme).unwrap_or_default(),
        languages: object
            .read(reader, "languages", interface_languages)
            .unwrap_or(base.languages),
        default_language: object.read(reader, "defaultLanguage", interface_language),
        links: object.list(reader, "links", config_link),
        sources: object
            .read(reader, "sources", sources)
            .unwrap_or(base.sources),
        inquiry: object.list(reader, "inquiry", inquiry_target),
        contact: object.read(reader, "contact", contact),
        texts: object.read(reader, "texts", texts).unwrap_or_default(),
    };
    object.members.remove("$schema");
    object.members.remove("$comment");
    object.finish(reader);
    Some(config)
}

/// The form this code knows; a newer one is said and read as far as it is understood.
fn version(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let version = string(reader, value, at)?;
    if version != "0.1" {
        reader.warn("version-not-known", at, &version);
    }
    Some(version)
}

fn interface_languages(reader: &mut Reader, value: Value, at: &At) -> Option<Vec<String>> {
    let mut kept: Vec<String> = Vec::new();
    for tag in strings(reader, value, at) {
        match known_language(&tag) {
            Some(known) if !kept.contains(&known) => kept.push(known),
            Some(_) => {}
            None => reader.error("language-not-spoken", at, &tag),
        }
    }
    (!kept.is_empty()).then_some(kept)
}

fn interface_language(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let tag = language(reader, value, at)?;
    let known = known_language(&tag);
    if known.is_none() {
        reader.error("language-not-spoken", at, &tag);
    }
    known
}

/// The interface language that `tag` asks for: the same base language is enough.
fn known_language(tag: &str) -> Option<String> {
    let base = tag.split(['-', '_']).next()?;
    INTERFACE_LANGUAGES
        .iter()
        .find(|known| {
            known
                .split('-')
                .next()
                .is_some_and(|b| b.eq_ignore_ascii_case(base))
        })
        .map(|known| (*known).to_owned())
}

fn config_link(reader: &mut Reader, value: Value, at: &At) -> Option<ConfigLink> {
    let mut object = Object::open(reader, value, *at)?;
    let label = object.require(reader, "label", name);
    let href = object.require(reader, "href", href);
    object.finish(reader);
    let href = href?;
    let label = label.unwrap_or_else(|| Text::new(reader.language.clone(), href.clone()));
    Some(ConfigLink { label, href })
}

fn sources(reader: &mut Reader, value: Value, at: &At) -> Option<Vec<ConfigSource>> {
    let mut taken = Names::default();
    let mut sources = Vec::new();
    let mut items = Items::of(reader, value, *at, reader.limits.items);
    while let Some((value, at)) = items.next(reader) {
        sources.extend(source(reader, value, &at, &mut taken));
    }
    Some(sources)
}

fn source(reader: &mut Reader, value: Value, at: &At, taken: &mut Names) -> Option<ConfigSource> {
    let mut object = Object::open(reader, value, *at)?;
    let id = object.require(reader, "id", string);
    let url = object.require(reader, "url", href);
    let mapping = object.read(reader, "mapping", href);
    let kind = object.read(reader, "kind", |reader, value, at| {
        token(reader, value, at, SourceKind::parse)
    });
    let title = object.read(reader, "title", name);
    let banner = object.read(reader, "banner", running);
    let ahead = object.read(reader, "x-jishi-index", flag).unwrap_or(false);
    object.finish(reader);
    let url = url?;
    let guessed = match mapping {
        Some(_) => SourceKind::Sheet,
        None => SourceKind::Dxc,
    };
    let kind = kind.unwrap_or(guessed);
    if !kind.is_read() {
        reader.error("source-kind-not-read", at, kind.as_str());
        return None;
    }
    if kind == SourceKind::Sheet && mapping.is_none() {
        reader.error("sheet-without-mapping", at, &url);
        return None;
    }
    let id = source_id(reader, id.unwrap_or_else(|| url.clone()), at, taken);
    Some(ConfigSource {
        id,
        kind,
        url,
        mapping,
        title,
        banner,
        ahead,
    })
}

/// An id that can be the first part of a key: the schema's pattern without `~`, unique.
fn source_id(reader: &mut Reader, written: String, at: &At, taken: &mut Names) -> String {
    let id = if is_id(&written) && !written.contains('~') {
        written.clone()
    } else {
        reader.error("bad-id", at, &written);
        stable_id(&written.replace('~', " "))
    };
    let mut free = id.clone();
    let mut number = 2;
    while !taken.take(&free) {
        free = format!("{id}-{number}");
        number += 1;
    }
    if free != id {
        reader.error("duplicate-id", at, format!("{id}: {free}"));
    }
    free
}

fn texts(reader: &mut Reader, value: Value, at: &At) -> Option<BTreeMap<String, Text>> {
    let object = Object::open(reader, value, *at)?;
    let mut kept = BTreeMap::new();
    for (key, value) in object.members.into_members() {
        let place = at.member(&key);
        if let Some(text) = running(reader, value, &place) {
            kept.insert(key.into_owned(), text);
        }
    }
    Some(kept)
}
