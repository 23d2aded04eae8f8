//! The head of a catalog and its records, in the order in which ids become known.

use crate::{
    Catalog, Text,
    read::{
        assertions::{assertion_base, source},
        at::At,
        exchanges::exchange,
        json::Value,
        links::{href, link},
        object::Object,
        reader::Reader,
        records::{categories, organization, platform},
        shards::shard,
        texts::{name, running},
        values::{day, language, pattern, string},
    },
};
use serde_json::Map;

/// Members that the reading of a listing depends on.
pub(super) const RECORDS: &[&str] = &[
    "defaultLanguage",
    "languages",
    "sources",
    "categories",
    "organizations",
    "exchanges",
    "platforms",
];

/// Takes all but the listings out of a document, and makes its records known.
pub(super) fn document(reader: &mut Reader, object: &mut Object) -> Catalog {
    let mut catalog = head(reader, object);
    let limit = reader.limits.listings;
    object.fill_list(reader, "sources", source, &mut catalog.sources);
    object.fill(
        reader,
        "defaultAssertion",
        assertion_base,
        &mut catalog.default_assertion,
    );
    catalog.categories = categories(reader, object);
    catalog.organizations = object.records(reader, "organizations", limit, organization);
    catalog.exchanges = object.records(reader, "exchanges", limit, exchange);
    catalog.platforms = object.records(reader, "platforms", limit, platform);
    reader.close_records();
    catalog.facts = object.read(reader, "facts", facts).unwrap_or_default();
    object.fill_list(reader, "shards", shard, &mut catalog.shards);
    object.fill_list(reader, "links", link, &mut catalog.links);
    for name in ["$schema", "$comment"] {
        object.read(reader, name, string);
    }
    catalog
}

/// A catalog around listings that came without a head.
pub(super) fn headless(reader: &mut Reader) -> Catalog {
    reader.error("no-head", &At::ROOT, "");
    reader.close_records();
    let language = reader.language.as_str();
    Catalog {
        format_version: String::from("0.1"),
        id: String::from("catalog"),
        title: Text::new(language, "catalog"),
        default_language: language.to_owned(),
        languages: vec![language.to_owned()],
        ..Catalog::default()
    }
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
fn facts(reader: &mut Reader, value: Value, at: &At) -> Option<Map<String, serde_json::Value>> {
    let object = Object::open(reader, value, *at)?;
    let mut kept = Map::new();
    for (name, value) in object.members.into_members() {
        let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
        if whole || value.is_string() || value.is_boolean() {
            kept.insert(name.into_owned(), value.into_owned());
        } else {
            reader.wrong_type(&at.member(&name), "integer, string or boolean", &value);
        }
    }
    Some(kept)
}
