//! Each check of the disclosure score against listings that meet it and listings that almost do.
//! A listing is written as a catalog has it, so that the reader's repairs are part of the answer.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its catalog has failed"
)]

use catalog::{
    Catalog, Disclosure, DisclosurePoint as Point, Limits, PriceState, price_states, read_catalog,
};
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
fn cases() -> Vec<(Point, &'static str, Value, bool)> {
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
        (Point::Price, "a number", price("fixed", json!("5")), true),
        (
            Point::Price,
            "the word free",
            offer(&json!({"priceType": "free"})),
            true,
        ),
        (
            Point::Price,
            "negotiable, settled offline",
            negotiable("offline"),
            true,
        ),
        (
            Point::Price,
            "negotiable alone",
            negotiable("unspecified"),
            false,
        ),
        (Point::Price, "nothing", offer(&json!({})), false),
        (
            Point::Price,
            "a bare zero",
            price("fixed", json!("0")),
            false,
        ),
        (
            Point::Sample,
            "rows of the provider",
            sample("provider", rows.clone()),
            true,
        ),
        (
            Point::Sample,
            "a link",
            sample("exchange", json!({"downloadURL": "a.csv"})),
            true,
        ),
        (
            Point::Sample,
            "a promise without a place",
            sample("provider", json!({})),
            false,
        ),
        (
            Point::Sample,
            "a synthetic one",
            sample("synthetic", rows.clone()),
            false,
        ),
        (
            Point::Sample,
            "rows of a file",
            json!({"distributions": [file(rows.clone())]}),
            true,
        ),
        (
            Point::Sample,
            "rows that the owner hides",
            json!({"distributions": [file(rows)], "preview": {"mode": "schema"}}),
            false,
        ),
        (
            Point::Columns,
            "one column",
            json!({"schema": {"fields": [{"name": "a"}]}}),
            true,
        ),
        (
            Point::Columns,
            "a dash",
            json!({"schema": {"fields": [{"name": "-"}]}}),
            false,
        ),
        (
            Point::Columns,
            "a key alone",
            json!({"schema": {"primaryKey": ["a"]}}),
            false,
        ),
        (
            Point::Size,
            "rows",
            json!({"extent": [{"value": 5, "unit": "row"}]}),
            true,
        ),
        (
            Point::Size,
            "no rows",
            json!({"extent": [{"value": 0, "unit": "row"}]}),
            false,
        ),
        (
            Point::Size,
            "bytes of a file",
            json!({"distributions": [file(json!({"byteSize": 9}))]}),
            true,
        ),
        (
            Point::Size,
            "a file",
            json!({"distributions": [file(json!({}))]}),
            false,
        ),
        (
            Point::Period,
            "an end that is open",
            json!({"temporal": {"end": "ongoing"}}),
            true,
        ),
        (
            Point::Period,
            "words",
            json!({"temporal": {"verbatim": "近三年"}}),
            true,
        ),
        (
            Point::Period,
            "words that say nothing",
            json!({"temporal": {"verbatim": "待完善"}}),
            false,
        ),
        (
            Point::Place,
            "a code",
            json!({"spatial": [{"adminCode": "320900"}]}),
            true,
        ),
        (
            Point::Place,
            "a name",
            json!({"spatial": [{"name": "盐城"}]}),
            true,
        ),
        (
            Point::Place,
            "a note alone",
            json!({"spatial": [{"note": "?"}]}),
            false,
        ),
        (
            Point::Place,
            "a placeholder",
            json!({"spatial": [{"verbatim": "暂无"}]}),
            false,
        ),
        (
            Point::Update,
            "a duration",
            json!({"updateFrequency": "P1D"}),
            true,
        ),
        (
            Point::Update,
            "never",
            json!({"updateFrequency": "never"}),
            true,
        ),
        (
            Point::Update,
            "as needed",
            json!({"updateFrequency": "as-needed"}),
            true,
        ),
        (
            Point::Update,
            "unknown",
            json!({"updateFrequency": "unknown"}),
            false,
        ),
        (
            Point::Update,
            "待完善",
            json!({"updateFrequency": "待完善"}),
            false,
        ),
        (
            Point::Delivery,
            "an interface",
            offer(&json!({"delivery": ["api"]})),
            true,
        ),
        (
            Point::Delivery,
            "offline",
            offer(&json!({"delivery": ["offline-arranged"]})),
            true,
        ),
        (
            Point::Delivery,
            "unspecified",
            offer(&json!({"delivery": ["unspecified"]})),
            false,
        ),
        (
            Point::Delivery,
            "a file to download",
            json!({"distributions": [{"id": "d", "access": "download"}]}),
            true,
        ),
        (
            Point::Terms,
            "a licence",
            json!({"license": "https://example.org/l"}),
            true,
        ),
        (
            Point::Terms,
            "a page",
            offer(&json!({"terms": "https://example.org/t"})),
            true,
        ),
        (
            Point::Terms,
            "limits",
            json!({"usageRestrictions": ["仅限内部使用"]}),
            true,
        ),
        (
            Point::Terms,
            "limits that are blank",
            json!({"usageRestrictions": ["-"]}),
            false,
        ),
        (
            Point::Terms,
            "who may see it",
            json!({"accessRights": "public"}),
            false,
        ),
        (
            Point::Rights,
            "a number in a register",
            json!({"identifiers": [{"scheme": "数据产权登记证书", "value": "7"}]}),
            true,
        ),
        (
            Point::Rights,
            "a number",
            json!({"identifiers": [{"scheme": "sku", "value": "7"}]}),
            false,
        ),
        (
            Point::Rights,
            "the holder, and how it was come by",
            json!({"rightsHolder": "o", "acquisition": "original"}),
            true,
        ),
        (
            Point::Rights,
            "the holder",
            json!({"rightsHolder": "o"}),
            false,
        ),
        (
            Point::Rights,
            "the holder, and nothing known",
            json!({"rightsHolder": "o", "acquisition": "unknown"}),
            false,
        ),
        (
            Point::Privacy,
            "that there is",
            json!({"privacy": {"personalInformation": "contains"}}),
            true,
        ),
        (
            Point::Privacy,
            "unknown",
            json!({"privacy": {"personalInformation": "unknown"}}),
            false,
        ),
        (
            Point::Privacy,
            "a level",
            json!({"privacy": {"gradingLevel": "general"}}),
            false,
        ),
        (
            Point::Contact,
            "a telephone",
            json!({"contact": {"tel": "010"}}),
            true,
        ),
        (
            Point::Contact,
            "a name",
            json!({"contact": {"name": "王"}}),
            false,
        ),
        (
            Point::Contact,
            "a form",
            json!({"inquiry": [{"kind": "webhook", "href": "https://a.example"}]}),
            true,
        ),
        (
            Point::Contact,
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
    let covered = |point: &&Point, answer: bool| {
        cases()
            .iter()
            .any(|(of, _, _, told)| of == *point && *told == answer)
    };
    assert!(
        Point::ALL
            .iter()
            .all(|point| covered(&point, true) && covered(&point, false))
    );
}

#[test]
fn a_listing_can_be_asked_about_at_its_exchange() {
    let market = json!({"contact": {"email": "desk@north.example"}});
    assert!(told(&catalog(&json!({}), &market)).has(Point::Contact));
    let market = json!({"inquiry": [{"kind": "mailto", "href": "desk@north.example"}]});
    let catalog = catalog(&json!({}), &market);
    assert!(told(&catalog).has(Point::Contact));
    let without = Disclosure::of(&catalog.listings[0], None, PriceState::NotStated);
    assert!(!without.has(Point::Contact));
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
    let doubted = told.with(Point::Price, false);
    assert_eq!(doubted.missing().collect::<Vec<_>>(), [Point::Price]);
    assert_eq!(Disclosure::from_bits(doubted.bits()), doubted);
}
