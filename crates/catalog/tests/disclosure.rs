//! Each check of the disclosure score against listings that meet it and listings that almost do.
//! A listing is written as a catalog has it, so that the reader's repairs are part of the answer.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its catalog has failed"
)]

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

/// A point, why, the members of a listing, and whether they tell it.
fn cases() -> Vec<(Check, &'static str, Value, bool)> {
    let price = |kind: &str, amount: Value| {
        offer(&json!({"priceType": kind, "price": {"amount": amount, "currency": "CNY"}}))
    };
    let negotiable =
        |channel: &str| offer(&json!({"priceType": "negotiable", "negotiationChannel": channel}));
    let file = |members: Value| {
        let mut file = json!({"id": "d", "access": "unspecified"});
        for (name, value) in members.as_object().unwrap() {
            file[name] = value.clone();
        }
        file
    };
    let sample = |origin: &str, members: Value| json!({"samples": [{"origin": origin, "distribution": file(members)}]});
    let rows = json!({"rows": [{"a": 1}]});
    vec![
        (Check::Price, "a number", price("fixed", json!("5")), true),
        (
            Check::Price,
            "the word free",
            offer(&json!({"priceType": "free"})),
            true,
        ),
        (
            Check::Price,
            "negotiable, settled offline",
            negotiable("offline"),
            true,
        ),
        (
            Check::Price,
            "negotiable alone",
            negotiable("unspecified"),
            false,
        ),
        (Check::Price, "nothing", offer(&json!({})), false),
        (
            Check::Price,
            "a bare zero",
            price("fixed", json!("0")),
            false,
        ),
        (
            Check::Sample,
            "rows of the provider",
            sample("provider", rows.clone()),
            true,
        ),
        (
            Check::Sample,
            "a link",
            sample("exchange", json!({"downloadURL": "a.csv"})),
            true,
        ),
        (
            Check::Sample,
            "a promise without a place",
            sample("provider", json!({})),
            false,
        ),
        (
            Check::Sample,
            "a synthetic one",
            sample("synthetic", rows.clone()),
            false,
        ),
        (
            Check::Sample,
            "rows of a file",
            json!({"distributions": [file(rows.clone())]}),
            true,
        ),
        (
            Check::Sample,
            "rows that the owner hides",
            json!({"distributions": [file(rows)], "preview": {"mode": "schema"}}),
            false,
        ),
        (
            Check::Columns,
            "one column",
            json!({"schema": {"fields": [{"name": "a"}]}}),
            true,
        ),
        (
            Check::Columns,
            "a dash",
            json!({"schema": {"fields": [{"name": "-"}]}}),
            false,
        ),
        (
            Check::Columns,
            "a key alone",
            json!({"schema": {"primaryKey": ["a"]}}),
            false,
        ),
        (
            Check::Size,
            "rows",
            json!({"extent": [{"value": 5, "unit": "row"}]}),
            true,
        ),
        (
            Check::Size,
            "no rows",
            json!({"extent": [{"value": 0, "unit": "row"}]}),
            false,
        ),
        (
            Check::Size,
            "bytes of a file",
            json!({"distributions": [file(json!({"byteSize": 9}))]}),
            true,
        ),
        (
            Check::Size,
            "a file",
            json!({"distributions": [file(json!({}))]}),
            false,
        ),
        (
            Check::Period,
            "an end that is open",
            json!({"temporal": {"end": "ongoing"}}),
            true,
        ),
        (
            Check::Period,
            "words",
            json!({"temporal": {"verbatim": "近三年"}}),
            true,
        ),
        (
            Check::Period,
            "words that say nothing",
            json!({"temporal": {"verbatim": "待完善"}}),
            false,
        ),
        (
            Check::Place,
            "a code",
            json!({"spatial": [{"adminCode": "320900"}]}),
            true,
        ),
        (
            Check::Place,
            "a name",
            json!({"spatial": [{"name": "盐城"}]}),
            true,
        ),
        (
            Check::Place,
            "a note alone",
            json!({"spatial": [{"note": "?"}]}),
            false,
        ),
        (
            Check::Place,
            "a placeholder",
            json!({"spatial": [{"verbatim": "暂无"}]}),
            false,
        ),
        (
            Check::Update,
            "a duration",
            json!({"updateFrequency": "P1D"}),
            true,
        ),
        (
            Check::Update,
            "never",
            json!({"updateFrequency": "never"}),
            true,
        ),
        (
            Check::Update,
            "as needed",
            json!({"updateFrequency": "as-needed"}),
            true,
        ),
        (
            Check::Update,
            "unknown",
            json!({"updateFrequency": "unknown"}),
            false,
        ),
        (
            Check::Update,
            "待完善",
            json!({"updateFrequency": "待完善"}),
            false,
        ),
        (
            Check::Delivery,
            "an interface",
            offer(&json!({"delivery": ["api"]})),
            true,
        ),
        (
            Check::Delivery,
            "offline",
            offer(&json!({"delivery": ["offline-arranged"]})),
            true,
        ),
        (
            Check::Delivery,
            "unspecified",
            offer(&json!({"delivery": ["unspecified"]})),
            false,
        ),
        (
            Check::Delivery,
            "a file to download",
            json!({"distributions": [{"id": "d", "access": "download"}]}),
            true,
        ),
        (
            Check::Terms,
            "a licence",
            json!({"license": "https://example.org/l"}),
            true,
        ),
        (
            Check::Terms,
            "a page",
            offer(&json!({"terms": "https://example.org/t"})),
            true,
        ),
        (
            Check::Terms,
            "limits",
            json!({"usageRestrictions": ["仅限内部使用"]}),
            true,
        ),
        (
            Check::Terms,
            "limits that are blank",
            json!({"usageRestrictions": ["-"]}),
            false,
        ),
        (
            Check::Terms,
            "who may see it",
            json!({"accessRights": "public"}),
            false,
        ),
        (
            Check::Rights,
            "a number in a register",
            json!({"identifiers": [{"scheme": "数据产权登记证书", "value": "7"}]}),
            true,
        ),
        (
            Check::Rights,
            "a number",
            json!({"identifiers": [{"scheme": "sku", "value": "7"}]}),
            false,
        ),
        (
            Check::Rights,
            "the holder, and how it was come by",
            json!({"rightsHolder": "o", "acquisition": "original"}),
            true,
        ),
        (
            Check::Rights,
            "the holder",
            json!({"rightsHolder": "o"}),
            false,
        ),
        (
            Check::Rights,
            "the holder, and nothing known",
            json!({"rightsHolder": "o", "acquisition": "unknown"}),
            false,
        ),
        (
            Check::Privacy,
            "that there is",
            json!({"privacy": {"personalInformation": "contains"}}),
            true,
        ),
        (
            Check::Privacy,
            "unknown",
            json!({"privacy": {"personalInformation": "unknown"}}),
            false,
        ),
        (
            Check::Privacy,
            "a level",
            json!({"privacy": {"gradingLevel": "general"}}),
            false,
        ),
        (
            Check::Contact,
            "a telephone",
            json!({"contact": {"tel": "010"}}),
            true,
        ),
        (
            Check::Contact,
            "a name",
            json!({"contact": {"name": "王"}}),
            false,
        ),
        (
            Check::Contact,
            "a form",
            json!({"inquiry": [{"kind": "webhook", "href": "https://a.example"}]}),
            true,
        ),
        (
            Check::Contact,
            "a file",
            json!({"inquiry": [{"kind": "download"}]}),
            false,
        ),
    ]
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
