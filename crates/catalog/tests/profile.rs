//! The reader and `schema/catalog.schema.json` agree: what the schema refuses is an error of
//! the reading, what it accepts is none, and whatever was read is written back as the schema
//! wants it. Catalogs are changed at random places to find where they would differ.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use catalog::{Limits, Severity, read_catalog};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

const SCHEMA: &str = include_str!("../../../schema/catalog.schema.json");

fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR
        .get_or_init(|| jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap())
}

/// A catalog with every member of the format in it.
fn whole() -> Value {
    serde_json::from_str(include_str!("catalogs/whole.json")).unwrap()
}

fn errors(document: &Value) -> Vec<String> {
    match read_catalog(document.to_string().as_bytes(), &Limits::default()) {
        Ok(read) => read
            .notices
            .iter()
            .filter(|notice| notice.severity == Severity::Error)
            .map(|notice| format!("{} {} {}", notice.code, notice.at, notice.data))
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

fn check(validator: &Validator, document: &Value) -> Result<(), TestCaseError> {
    let refused = validator.iter_errors(document).next();
    let errors = errors(document);
    match &refused {
        Some(error) => prop_assert!(
            !errors.is_empty(),
            "schema refuses {} at {}, the reader says nothing",
            error,
            error.instance_path()
        ),
        None => prop_assert!(
            errors.is_empty(),
            "schema accepts, the reader says {errors:?}"
        ),
    }
    if let Ok(read) = read_catalog(document.to_string().as_bytes(), &Limits::default()) {
        let written = serde_json::to_value(&read.value).unwrap();
        let broken = validator
            .iter_errors(&written)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect::<Vec<_>>();
        let version = read.value.format_version != "0.1";
        prop_assert!(version || broken.is_empty(), "written back: {broken:?}");
    }
    Ok(())
}

#[test]
fn accepts_a_catalog_with_every_member() {
    check(validator(), &whole()).unwrap();
    assert_eq!(errors(&whole()), Vec::<String>::new());
}

#[test]
fn keeps_every_value_of_a_catalog_with_every_member() {
    let read = read_catalog(whole().to_string().as_bytes(), &Limits::default()).unwrap();
    let mut expected = whole();
    expected.as_object_mut().unwrap().remove("$schema");
    assert_eq!(read.notices, Vec::new());
    let written = serde_json::to_value(&read.value).unwrap();
    let (written, expected) = (in_one_language(written), in_one_language(expected));
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(written.get(name), Some(value), "{name}");
    }
}

/// Bare strings become maps while reading: `"a"` and `{"en": "a"}` are the same text,
/// as are 20 and 20.0, absent and null or false.
fn in_one_language(value: Value) -> Value {
    match value {
        Value::Object(map) if map.len() == 1 && map.contains_key("en") => map["en"].clone(),
        Value::Object(map) => {
            let mut sorted: Vec<_> = map.into_iter().collect();
            sorted.sort_by(|a, b| a.0.cmp(&b.0));
            let members = sorted
                .into_iter()
                .filter(|(_, value)| !value.is_null() && *value != json!(false));
            members
                .map(|(name, value)| (name, in_one_language(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(in_one_language).collect(),
        Value::Number(number) => json!(number.as_f64()),
        other => other,
    }
}

/// Places of a document: every value in it by its pointer.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            pointers(value, &format!("{at}/{name}"), into);
        }),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), into)),
        _ => {}
    }
}

/// What a value is replaced by.
fn replacements() -> Vec<Value> {
    let mut values: Vec<Value> = [
        "",
        " ",
        "x",
        "free",
        "fixed",
        "range",
        "subscription",
        "negotiable",
        "unknown",
        "none",
        "2021-03",
        "2021-03-31",
        "0000-00-00",
        "P1M",
        "P1M1Y",
        "javascript:alert(1)",
        "HTTP://x",
        "https://x/a b",
        "a\n",
        " a",
        "<p>a</p>",
        "zh_CN",
        "zh",
        "CNY",
        "cny",
        "0.50",
        "00.5",
        "1e5",
        "语音",
        "a#b",
        "A",
        "A01",
        "320900",
        "CN",
        "CN-JS",
        "\u{202e}a",
        "www.example.org",
        "a@b.example",
        "ongoing",
        "www",
    ]
    .iter()
    .map(|text| json!(text))
    .collect();
    values.extend([
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.0),
        json!(1.5),
        json!(1e300),
        json!([]),
        json!([null]),
        json!(["x"]),
        json!([""]),
        json!({}),
        json!({"zh": "文", "en": "text"}),
        json!({"x": "y"}),
        json!({"zh": ""}),
        json!({"zh": null}),
        json!([[1]]),
        json!({"currency": "CNY"}),
        json!({"currency": "CNY", "max": "1"}),
        json!({"currency": "CNY", "min": "2", "max": "1"}),
        json!({"currency": "CNY", "amount": "0"}),
    ]);
    values
}

/// Names a member is added under or renamed to.
const NAMES: &[&str] = &[
    "x-own",
    "nonsense",
    "price",
    "billingModel",
    "priceType",
    "name",
    "offers",
];

fn change(document: &mut Value, place: usize, how: usize, which: usize) {
    let mut places = Vec::new();
    pointers(document, "", &mut places);
    let pointer = places[place % places.len()].clone();
    let replacements = replacements();
    let replacement = replacements[which % replacements.len()].clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap_or(("", ""));
    let name = name.replace("~1", "/").replace("~0", "~");
    match how % 4 {
        0 if !pointer.is_empty() => match document.pointer_mut(parent) {
            Some(Value::Object(map)) => {
                map.remove(&name);
            }
            Some(Value::Array(items)) => {
                items.remove(name.parse::<usize>().unwrap());
            }
            _ => {}
        },
        1 => {
            if let Some(Value::Object(map)) = document.pointer_mut(&pointer) {
                map.insert(NAMES[which % NAMES.len()].to_owned(), replacement);
            }
        }
        _ if !pointer.is_empty() => {
            if let Some(value) = document.pointer_mut(&pointer) {
                *value = replacement;
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_the_schema_wherever_a_catalog_is_changed(
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..4)
    ) {
        let mut document = whole();
        for (place, how, which) in changes {
            change(&mut document, place, how, which);
        }
        check(validator(), &document)?;
    }
}
