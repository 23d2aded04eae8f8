//! Two snapshots of a catalog: exactly what came, what went and what costs otherwise is told.

#![expect(clippy::unwrap_used, reason = "a test")]

use catalog::{Limits, NotedPrice, PriceState, ShortPrice, read_catalog};
use search::{Ask, Digest, Index, Query, Reader};
use std::collections::BTreeSet;

/// A catalog with these listings and prices: a model with an amount, or a price type.
fn reader(listings: &[(&str, &str)]) -> Reader {
    let listing = |(id, price): &(&str, &str)| {
        let offer = match price.split_once(' ') {
            Some((amount, rest)) => format!(
                r#"{{"id":"o","priceType":"fixed","price":{{"amount":"{amount}","currency":"CNY"}},{rest}}}"#
            ),
            None => format!(r#"{{"id":"o","priceType":"{price}"}}"#),
        };
        format!(r#"{{"id":"{id}","title":{{"en":"Data {id}"}},"offers":[{offer}]}}"#)
    };
    let listings: Vec<String> = listings.iter().map(listing).collect();
    let text = format!(
        r#"{{"formatVersion":"0.1","id":"s","title":"S","defaultLanguage":"en","languages":["en"],"listings":[{}]}}"#,
        listings.join(",")
    );
    let catalog = read_catalog(text.as_bytes(), &Limits::default())
        .unwrap()
        .value;
    let mut reader = Reader::default();
    reader.put(Index::build("s", catalog, "2026-11-25"));
    reader
}

const ONCE: &str = r#"300.00 "billingModel":"one-time""#;
const YEARLY: &str = r#"300 "billingModel":"subscription","billingPeriod":"P1Y""#;

fn seen(digest: &Digest) -> Vec<NotedPrice> {
    digest.prices.clone().unwrap()
}

#[test]
fn what_came_what_went_and_what_costs_otherwise_is_told_and_nothing_else() {
    let before = [
        ("a", ONCE),
        ("b", "negotiable"),
        ("c", "free"),
        ("d", "unknown"),
        ("e", ONCE),
    ];
    let after = [
        ("a", YEARLY),
        ("b", "negotiable"),
        ("e", r#"300 "billingModel":"one-time""#),
        ("f", ONCE),
        ("g", "free"),
        ("h", "free"),
        ("i", "free"),
        ("j", "free"),
    ];
    let query = Query::default();
    let then = reader(&before).digest(&query, &[]);
    assert_eq!((then.changes, then.changed.len()), (0, 0));
    let now = reader(&after).digest(&query, &seen(&then));
    let numbers =
        |digest: &Digest| -> BTreeSet<u64> { digest.listings.iter().flatten().copied().collect() };
    assert_eq!(numbers(&now).difference(&numbers(&then)).count(), 5);
    assert_eq!(numbers(&then).difference(&numbers(&now)).count(), 2);
    // 300.00 and 300 are one price.
    assert_eq!(now.changes, 1);
    let change = &now.changed[0];
    assert_eq!(change.key, "s~a");
    let price = |unit: &str| ShortPrice {
        state: PriceState::Number,
        amount: "300".to_owned(),
        unit: unit.to_owned(),
    };
    assert_eq!(change.was, price("CNY/one-time"));
    assert_eq!(change.now, price("CNY/subscription/P1Y"));
    // Seen once, it is told no more.
    assert_eq!(reader(&after).digest(&query, &seen(&now)).changes, 0);
}

#[test]
fn a_card_tells_the_price_as_a_digest_does() {
    let all = [
        ("a", ONCE),
        ("b", YEARLY),
        ("c", "free"),
        ("d", "negotiable"),
        ("e", "unknown"),
    ];
    let reader = reader(&all);
    let digest = reader.digest(&Query::default(), &[]);
    let mut told: Vec<String> = seen(&digest)
        .iter()
        .map(|noted| format!("{:?}", noted.price))
        .collect();
    let hits = reader
        .run(&Ask::all(Query::default(), 9, "en"))
        .merge()
        .hits;
    let mut shown: Vec<String> = hits
        .iter()
        .map(|hit| format!("{:?}", hit.price.short()))
        .collect();
    told.sort();
    shown.sort();
    assert_eq!(told, shown);
}

#[test]
fn prices_of_very_many_listings_are_not_told() {
    let ids: Vec<String> = (0..1_001).map(|n| format!("l{n}")).collect();
    let many: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "free")).collect();
    let digest = reader(&many).digest(&Query::default(), &[]);
    assert_eq!((digest.total, digest.prices), (1_001, None));
    assert!(
        reader(&many[..1_000])
            .digest(&Query::default(), &[])
            .prices
            .is_some()
    );
}
