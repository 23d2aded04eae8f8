//! Reading mappings: what is unknown is named, the rest works, and nothing ends the program.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its data has failed"
)]

use catalog::{PriceType, ProductType};
use serde_json::{Value, json};
use sheets::{MappingError, Target, apply, read_mapping, write_mapping};
use table::{Cell, Column, Count, Table};

fn table(columns: &[&str], rows: &[&[&str]]) -> Table {
    let mut table = Table::new(columns.iter().map(|name| Column::new(*name)).collect());
    for row in rows {
        table.push_row(row.iter().map(|text| Cell::Text(text)));
    }
    table.set_count(Count::Exactly(rows.len() as u64));
    table
}

fn read(mapping: &Value) -> (sheets::Mapping, Vec<(String, String)>) {
    let parsed = read_mapping(mapping.to_string().as_bytes()).unwrap();
    let notices = parsed
        .notices
        .into_iter()
        .map(|notice| (notice.code, notice.at))
        .collect();
    (parsed.value, notices)
}

#[test]
fn what_is_unknown_is_named_and_the_rest_works() {
    let (mapping, notices) = read(&json!({
        "version": 1,
        "langauge": "en",
        "currency": "yuan",
        "exchange": 7,
        "fields": {
            "title": "name",
            "tilte": "name",
            "offers": { "from": "price", "parse": "price-fr", "colour": "red" },
            "id": { "from": "url", "pattern": "id=(\\d+)" },
            "keywords": { "split": "," },
            "extent": { "from": "size", "unit": "pound" },
            "productType": { "from": "kind", "map": { "集": "dataset", "x": 5 } }
        },
        "defaults": { "status": "listed", "stauts": "listed", "version": 3 }
    }));
    let mut found: Vec<(&str, &str)> = notices
        .iter()
        .map(|(code, at)| (code.as_str(), at.as_str()))
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("bad-pattern", "/fields/id/pattern"),
            ("bad-value", "/currency"),
            ("bad-value", "/defaults/version"),
            ("bad-value", "/exchange"),
            ("bad-value", "/fields/extent/unit"),
            ("bad-value", "/fields/productType/map/x"),
            ("rule-without-from", "/fields/keywords"),
            ("unknown-field", "/defaults/stauts"),
            ("unknown-field", "/fields/tilte"),
            ("unknown-member", "/fields/offers/colour"),
            ("unknown-member", "/langauge"),
            ("unknown-parser", "/fields/offers/parse"),
        ]
    );
    let table = table(
        &["name", "price", "kind"],
        &[&["示例", "免费", "集"], &["示例二", "", "别的"]],
    );
    let parsed = apply(&table, &mapping);
    assert_eq!(
        parsed.value.listings[0].offers[0].price_type,
        PriceType::Free
    );
    assert_eq!(
        parsed.value.listings[1].offers[0].price_type,
        PriceType::Unknown
    );
    assert_eq!(
        parsed.value.listings[0].product_type,
        Some(ProductType::Dataset)
    );
    assert_eq!(parsed.value.listings[1].product_type, None);
    let unknown = parsed
        .notices
        .iter()
        .find(|notice| notice.code == "unknown-value")
        .unwrap();
    assert_eq!(
        (unknown.at.as_str(), unknown.data.as_str()),
        ("row 2, column kind", "别的")
    );
}

#[test]
fn a_file_that_is_no_mapping_is_an_error_with_its_place() {
    assert!(matches!(
        read_mapping(b"{\n\"a\": }"),
        Err(MappingError::Json { line: 2, .. })
    ));
    assert!(matches!(
        read_mapping(b"[]"),
        Err(MappingError::NotAnObject)
    ));
    assert!(matches!(
        read_mapping(b"{\"fields\":{\"nonsense\":\"x\"}}"),
        Err(MappingError::NoFields)
    ));
    let later = read_mapping(b"{\"version\":2,\"fields\":{\"title\":\"x\"}}");
    assert!(matches!(later, Err(MappingError::Version { .. })));
}

#[test]
fn a_mapping_survives_being_written() {
    let (mapping, notices) = read(&json!({
        "version": 1, "id": "m", "title": "示例", "language": "zh", "currency": "HKD", "rows": "/a",
        "defaults": { "status": "listed" },
        "fields": {
            "title": { "from": ["a", "b"], "join": " " },
            "id": { "from": "u", "pattern": "id={digits}", "scheme": "s" },
            "categories": [{ "path": ["x", "y"] }, { "from": "z", "split": [",", "，"], "map": { "甲": "乙", "丙": null }, "otherwise": null }],
            "x-own": { "value": "v" }
        },
        "ignore": { "c": "why" }
    }));
    assert!(notices.is_empty(), "{notices:?}");
    let (again, _) = read(&write_mapping(&mapping));
    assert_eq!(again, mapping);
}

#[test]
fn one_bad_column_cannot_flood_the_page() {
    let rows: Vec<[&str; 2]> = vec![["示例", "看情况 7"]; 500];
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
    let table = table(&["title", "price"], &rows);
    let (mapping, _) = read(&json!({ "fields": { "title": "title", "offers": "price" } }));
    let parsed = apply(&table, &mapping);
    assert_eq!(parsed.value.listings.len(), 500);
    assert!(parsed.notices.len() < 20, "{}", parsed.notices.len());
    let rest = parsed
        .notices
        .iter()
        .find(|notice| notice.data.starts_with("price-not-understood"));
    assert_eq!(rest.unwrap().data, "price-not-understood: 495");
    let ids: std::collections::BTreeSet<_> = parsed.value.listings.iter().map(|l| &l.id).collect();
    assert_eq!(ids.len(), 500);
}

#[test]
fn a_repeated_column_is_joined_once_and_the_first_that_is_filled_stands() {
    let table = table(
        &["a", "b", "c"],
        &[&["摘要", "摘要与详情", ""], &["", "", "最后"]],
    );
    let (mapping, _) = read(&json!({ "fields": {
        "title": { "from": ["a", "b", "c"] }, "description": { "from": ["a", "b"], "join": "\n" }
    } }));
    let listings = apply(&table, &mapping).value.listings;
    let title = |row: usize| listings[row].title.iter().next().unwrap().1.to_owned();
    assert_eq!((title(0), title(1)), ("摘要".to_owned(), "最后".to_owned()));
    let description = listings[0].description.as_ref().unwrap();
    assert_eq!(description.iter().next().unwrap().1, "摘要与详情");
    assert!(listings[1].description.is_none());
    assert_eq!(Target::parse("title.en").unwrap().name(), "title.en");
}
