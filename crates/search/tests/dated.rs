//! What is offered, and new, on the day on which a shelf is looked at.

#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod shelf;

use catalog::{Key, PriceState};
use search::{Ask, Facet, Index, Query, Reader, Sort};
use serde_json::json;
use shelf::{TODAY, counts, ids};

/// A shelf of listings that differ in their days alone.
fn dated() -> Reader {
    let catalog = json!({
        "formatVersion": "0.1", "id": "t", "title": {"en": "Test"}, "defaultLanguage": "en",
        "languages": ["en"],
        "listings": [
            {"id": "over", "title": {"en": "Over"},
             "offers": [{"id": "o", "priceType": "free", "validThrough": "2024-05-09"}]},
            {"id": "renewed", "title": {"en": "Renewed"}, "modified": {"earliest": "2024-05-01", "latest": "2024-05-01", "precision": "day"},
             "offers": [{"id": "o", "priceType": "free", "validThrough": "2024-05-09"},
                        {"id": "p", "priceType": "negotiable", "billingModel": "one-time"}],
             "assertions": [{"path": "/offers/1/billingModel", "status": "inferred"}, {"path": "/offers/0", "status": "quoted"}]},
            {"id": "tomorrow", "title": {"en": "Tomorrow"}, "offers": [],
             "issued": {"earliest": "2024-05-11", "latest": "2024-05-11", "precision": "day"}},
            {"id": "today", "title": {"en": "Today"}, "offers": [],
             "issued": {"earliest": "2024-05-10", "latest": "2024-05-10", "precision": "day"}},
            {"id": "sometime", "title": {"en": "This year"}, "offers": [],
             "issued": {"earliest": "2024-01-01", "latest": "2024-12-31", "precision": "year"}},
        ],
    });
    let mut reader = Reader::default();
    reader.put(Index::build(
        "local",
        serde_json::from_value(catalog).unwrap(),
        TODAY,
    ));
    reader
}

#[test]
fn a_listing_whose_offers_are_all_over_is_off_the_shelf_and_opens_by_key() {
    let merged = dated().run(&Ask::all(Query::default(), 20, "en")).merge();
    assert!(!ids(&merged).contains(&"over"));
    assert_eq!((merged.searched, merged.off_shelf), (4, 1));
    let page = dated().listing(&Key::new("local", "over")).unwrap();
    assert_eq!(page.price.state, PriceState::Free);
    assert!(page.listing.offers[0].is_over(&page.today));
    assert_eq!(dated().directory().listings.free, 0);
}

#[test]
fn the_first_offer_that_is_not_over_is_shown_and_counted() {
    let merged = dated().run(&Ask::all(Query::default(), 20, "en")).merge();
    let hit = merged
        .hits
        .iter()
        .find(|hit| hit.key == "local~renewed")
        .unwrap();
    assert_eq!(hit.price.state, PriceState::Negotiable);
    assert_eq!(hit.price.offer.as_ref().unwrap().id, "p");
    assert!(counts(&merged, Facet::Price).contains(&("free", 0)));
    assert!(counts(&merged, Facet::Billing).contains(&("one-time", 1)));
    // Its page begins with that offer, and what is said of each offer goes with it.
    let page = dated().listing(&Key::new("local", "renewed")).unwrap();
    assert_eq!(page.listing.offers[0].id, "p");
    let paths: Vec<_> = page.assertions.iter().map(|a| a.path.as_str()).collect();
    assert_eq!(paths, ["/offers/0/billingModel", "/offers/1"]);
}

#[test]
fn what_is_dated_in_the_future_does_not_come_before_what_is_new_today() {
    let query = Query {
        sort: Sort::Newest,
        ..Query::default()
    };
    let merged = dated().run(&Ask::all(query.clone(), 20, "en")).merge();
    assert_eq!(ids(&merged), ["today", "sometime", "renewed", "tomorrow"]);
    assert_eq!(merged.hits[3].dated, None);
}
