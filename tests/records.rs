//! What is written is read again: every record that crosses a worker or is kept, made from the
//! catalog that has every member, by way of the text that really crosses.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot read its catalog has failed"
)]

use catalog::{Catalog, Key, Limits, read_catalog};
use record::{Record, Value, from_text, from_value, to_text};
use search::{Index, ListingPage, Reader, url};
use std::fmt::Debug;
use wire::search::{Reply, Request};

fn whole() -> Catalog {
    let bytes = include_bytes!("../crates/catalog/tests/catalogs/whole.json");
    read_catalog(bytes, &Limits::default())
        .expect("a catalog")
        .value
}

fn shop() -> Reader {
    let mut reader = Reader::default();
    reader.put(Index::build("whole", whole(), "2024-05-10"));
    reader
}

fn pages() -> Vec<ListingPage> {
    let (reader, catalog) = (shop(), whole());
    let keys = catalog.listings.iter().map(|l| Key::new("whole", &l.id));
    let pages: Vec<ListingPage> = keys.filter_map(|key| reader.listing(&key)).collect();
    assert_eq!(pages.len(), catalog.listings.len());
    pages
}

/// `value` without the members of publishers: they are written for whoever reads the catalog
/// itself, and never read.
fn without_own(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(name, _)| !name.starts_with("x-"))
            .map(|(name, inner)| (name, without_own(inner)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_own).collect(),
        plain => plain,
    }
}

#[track_caller]
fn comes_back<T: Record + PartialEq + Debug>(record: &T) {
    let text = to_text(record);
    let read = from_text::<T>(&text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    assert_eq!(
        without_own(read.write()).to_string(),
        without_own(record.write()).to_string()
    );
    let again = from_text::<T>(&to_text(&read)).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(again, read);
}

#[test]
fn the_catalog_comes_back() {
    comes_back(&whole());
    assert!(to_text(&whole()).contains("\"x-"), "nothing was left out");
}

#[test]
fn listings_and_their_pages_come_back() {
    for page in pages() {
        comes_back(&page.listing);
        comes_back(&page);
        comes_back(&Reply::Listing {
            key: page.key.clone(),
            page: Some(Box::new(page)),
            loading: false,
        });
    }
}

#[test]
fn queries_and_answers_come_back() {
    let reader = shop();
    for text in ["", "q=data&sort=newest&page=2", "price=free&price=number"] {
        let (query, dropped) = url::read(text);
        assert!(dropped.is_empty(), "{text}");
        let ask = search::Ask::all(query, 24, "en");
        comes_back(&reader.run(&ask));
        comes_back(&Request::Run {
            generation: u64::MAX,
            ask,
        });
    }
}

#[test]
fn the_directory_comes_back() {
    let directory = shop().directory();
    assert!(!directory.exchanges.is_empty() && !directory.sources.is_empty());
    comes_back(&directory);
}

/// Every value inside `value`, by its JSON Pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let members = value.as_object().into_iter().flatten();
    let members = members.map(|(name, inner)| (name.replace('~', "~0").replace('/', "~1"), inner));
    let items = value.as_array().into_iter().flatten().enumerate();
    let items = items.map(|(index, inner)| (index.to_string(), inner));
    for (step, inner) in members.chain(items) {
        let place = format!("{at}/{step}");
        places(inner, &place, found);
        found.push(place);
    }
}

#[test]
fn whatever_stands_in_any_place_is_read_or_told_with_a_place() {
    let odd = [Value::Null, true.into(), 5.into(), "x".into()];
    let (mut read, mut refused) = (0, 0);
    for page in pages() {
        let value = page.write();
        let mut all = Vec::new();
        places(&value, "", &mut all);
        for place in all {
            for other in &odd {
                let mut changed = value.clone();
                if let Some(inner) = changed.pointer_mut(&place) {
                    *inner = other.clone();
                }
                match from_value::<ListingPage>(changed) {
                    Ok(_) => read += 1,
                    Err(fault) => {
                        refused += 1;
                        let first = place.split('/').nth(1).expect("a member");
                        assert!(fault.at.starts_with(first), "{place}: {fault}");
                    }
                }
            }
        }
    }
    assert!(
        read > 100 && refused > 100,
        "{read} read, {refused} refused"
    );
}
