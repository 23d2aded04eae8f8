//! Listings that tell a point of the disclosure score, and listings that almost do.

use crate::offer;
use catalog::disclosure::Check;
use serde_json::{Value, json};

/// A point, why, the members of a listing, and whether they tell it.
pub(crate) fn cases() -> Vec<(Check, &'static str, Value, bool)> {
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
