//! Each check of the disclosure score against listings that meet it and listings that almost do.
//! A listing is written as a catalog has it, so that the reader's repairs are part of the answer.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its catalog has failed"
)]

mod cases;

use cases::cases;
use catalog::disclosure::{Check, Disclosure};
use catalog::{Catalog, Limits, PriceState, price_states, read_catalog};
use serde_json::{Value, json};

/// The catalog of one listing with `members`, on an exchange with `exchange`.
fn catalog(members: &Value, exchange: &Value) -> Catalog {
    let mut listing = json!({"id": "l", "title": "T", "exchange": "x"});
    let mut market = json!({"id": "x", "name": "North"});
    for (object, more) in [(&mut listing, members), (&mut market, exchange)] {
        for (name, value) in more.as_object().unwrap() {
            object[name] = value.clone();
        }
    }
    let document = json!({
        "formatVersion": "0.1", "id": "c", "title": "C", "defaultLanguage": "zh",
        "languages": ["zh"], "exchanges": [market], "listings": [listing],
        "organizations": [{"id": "o", "name": "甲公司"}],
    });
    read_catalog(document.to_string().as_bytes(), &Limits::default())
        .unwrap()
        .value
}

fn told(catalog: &Catalog) -> Disclosure {
    let price = price_states(catalog, "2024-05-10")[0].state;
    Disclosure::of(&catalog.listings[0], catalog.exchanges.first(), price)
}

fn offer(members: &Value) -> Value {
    let mut offer = json!({"id": "o1", "priceType": "unknown"});
    for (name, value) in members.as_object().unwrap() {
        offer[name] = value.clone();
    }
    json!({"offers": [offer]})
}

#[test]
fn tells_what_a_buyer_can_go_by() {
    for (point, why, members, expected) in cases() {
        let told = told(&catalog(&members, &json!({})));
        assert_eq!(told.has(point), expected, "{point:?}: {why}");
    }
    let covered = |point: &&Check, answer: bool| {
        cases()
            .iter()
            .any(|(of, _, _, told)| of == *point && *told == answer)
    };
    assert!(
        Check::ALL
            .iter()
            .all(|point| covered(&point, true) && covered(&point, false))
    );
}

#[test]
fn a_listing_can_be_asked_about_at_its_exchange() {
    let market = json!({"contact": {"email": "desk@north.example"}});
    assert!(told(&catalog(&json!({}), &market)).has(Check::Contact));
    let market = json!({"inquiry": [{"kind": "mailto", "href": "desk@north.example"}]});
    let catalog = catalog(&json!({}), &market);
    assert!(told(&catalog).has(Check::Contact));
    let without = Disclosure::of(&catalog.listings[0], None, PriceState::NotStated);
    assert!(!without.has(Check::Contact));
}

#[test]
fn counts_twelve_points_and_names_the_missing_ones() {
    let nothing = told(&catalog(&json!({}), &json!({})));
    assert_eq!(nothing.score(), 0);
    assert_eq!(nothing.missing().count(), 12);
    let mut all = json!({});
    for (_, _, members, told) in cases() {
        if let (true, Some(members)) = (told, members.as_object()) {
            for (name, value) in members {
                all[name] = value.clone();
            }
        }
    }
    all["offers"] = json!([{"id": "o", "priceType": "free", "delivery": ["api"]}]);
    let told = told(&catalog(&all, &json!({})));
    assert_eq!(told.missing().collect::<Vec<_>>(), []);
    assert_eq!(told.score(), 12);
    let doubted = told.with(Check::Price, false);
    assert_eq!(doubted.missing().collect::<Vec<_>>(), [Check::Price]);
    assert_eq!(Disclosure::from_bits(doubted.bits()), doubted);
}
