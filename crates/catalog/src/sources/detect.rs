//! What a JSON document is, by the members that only its kind has.

use super::SourceKind;
use crate::parse::holds;
use crate::read::{Map, Value, parse_json};

/// The kind of a JSON file, or `None` if nothing says so or it is no JSON.
#[must_use]
pub fn detect(bytes: &[u8]) -> Option<SourceKind> {
    detect_value(&parse_json(std::str::from_utf8(bytes).ok()?).ok()?)
}

/// The kind of a parsed document, or `None` if nothing says so.
#[must_use]
pub(crate) fn detect_value(value: &Value) -> Option<SourceKind> {
    match value {
        Value::Object(object) => detect_object(object),
        Value::Array(items) => {
            let kind = items.iter().find_map(detect_value)?;
            // A list of listings is read as a catalog without a head.
            Some(kind)
        }
        _ => None,
    }
}

/// The kind of a parsed object.
pub(crate) fn detect_object(object: &Map) -> Option<SourceKind> {
    let has = |name: &str| object.contains_key(name);
    let text = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or("");
    let is_list = |name: &str| object.get(name).is_some_and(Value::is_array);
    let first_of = |name: &str| object.get(name).and_then(Value::as_array)?.first();
    let item_has = |list: &str, name: &str| first_of(list).is_some_and(|v| v.get(name).is_some());

    if has("formatVersion") || is_list("offers") {
        return Some(SourceKind::Dxc);
    }
    if has("stac_version") || text("type") == "FeatureCollection" && item_has("features", "assets")
    {
        return Some(SourceKind::Stac);
    }
    if is_croissant(object) {
        return Some(SourceKind::Croissant);
    }
    if has("success") && (has("result") || has("error")) || has("metadata_created") {
        return Some(SourceKind::Ckan);
    }
    if is_list("dataset") && !has("@graph") {
        return Some(SourceKind::DcatUs);
    }
    if has("@graph") || has("@context") || has("@type") || has("@id") {
        return Some(linked_data(object));
    }
    if is_list("resources") && !has("listings") {
        return Some(SourceKind::DataPackage);
    }
    if object
        .get("hits")
        .is_some_and(|hits| hits.get("hits").is_some())
    {
        return Some(SourceKind::Elasticsearch);
    }
    if is_list("results") || has("total_count") || is_list("data") && has("page_size") {
        return Some(SourceKind::Udata);
    }
    if is_list("sources") && !is_catalog(object) {
        return Some(SourceKind::Config);
    }
    is_catalog(object).then_some(SourceKind::Dxc)
}

/// Members of a native file without its head, or of a shard.
fn is_catalog(object: &Map) -> bool {
    ["listings", "datasets", "exchanges", "shards"]
        .iter()
        .any(|name| object.get(name).is_some_and(Value::is_array))
}

fn is_croissant(object: &Map) -> bool {
    let conforms = ["conformsTo", "dct:conformsTo"]
        .iter()
        .filter_map(|name| object.get(name))
        .any(|value| holds(&value.to_string(), "croissant"));
    conforms || object.contains_key("recordSet")
}

/// DCAT, schema.org, or RDF of another vocabulary.
fn linked_data(object: &Map) -> SourceKind {
    let first = object
        .get("@graph")
        .and_then(Value::as_array)
        .and_then(|nodes| nodes.first())
        .unwrap_or(&Value::Null);
    let mut words = String::new();
    for value in [
        object.get("@context"),
        object.get("@type"),
        first.get("@type"),
    ] {
        words.extend(value.map(Value::to_string));
    }
    let has_dcat_member = object.keys().any(|name| holds(name, "dcat"));
    if holds(&words, "dcat") || has_dcat_member {
        SourceKind::Dcat
    } else if holds(&words, "schema.org") {
        SourceKind::SchemaOrg
    } else {
        SourceKind::Dcat
    }
}

/// What a file that is no JSON is, by its first bytes.
#[must_use]
pub(crate) fn detect_bytes(bytes: &[u8]) -> Option<SourceKind> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(SourceKind::Zip);
    }
    let head: String =
        String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Some(SourceKind::Html);
    }
    if head.starts_with('<') {
        let rdf = holds(head, "rdf:rdf") || holds(head, "w3.org/1999/02/22-rdf-syntax-ns");
        return rdf.then_some(SourceKind::Rdf);
    }
    let turtle = ["@prefix", "prefix ", "@base", "base <"];
    turtle
        .iter()
        .any(|word| head.starts_with(word))
        .then_some(SourceKind::Rdf)
}
