//! A whole catalog: head, records, listings, in the order in which ids become known.

use crate::{
    Catalog, Limits, Parsed, Text,
    read::{
        NotACatalog,
        assertions::{assertion_base, source},
        at::At,
        document::{Body, body, headless, read_listings},
        exchanges::exchange,
        links::{href, link},
        object::{Object, Own},
        reader::{Made, Reader},
        records::{categories, organization, platform},
        shards::shard,
        texts::{name, running},
        values::{day, language, pattern, string},
    },
};
use serde_json::{Map, Value};

/// Reads a catalog, leniently: every repair is a notice with its place, and one bad listing
/// never spoils the others. Notices with `Severity::Error` are what the publisher profile
/// (`catalog.schema.json`) refuses.
///
/// Also read are a list of listings, `{"listings": […]}`, `{"datasets": […]}`, and one listing
/// a line.
///
/// # Errors
/// When the file as a whole is no catalog: not JSON, another format, or without listings.
pub fn read_catalog(bytes: &[u8], limits: &Limits) -> Result<Parsed<Catalog>, NotACatalog> {
    let body = body(bytes, limits)?;
    let mut reader = Reader::new(limits, body.language());
    reader.made = Some(Made::default());
    let mut catalog = match body {
        Body::Document(members) => document(&mut reader, members),
        list => {
            reader.error("no-head", &At::ROOT, "");
            reader.known.close();
            let listings = list.listings(&mut reader);
            headless(&reader.language.clone(), listings)
        }
    };
    if let Some(made) = reader.made.take() {
        catalog.categories.extend(made.categories);
        catalog.organizations.extend(made.organizations);
        catalog.exchanges.extend(made.exchanges);
    }
    Ok(Parsed {
        value: catalog,
        notices: reader.finish(),
    })
}

fn document(reader: &mut Reader, members: Map<String, Value>) -> Catalog {
    let mut object = Object {
        members,
        at: At::ROOT,
    };
    let mut catalog = head(reader, &mut object);
    let limit = reader.limits.listings;
    catalog.sources = object.list(reader, "sources", source);
    catalog.default_assertion = object.read(reader, "defaultAssertion", assertion_base);
    catalog.categories = categories(reader, &mut object);
    catalog.organizations = object.records(reader, "organizations", limit, organization);
    catalog.exchanges = object.records(reader, "exchanges", limit, exchange);
    catalog.platforms = object.records(reader, "platforms", limit, platform);
    reader.known.close();
    catalog.facts = object.read(reader, "facts", facts).unwrap_or_default();
    catalog.shards = object.list(reader, "shards", shard);
    catalog.links = object.list(reader, "links", link);
    for name in ["$schema", "$comment"] {
        object.read(reader, name, string);
    }
    catalog.listings = read_listings(reader, &mut object);
    catalog.extra = object.finish(reader, Own::Kept);
    catalog
}

/// The members that describe the catalog itself.
fn head(reader: &mut Reader, object: &mut Object) -> Catalog {
    let format_version = object.require(reader, "formatVersion", format_version);
    let id = object.require(reader, "id", |reader, value, at| {
        match pattern(reader, value, at, "bad-id", crate::id::is_id) {
            Ok(id) => Some(id),
            Err(text) => Some(crate::stable_id(&text?)),
        }
    });
    let id = id.unwrap_or_else(|| String::from("catalog"));
    let title = object.require(reader, "title", name);
    let default_language = object.require(reader, "defaultLanguage", language);
    let default_language = default_language.unwrap_or_else(|| {
        reader.info("language-guessed", &At::ROOT, reader.language.clone());
        reader.language.clone()
    });
    Catalog {
        format_version: format_version.unwrap_or_else(|| String::from("0.1")),
        title: title.unwrap_or_else(|| Text::new(default_language.clone(), id.clone())),
        id,
        description: object.read(reader, "description", running),
        languages: languages(reader, object, &default_language),
        default_language,
        modified: object.read(reader, "modified", day),
        license: object.read(reader, "license", href),
        ..Catalog::default()
    }
}

fn format_version(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    if value.as_str() == Some("0.1") {
        return Some(String::from("0.1"));
    }
    reader.error("version-not-known", at, super::reader::excerpt(&value));
    string(reader, value, at)
}

/// The languages of the texts, each once, at least one.
fn languages(reader: &mut Reader, object: &mut Object, default: &str) -> Vec<String> {
    if !object.members.contains_key("languages") {
        object.missing(reader, "languages");
    }
    let given = object.members.get("languages").and_then(Value::as_array);
    let repeated = given.is_some_and(|tags| {
        tags.iter()
            .enumerate()
            .any(|(at, tag)| tags.iter().take(at).any(|before| before == tag))
    });
    let empty = given.is_some_and(Vec::is_empty);
    let at = object.at;
    if repeated || empty {
        let code = if empty { "empty-list" } else { "repeated-item" };
        reader.error(code, &at.member("languages"), "");
    }
    let mut kept: Vec<String> = Vec::new();
    for tag in object.list(reader, "languages", language) {
        if !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    if kept.is_empty() {
        kept.push(default.to_owned());
    }
    kept
}

/// Numbers the source gives: whole numbers, strings, flags.
fn facts(reader: &mut Reader, value: Value, at: &At) -> Option<Map<String, Value>> {
    let object = Object::open(reader, value, *at)?;
    let mut kept = Map::new();
    for (name, value) in object.members {
        let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
        if whole || value.is_string() || value.is_boolean() {
            kept.insert(name, value);
        } else {
            reader.wrong_type(&at.member(&name), "integer, string or boolean", &value);
        }
    }
    Some(kept)
}
