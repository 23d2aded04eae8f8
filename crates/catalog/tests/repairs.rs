//! What was mended when a catalog was built stays with it, within bounds.

use catalog::{Catalog, Limits, Notice, Severity, read_catalog};
use serde_json::json;

#[test]
fn repairs_come_back_from_the_file_and_trouble_no_reader() {
    let mut catalog = Catalog::default();
    catalog.format_version = String::from("0.1");
    catalog.id = String::from("c");
    catalog.title = catalog::Text::new("en", "C");
    catalog.default_language = String::from("en");
    catalog.languages = vec![String::from("en")];
    let mended = [Notice::new(
        Severity::Warning,
        "bad-date",
        "/listings/0",
        "someday",
    )];
    catalog.keep_repairs(&mended);
    let document = serde_json::to_value(&catalog).unwrap();
    let schema = include_str!("../../../schema/catalog.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let valid = jsonschema::validate(&schema, &document).map_err(|error| error.to_string());
    assert_eq!(valid, Ok(()));
    let read = read_catalog(document.to_string().as_bytes(), &Limits::default()).unwrap();
    assert_eq!(read.notices, []);
    assert_eq!(read.value.repairs(), mended);
}

#[test]
fn the_gravest_of_many_repairs_are_kept_and_the_rest_counted() {
    let mut catalog = Catalog::default();
    let mut mended = vec![Notice::new(Severity::Info, "null-value", "/a", ""); 600];
    mended.push(Notice::new(Severity::Error, "wrong-type", "/b", ""));
    catalog.keep_repairs(&mended);
    let kept = catalog.repairs();
    assert_eq!(kept.len(), 501);
    assert_eq!(kept[0].code, "wrong-type");
    assert_eq!(
        (kept[500].code.as_str(), kept[500].data.as_str()),
        ("more-notices", "601")
    );
}

#[test]
fn what_is_no_repair_is_passed_over() {
    let mut catalog = Catalog::default();
    let list =
        json!([1, {"code": "x"}, {"code": "a-b", "at": "/", "data": "d", "severity": "info"}]);
    catalog.extra.insert(String::from("x-jishi-repairs"), list);
    assert_eq!(catalog.repairs().len(), 1);
}
