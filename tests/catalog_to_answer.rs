//! From the bytes of a catalog and the text of a link to the cards on the page: what the
//! search worker does, without a browser; and the real tables where `JISHI_TEST_DATA` names
//! their folder.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test that cannot read its files has failed, one that did not run says so"
)]

use catalog::{Catalog, Key, Limits, PriceState, read_catalog};
use readers::{Options, UnicodeOnly, read_table};
use search::{Ask, Facet, Index, Query, Reader, url};
use std::path::{Path, PathBuf};
use wire::search::{Reply, Request};

const CATALOG: &str = r#"{
  "formatVersion": "0.1", "id": "shop", "title": "店", "defaultLanguage": "zh", "languages": ["zh"],
  "exchanges": [{"id": "north", "name": "北方交易所", "location": {"verbatim": "北方"}}],
  "organizations": [{"id": "sea", "name": {"zh": "海声科技", "en": "Seasound"}}],
  "categories": [{"id": "ai", "label": "人工智能"}, {"id": "voice", "label": "语料", "parent": "ai"}],
  "listings": [
    {"id": "a", "title": {"zh": "语音数据", "en": "Speech recordings"}, "exchange": "north", "provider": "sea",
     "categories": ["voice"], "offers": [{"id": "o", "priceType": "negotiable", "negotiationChannel": "offline"}]},
    {"id": "b", "title": "检测点名单", "offers": [{"id": "o", "priceType": "free"}],
     "distributions": [{"id": "d", "access": "download", "downloadURL": "b.csv", "format": ".CSV"}]},
    {"id": "c", "title": "零元接口", "offers": [{"id": "o", "priceType": "fixed", "price": {"amount": "0", "currency": "CNY"}}]},
    {"id": "d", "title": "旧语音", "status": "delisted", "offers": [{"id": "o", "priceType": "unknown"}]},
    "not a listing"
  ]
}"#;

fn shop() -> Reader {
    let parsed = read_catalog(CATALOG.as_bytes(), &Limits::default()).expect("a catalog");
    assert!(!parsed.notices.is_empty(), "the stray text is told");
    let mut reader = Reader::default();
    reader.put(Index::build("local", parsed.value, "2024-05-10"));
    reader
}

#[test]
fn a_link_is_answered_through_the_wire() {
    let reader = shop();
    let (query, dropped) = url::read("q=speech&category=local~ai&price=negotiable&colour=red");
    assert_eq!(dropped.len(), 1);
    let request = Request::Run {
        generation: 7,
        ask: Ask::all(query.clone(), 24, "zh"),
    };
    let text = wire::write(&request);
    let Request::Run { ask, generation } = wire::read(&text).unwrap() else {
        panic!("another request");
    };
    let answer = reader.run(&ask);
    let text = wire::write(&Reply::Answer {
        generation,
        answer,
        loading: false,
    });
    let Reply::Answer { answer, .. } = wire::read(&text).unwrap() else {
        panic!("another reply");
    };
    let merged = answer.merge();
    let hit = merged.hits.first().expect("the speech listing");
    assert_eq!(
        (hit.key.as_str(), hit.price.state),
        ("local~a", PriceState::Negotiable)
    );
    assert_eq!(
        (merged.total.value, merged.searched, merged.off_shelf),
        (1, 3, 1)
    );
    assert_eq!(
        url::write(&query),
        "q=speech&price=negotiable&category=local~ai"
    );
}

#[test]
fn price_states_and_previews_are_those_of_the_catalogs_rule() {
    let merged = shop().run(&Ask::all(Query::default(), 24, "zh")).merge();
    let count = |facet: Facet, value: &str| {
        let table = merged
            .facets
            .iter()
            .find(|counts| counts.facet == facet)
            .unwrap();
        table
            .values
            .iter()
            .find(|v| v.value == value)
            .map(|v| v.count)
    };
    assert_eq!(count(Facet::Price, "doubtful"), Some(1));
    assert_eq!(count(Facet::Price, "free"), Some(1));
    assert_eq!(count(Facet::Preview, "rows"), Some(1));
    assert_eq!(count(Facet::Format, "csv"), Some(1));
    let page = shop()
        .listing(&Key::new("local", "d"))
        .expect("a delisted listing opens by key");
    assert_eq!(page.exchange, None);
}

/// The three real tables with their mappings, if their folder is named.
fn real() -> Option<Vec<(&'static str, Catalog)>> {
    let Some(folder) = std::env::var_os("JISHI_TEST_DATA").map(PathBuf::from) else {
        eprintln!("not run: JISHI_TEST_DATA is not set");
        return None;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let options = Options {
        limits: readers::Limits::WHOLE,
        ..Options::default()
    };
    let one = |name: &'static str| {
        let bytes =
            std::fs::read(folder.join(format!("exchanges/raw_{name}.csv"))).expect("the table");
        let table = read_table(&bytes, &options, &mut UnicodeOnly)
            .expect("a table")
            .table;
        let mapping = std::fs::read(root.join(format!("examples/mappings/{name}.json")))
            .expect("the mapping");
        let mapping = sheets::read_mapping(&mapping).expect("a mapping").value;
        (name, sheets::apply(&table, &mapping).value)
    };
    Some(["beijing", "shanghai", "guiyang"].map(one).into())
}

#[test]
fn real_listings_are_counted_and_found() {
    let Some(catalogs) = real() else { return };
    let mut reader = Reader::default();
    let mut titles: Vec<(&str, String)> = Vec::new();
    for (name, catalog) in catalogs {
        let shown =
            |listing: &catalog::Listing| listing.title.iter().next().map(|(_, t)| t.to_owned());
        titles.extend(
            catalog
                .listings
                .iter()
                .filter_map(shown)
                .map(|title| (name, title)),
        );
        reader.put(Index::build(name, catalog, "2024-05-10"));
    }
    let merged = reader.run(&Ask::all(Query::default(), 0, "zh")).merge();
    assert_eq!(merged.total.value, 1_830);
    let prices = merged
        .facets
        .iter()
        .find(|counts| counts.facet == Facet::Price)
        .unwrap();
    let prices: Vec<u64> = prices.values.iter().map(|value| value.count).collect();
    assert_eq!(
        prices,
        [252, 142, 476, 957, 3],
        "number, free, negotiable, not stated, doubtful"
    );
    let (asked, found) = known_items(&reader, &titles);
    assert!(
        asked >= 300 && found * 100 >= asked * 94,
        "{found} of {asked}"
    );
}

/// Halves of titles that stand in at most three titles of their table: how many were asked,
/// and how many of them put their title in the first three.
fn known_items(reader: &Reader, titles: &[(&str, String)]) -> (usize, usize) {
    let (mut asked, mut found) = (0, 0);
    for (turn, (table, title)) in titles.iter().enumerate().step_by(3) {
        let chars: Vec<char> = title.chars().collect();
        let (first, second) = chars.split_at(chars.len() / 2);
        let half: String = if turn % 2 == 0 { first } else { second }.iter().collect();
        let in_table = titles
            .iter()
            .filter(|(other, t)| other == table && t.contains(&half))
            .count();
        // A half that begins with a hyphen asks for what does not hold it.
        if chars.len() < 6 || in_table > 3 || half.starts_with('-') {
            continue;
        }
        let query = Query {
            text: half,
            ..Query::default()
        };
        let merged = reader.run(&Ask::all(query, 3, "zh")).merge();
        asked += 1;
        found += usize::from(
            merged
                .hits
                .iter()
                .any(|hit| hit.title.iter().any(|(_, t)| t == title)),
        );
    }
    (asked, found)
}
