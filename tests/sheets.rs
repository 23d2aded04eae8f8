//! Sheets from bytes to catalogs: invented tables with the quirks of real ones against their
//! expected twins, and the real tables where `JISHI_TEST_DATA` names their folder.
//! `JISHI_BLESS=1 cargo test -p tests --test sheets` writes the twins, to be reviewed.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]
#![expect(clippy::print_stdout, reason = "a test that did not run says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use catalog::{Catalog, Parsed, PriceStates, read_catalog};
use readers::{Limits, Options, UnicodeOnly, read_table};
use serde_json::{Value, json};
use sheets::{Mapping, apply, apply_json, guess_mapping, read_mapping, write_mapping};
use table::Table;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
        .to_owned()
}

fn table(path: &Path) -> Table {
    let bytes = std::fs::read(path).expect("the table");
    let options = Options {
        limits: Limits::WHOLE,
        ..Options::default()
    };
    read_table(&bytes, &options, &mut UnicodeOnly)
        .expect("a table")
        .table
}

fn mapping(path: &Path) -> Mapping {
    let bytes = std::fs::read(path).expect("the mapping");
    let parsed = read_mapping(&bytes).expect("a mapping");
    assert!(
        parsed.notices.is_empty(),
        "{}: {:?}",
        path.display(),
        parsed.notices
    );
    parsed.value
}

fn example(name: &str) -> Mapping {
    mapping(&root().join(format!("examples/mappings/{name}.json")))
}

fn applied(data: &Path, mapping: &Mapping) -> Parsed<Catalog> {
    if data.extension().is_some_and(|kind| kind == "json") {
        let document = serde_json::from_slice(&std::fs::read(data).unwrap()).unwrap();
        return apply_json(&document, mapping);
    }
    apply(&table(data), mapping)
}

#[test]
fn invented_tables_become_their_expected_catalogs() {
    let folder = root().join("tests/fixtures/sheets");
    let mut cases = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let data = entry.unwrap().path();
        let name = data.file_name().unwrap().to_str().unwrap().to_owned();
        let (stem, kind) = name.split_once('.').unwrap();
        if !matches!(kind, "csv" | "tsv" | "rows.json") {
            continue;
        }
        cases += 1;
        let own = folder.join(format!("{stem}.mapping.json"));
        let mapping = if own.exists() {
            mapping(&own)
        } else {
            example(stem)
        };
        let parsed = applied(&data, &mapping);
        let found = json!({ "catalog": parsed.value, "notices": parsed.notices });
        let twin = folder.join(format!("{stem}.catalog.json"));
        if std::env::var_os("JISHI_BLESS").is_some() {
            std::fs::write(&twin, format!("{found:#}\n")).unwrap();
        }
        let expected: Value = serde_json::from_slice(&std::fs::read(&twin).unwrap()).unwrap();
        assert_eq!(found, expected, "{name} differs from its twin");
        reads_back_unchanged(&parsed.value, &name);
    }
    assert!(cases >= 5, "the fixtures are gone: {cases}");
}

#[test]
fn a_proposed_mapping_reads_back_and_works() {
    let table = table(&root().join("examples/market/listings.csv"));
    let guessed = guess_mapping(&table).expect("a title column");
    let text = write_mapping(&guessed).to_string();
    let read = read_mapping(text.as_bytes()).expect("its own output");
    assert!(read.notices.is_empty(), "{:?}", read.notices);
    assert_eq!(write_mapping(&read.value), write_mapping(&guessed));
    let catalog = apply(&table, &read.value).value;
    assert_eq!(catalog.listings.len(), table.len());
    assert!(
        catalog
            .listings
            .iter()
            .any(|listing| listing.offers[0].price.is_some())
    );
}

#[test]
fn keys_stay_when_rows_move_and_others_are_added() {
    let path = root().join("examples/market/listings.csv");
    let mapping = mapping(&root().join("examples/market/mapping.json"));
    let whole = table(&path);
    let before: BTreeMap<_, _> = ids(&apply(&whole, &mapping).value);
    let mut moved = Table::new(table::Rows::columns(&whole).to_vec());
    for row in (0..whole.len()).rev() {
        moved.push_row(whole.row(row));
    }
    moved.push_row(whole.row(0).map(|cell| match cell {
        table::Cell::Text(_) => table::Cell::Text("新"),
        other => other,
    }));
    moved.set_count(table::Count::Exactly(moved.len() as u64));
    let after = ids(&apply(&moved, &mapping).value);
    for (title, id) in &before {
        assert_eq!(after.get(title), Some(id), "{title}");
    }
    assert_eq!(after.len(), before.len() + 1);
}

/// Ids by title.
fn ids(catalog: &Catalog) -> BTreeMap<String, String> {
    let title = |listing: &catalog::Listing| listing.title.iter().next().unwrap().1.to_owned();
    catalog
        .listings
        .iter()
        .map(|listing| (title(listing), listing.id.clone()))
        .collect()
}

/// Writes a catalog as `jishi build` does and reads it as the page does.
fn reads_back_unchanged(catalog: &Catalog, name: &str) {
    let bytes = serde_json::to_vec(catalog).unwrap();
    let back = read_catalog(&bytes, &catalog::Limits::default()).expect("a catalog");
    assert!(back.notices.is_empty(), "{name}: {:?}", back.notices);
    for (made, read) in catalog.listings.iter().zip(&back.value.listings) {
        assert_eq!(made, read, "{name}: reading changed a listing");
    }
    assert!(back.value == *catalog, "{name}: reading changed something");
    let check = catalog::check(&back.value, &back.notices, "2024-05-10");
    assert!(check.errors.is_empty(), "{name}: {:?}", check.errors);
}

#[test]
fn the_three_real_tables_keep_every_listing_and_price() {
    let Some(folder) = std::env::var_os("JISHI_TEST_DATA") else {
        println!("not run: JISHI_TEST_DATA names no folder with the real tables");
        return;
    };
    let folder = PathBuf::from(folder).join("exchanges");
    // number, free, negotiable, not stated, doubtful
    let cases = [
        ("beijing", 714, [202, 0, 0, 510, 2]),
        ("shanghai", 447, [0, 0, 0, 447, 0]),
        ("guiyang", 669, [50, 142, 476, 0, 1]),
    ];
    for (name, count, prices) in cases {
        let table = table(&folder.join(format!("raw_{name}.csv")));
        let parsed = apply(&table, &example(name));
        let catalog = parsed.value;
        assert_eq!(catalog.listings.len(), count, "{name}");
        let states = PriceStates::of(&catalog, "2024-05-10");
        let found = [
            states.number,
            states.free,
            states.negotiable,
            states.not_stated,
            states.doubtful,
        ];
        assert_eq!(found, prices, "{name}");
        reads_back_unchanged(&catalog, name);
        let ids: BTreeSet<_> = catalog.listings.iter().map(|listing| &listing.id).collect();
        assert_eq!(ids.len(), count, "{name}: ids are unique");
        assert!(
            ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_digit())),
            "{name}: ids are the exchange's own"
        );
    }
}
