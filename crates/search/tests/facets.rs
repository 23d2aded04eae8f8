//! What is counted of a small invented shelf: facets, the directory, sources that add up.

mod shelf;

use catalog::Catalog;
use search::{Answer, Ask, Facet, Index, Query};
use shelf::{TODAY, ask, counts, ids, reader, shelf};

#[test]
fn a_parent_category_counts_its_children_once() {
    let merged = ask("");
    assert_eq!(
        counts(&merged, Facet::Category),
        [
            ("local~ai", 2),
            ("local~leaf", 2),
            // One names a category that the catalog does not have.
            ("not_stated", 2)
        ]
    );
    let mut query = Query::default();
    query.toggle(Facet::Category, "ai");
    assert_eq!(
        ids(&reader().run(&Ask::all(query.clone(), 20, "zh")).merge()),
        ["voice", "noise"]
    );
}

#[test]
fn what_is_not_stated_is_a_value_and_zero_counts_stay() {
    let merged = ask("speech");
    assert_eq!(
        counts(&merged, Facet::Price),
        [
            ("number", 0),
            ("free", 0),
            ("negotiable", 1),
            ("not_stated", 0),
            ("doubtful", 0)
        ]
    );
    assert_eq!(counts(&merged, Facet::Delivery), [("not_stated", 1)]);
    assert_eq!(counts(&merged, Facet::Privacy), [("not_stated", 1)]);
    assert_eq!(counts(&merged, Facet::Billing), [("not_stated", 1)]);
    assert_eq!(
        counts(&merged, Facet::Language),
        [("en", 1), ("zh", 1), ("not_stated", 0)]
    );
    assert_eq!(
        counts(&merged, Facet::Exchange),
        [("local~ex", 1), ("not_stated", 0)]
    );
}

#[test]
fn a_facet_is_counted_without_its_own_choice() {
    let mut query = Query::default();
    query.toggle(Facet::Price, "free");
    query.toggle(Facet::Provider, "local~org");
    let merged = reader().run(&Ask::all(query.clone(), 20, "zh")).merge();
    assert_eq!(ids(&merged), ["noise"]);
    assert_eq!(
        counts(&merged, Facet::Price),
        [
            ("number", 0),
            ("free", 1),
            ("negotiable", 1),
            ("not_stated", 0),
            ("doubtful", 0)
        ]
    );
    assert_eq!(
        counts(&merged, Facet::Provider),
        [("local~org", 1), ("not_stated", 0)]
    );
    assert_eq!(
        counts(&merged, Facet::Modality),
        [("audio", 0), ("not_stated", 1)]
    );
}

#[test]
fn the_directory_lists_all_and_counts_only_the_shelf() {
    let directory = reader().directory();
    assert_eq!(
        (directory.listings.total(), directory.uncategorized.total()),
        (4, 2)
    );
    let exchange = directory.exchanges.first().unwrap();
    assert_eq!(
        (
            exchange.platforms.len(),
            exchange.organizations.len(),
            exchange.listings.total()
        ),
        (1, 1, 1)
    );
    let sources: Vec<&str> = directory
        .sources
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    assert_eq!(sources, ["local~paper", "local~other"]);
    let keys: Vec<&str> = directory
        .categories
        .iter()
        .map(|node| node.key.as_str())
        .collect();
    assert_eq!(
        keys,
        ["local~ai", "local~leaf", "local~loop-a", "local~loop-b"]
    );
    assert_eq!(
        directory
            .categories
            .iter()
            .map(|n| n.listings.total())
            .collect::<Vec<_>>(),
        [2, 2, 0, 0]
    );
    assert_eq!(directory.providers.len(), 1);
}

#[test]
fn sources_answer_in_parts_and_add_up() {
    let mut reader = reader();
    let catalog: Catalog = serde_json::from_value(shelf()).unwrap();
    reader.put(Index::build("second", catalog.clone(), TODAY));
    reader.put(Index::build("second", catalog, TODAY));
    let query = Query {
        text: "语音".to_owned(),
        ..Query::default()
    };
    let answer = reader.run(&Ask::all(query.clone(), 5, "zh"));
    assert_eq!(
        answer
            .parts
            .iter()
            .map(|p| (p.source.as_str(), p.hits.len()))
            .collect::<Vec<_>>(),
        [("local", 3), ("second", 2)]
    );
    // What a worker sends is what the page reads.
    let sent: Answer = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
    assert_eq!(sent, answer);
    let merged = sent.merge();
    assert_eq!(
        merged
            .hits
            .iter()
            .map(|h| h.key.as_str())
            .collect::<Vec<_>>(),
        [
            "local~noise",
            "second~noise",
            "local~start",
            "second~start",
            "local~voice"
        ]
    );
    assert_eq!(merged.total.value, 8);
    assert_eq!(
        counts(&merged, Facet::Modality),
        [("audio", 2), ("not_stated", 6)]
    );
    reader.remove("local");
    assert_eq!(reader.indexes().count(), 1);
}
