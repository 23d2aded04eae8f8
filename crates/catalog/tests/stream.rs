//! A catalog that comes in pieces is the catalog that is read at once, and a listing that is read
//! again from its own JSON is the listing it was: over the files of `lenient/`, and over what
//! becomes of them when values are swapped for others at random.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use catalog::stream::{CatalogStream, Finish, Frame, Place};
use catalog::{Catalog, Limits, Listing, NotACatalog, Notice, read_catalog, read_shard};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

/// What came of a stream: the catalog with its listings, and how many came before the end.
struct Streamed {
    catalog: Catalog,
    notices: Vec<Notice>,
    early: usize,
    anew: bool,
}

/// Reads `bytes` by `step` at a time.
fn streamed(mut stream: CatalogStream, bytes: &[u8], step: usize) -> Result<Streamed, NotACatalog> {
    let mut found = Vec::<(Place, Vec<u8>, Listing)>::new();
    let keep = |stream: &mut CatalogStream, found: &mut Vec<_>| -> Result<(), NotACatalog> {
        while let Some(one) = stream.next()? {
            found.push((one.place, one.json.to_vec(), one.listing));
        }
        Ok(())
    };
    for chunk in bytes.chunks(step.max(1)) {
        stream.push(chunk)?;
        keep(&mut stream, &mut found)?;
    }
    let early = found.len();
    stream.end();
    keep(&mut stream, &mut found)?;
    let (ended, anew) = match stream.finish()? {
        Finish::Ended(ended) => (ended, false),
        Finish::Anew(mut reading) => {
            let old = std::mem::take(&mut found);
            for (place, json, _) in old {
                let listing = reading.listing(place, std::str::from_utf8(&json).unwrap())?;
                found.extend(listing.map(|listing| (place, json, listing)));
            }
            (Box::new(reading.finish()), true)
        }
    };
    for (_, json, listing) in &found {
        let again = ended.frame.listing(json, &listing.id);
        assert_eq!(again.as_ref(), Some(listing));
    }
    let mut catalog = ended.catalog;
    catalog.listings = found.into_iter().map(|(.., listing)| listing).collect();
    Ok(Streamed {
        catalog,
        notices: ended.notices,
        early,
        anew,
    })
}

fn root(bytes: &[u8], step: usize) -> Result<Streamed, NotACatalog> {
    streamed(CatalogStream::new(&Limits::default()), bytes, step)
}

/// Whether a file that comes by `step` bytes is what it is at once.
fn agrees(bytes: &[u8], step: usize) {
    let text = || String::from_utf8_lossy(bytes);
    match (read_catalog(bytes, &Limits::default()), root(bytes, step)) {
        (Ok(whole), Ok(streamed)) => {
            assert_eq!(streamed.catalog, whole.value, "{}", text());
            assert_eq!(streamed.notices, whole.notices, "{}", text());
        }
        (Err(whole), Err(streamed)) => assert_eq!(
            std::mem::discriminant(&whole),
            std::mem::discriminant(&streamed),
            "{whole:?} {streamed:?} {}",
            text()
        ),
        (whole, streamed) => panic!(
            "{:?} {:?} {}",
            whole.map(|read| read.notices),
            streamed.map(|read| read.notices),
            text()
        ),
    }
}

/// The files of `lenient/`, and the one that has every member.
fn files() -> Vec<Vec<u8>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut files = vec![std::fs::read(tests.join("catalogs/whole.json")).unwrap()];
    let mut paths: Vec<_> = std::fs::read_dir(tests.join("lenient"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".expect.json"))
        .collect();
    paths.sort();
    files.extend(paths.iter().map(|path| std::fs::read(path).unwrap()));
    files
}

#[test]
fn reads_each_file_as_it_is_read_at_once() {
    for bytes in files() {
        for step in [1, 7, 64, 1 << 20] {
            agrees(&bytes, step);
        }
    }
}

/// A catalog of two listings whose members stand in the order of `names`.
fn ordered(names: &[&str]) -> String {
    let listing = |id: &str, exchange: &str| json!({"id": id, "title": "T", "exchange": exchange, "offers": [{"id": "o", "priceType": "free"}]});
    let members: Vec<String> = names
        .iter()
        .map(|name| {
            let value = match *name {
                "formatVersion" => json!("0.1"),
                "id" | "title" => json!("c"),
                "defaultLanguage" => json!("en"),
                "languages" => json!(["en"]),
                "exchanges" => json!([{"id": "x", "name": "North"}]),
                "facts" => json!({"seen": 2}),
                "datasets" => json!([listing("d", "x")]),
                _ => json!([listing("a", "North"), listing("b", "nowhere")]),
            };
            format!("{}: {value}", json!(name))
        })
        .collect();
    format!("{{{}}}", members.join(",\n"))
}

const HEAD: [&str; 5] = [
    "formatVersion",
    "id",
    "title",
    "defaultLanguage",
    "languages",
];

#[test]
fn hands_out_listings_before_the_end_where_the_head_comes_first() {
    for (after, anew) in [
        (vec![], false),
        (vec!["facts", "datasets"], false),
        (vec!["exchanges"], true),
    ] {
        let names = [&HEAD[..], &["listings"], &after].concat();
        let text = ordered(&names);
        agrees(text.as_bytes(), 10);
        let read = root(text.as_bytes(), 10).unwrap();
        assert_eq!((read.early, read.anew), (2, anew), "{text}");
    }
    let read = root(ordered(&[&["listings"], &HEAD[..]].concat()).as_bytes(), 10).unwrap();
    assert_eq!((read.early, read.anew), (0, false));
}

#[test]
fn what_is_cut_off_is_no_catalog() {
    let text = ordered(&[&HEAD[..], &["listings"]].concat());
    for end in 0..text.len() {
        agrees(&text.as_bytes()[..end], 16);
    }
}

#[test]
fn says_where_a_listing_is_no_json() {
    let text = ordered(&[&HEAD[..], &["listings"]].concat()).replace("\"free\"", "free");
    let whole = read_catalog(text.as_bytes(), &Limits::default()).unwrap_err();
    assert!(
        matches!(whole, NotACatalog::NotJson { line: 6, .. }),
        "{whole:?}"
    );
    assert_eq!(root(text.as_bytes(), 5).err(), Some(whole));
    let mut bytes = ordered(&[&HEAD[..], &["listings"]].concat()).into_bytes();
    let at = bytes.len() - 60;
    bytes[at] = 0xFF;
    let whole = read_catalog(&bytes, &Limits::default()).unwrap_err();
    assert_eq!(whole, NotACatalog::NotText { offset: at });
    assert_eq!(root(&bytes, 5).err(), Some(whole));
}

#[test]
fn keeps_to_the_limits() {
    let limits = Limits {
        listings: 1,
        ..Limits::default()
    };
    let text = ordered(&[&HEAD[..], &["exchanges", "listings"]].concat());
    let read = streamed(CatalogStream::new(&limits), text.as_bytes(), 10).unwrap();
    assert_eq!(read.catalog.listings.len(), 1);
    assert_eq!(read.notices[0].code, "list-cut");
    let small = Limits {
        bytes: 100,
        ..Limits::default()
    };
    let refused = streamed(CatalogStream::new(&small), text.as_bytes(), 10).err();
    assert_eq!(
        refused,
        Some(NotACatalog::TooLarge {
            bytes: 110,
            limit: 100
        })
    );
}

#[test]
fn reads_further_files_with_the_frame_of_the_root() {
    let text = ordered(&[&HEAD[..], &["exchanges", "listings"]].concat());
    let catalog = read_catalog(text.as_bytes(), &Limits::default())
        .unwrap()
        .value;
    let lines = "{\"id\":\"a\",\"title\":\"A\",\"exchange\":\"North\"}\n{\"id\":\"c\"}\n";
    let part = ordered(&["listings", "facts"]);
    for (bytes, early) in [(part.as_bytes(), 2), (lines.as_bytes(), 0)] {
        let whole = read_shard(bytes, &catalog, &Limits::default()).unwrap();
        let frame = Frame::of(&catalog, &Limits::default());
        let read = streamed(CatalogStream::further(frame), bytes, 9).unwrap();
        assert_eq!(read.catalog.listings, whole.value.listings);
        assert_eq!(read.catalog.listings[0].id, "a~2");
        assert_eq!(read.catalog.listings[0].exchange.as_deref(), Some("x"));
        assert_eq!((read.notices, read.early), (whole.notices, early));
    }
}

#[test]
fn reads_a_listing_that_we_wrote_as_the_listing_it_was() {
    let mut read = 0;
    for bytes in files() {
        let catalog = read_catalog(&bytes, &Limits::default()).unwrap().value;
        let frame = Frame::of(&catalog, &Limits::default());
        for listing in &catalog.listings {
            let json = serde_json::to_vec(listing).unwrap();
            assert_eq!(frame.listing(&json, &listing.id).as_ref(), Some(listing));
            read += 1;
        }
    }
    assert!(read > 50);
}

/// Values that a catalog is not meant to have where they may come to stand.
fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(""),
        json!(0),
        json!(-1.5),
        json!("a, b; c"),
        json!([]),
        json!({}),
        json!([["x"], null]),
        json!({"zh": "中"}),
        json!({"en_US": "x", "?": 1}),
        json!(true),
        json!("2023-01"),
        json!("面议"),
        json!("<b>x</b>\u{0}"),
        json!({"name": "某公司"}),
        json!("RMB"),
        json!("javascript:x"),
        json!({"title": "t", "offers": []}),
    ])
}

/// Puts `value` in the place of one of the values of `document`, or beside it.
fn swap(document: &mut Value, place: usize, value: Value) {
    let mut left = place;
    swap_in(document, &mut left, &value);
}

fn swap_in(at: &mut Value, left: &mut usize, value: &Value) -> bool {
    let inside: Vec<&mut Value> = match at {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    for inner in inside {
        if *left == 0 {
            *inner = value.clone();
            return true;
        }
        *left -= 1;
        if swap_in(inner, left, value) {
            return true;
        }
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]
    #[test]
    fn reads_what_is_odd_as_it_is_read_at_once(
        file in 0..100_usize,
        swaps in prop::collection::vec((0..400_usize, odd()), 0..6),
        pretty in any::<bool>(),
        step in 1..300_usize,
        cut in prop::option::weighted(0.1, 0..4_000_usize),
    ) {
        let files = files();
        let bytes = &files[file % files.len()];
        let mut bytes = match serde_json::from_slice::<Value>(bytes) {
            Ok(mut document) => {
                for (place, value) in swaps {
                    swap(&mut document, place, value);
                }
                if pretty { format!("{document:#}") } else { document.to_string() }.into_bytes()
            }
            Err(_) => bytes.clone(),
        };
        if let Some(cut) = cut {
            bytes.truncate(cut);
        }
        agrees(&bytes, step);
    }
}
