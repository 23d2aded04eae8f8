//! Invented prices, in the forms and proportions of real ones (`product.md` §2).

use serde_json::{Value, json};

use super::chance::Chance;
use super::words::Prices;

/// How an invented product is handed over.
pub(super) fn delivery(kind: &str, prices: Prices, chance: &mut Chance) -> &'static str {
    match (kind, prices) {
        ("api", _) if chance.percent(85) => "api",
        (_, Prices::English) => "download",
        (_, Prices::MostlyBlank | Prices::Negotiable) => "offline-arranged",
        _ if chance.percent(20) => "download",
        _ => "unspecified",
    }
}

/// The one offer of an invented listing, in the proportions of its exchange.
pub(super) fn offers(
    prices: Prices,
    kind: &str,
    delivery: &str,
    number: usize,
    chance: &mut Chance,
) -> Value {
    let roll = chance.below(100);
    let mut offer = match prices {
        // Where delivery is on the platform a price is nearly always stated, else hardly ever.
        Prices::MostlyBlank => match (delivery, roll) {
            ("api", 0..97) => per_call(number, chance),
            ("api", 97..) => fixed("0", "0元/次", Some("call")),
            (_, 0..6) => fixed("15000", "15000元", None),
            _ => json!({ "priceType": "unknown" }),
        },
        Prices::NegotiableOrFree => match roll {
            0..71 => negotiable("面议", "unspecified"),
            71..92 => json!({ "priceType": "free", "verbatim": "免费" }),
            92..93 => fixed("754300.0000000001", "754300.0000000001元/次", Some("call")),
            _ => {
                let amount = chance.of(&[
                    "100000", "95000.0", "2250000", "4000", "0.15", "88", "30000",
                ]);
                fixed(amount, &format!("{amount}元/次"), Some("call"))
            }
        },
        Prices::Negotiable => match roll {
            0..70 => negotiable("面议", "unspecified"),
            70..98 => negotiable("线下面议", "offline"),
            _ => fixed("5000", "5000元", None),
        },
        Prices::RoundNumbers => match roll {
            0..50 => fixed("1000.00", "1000.00元", None),
            50..82 => fixed("5000.00", "5000.00元", None),
            _ => per_call(number, chance),
        },
        Prices::English => english(roll, kind),
    };
    if let Some(members) = offer.as_object_mut() {
        members.insert("id".into(), json!("o1"));
        members.insert("delivery".into(), json!([delivery]));
    }
    json!([offer])
}

fn per_call(number: usize, chance: &mut Chance) -> Value {
    if number.is_multiple_of(40) {
        let mut package = fixed("10", "10元/100次", Some("call"));
        package["includedQuantity"] = json!({ "value": 100, "unit": "item" });
        return package;
    }
    let amounts = [
        "0.09", "0.15", "0.1", "6", "1", "0.3", "0.25", "2.8", "0.5", "0.28", "2", "0.05", "15",
        "98",
    ];
    let amount = chance.of(&amounts);
    fixed(amount, &format!("{amount}元/次"), Some("call"))
}

fn fixed(amount: &str, words: &str, unit: Option<&str>) -> Value {
    let price = json!({ "amount": amount, "currency": "CNY" });
    match unit {
        Some(unit) => json!({
            "priceType": "fixed", "price": price, "billingModel": "per-call", "unit": unit, "verbatim": words
        }),
        None => json!({ "priceType": "fixed", "price": price, "verbatim": words }),
    }
}

fn negotiable(words: &str, channel: &str) -> Value {
    json!({ "priceType": "negotiable", "negotiationChannel": channel, "verbatim": words })
}

fn english(roll: usize, kind: &str) -> Value {
    match roll {
        0..15 => json!({ "priceType": "free", "verbatim": "Free" }),
        15..45 => negotiable("Contact us", "unspecified"),
        45..60 => json!({ "priceType": "unknown" }),
        60..75 if kind == "api" => json!({
            "priceType": "fixed", "price": { "amount": "0.02", "currency": "USD" },
            "billingModel": "per-call", "unit": "call", "verbatim": "$0.02 per call"
        }),
        60..80 => json!({
            "priceType": "fixed", "price": { "amount": "199", "currency": "USD" },
            "billingModel": "subscription", "billingPeriod": "P1M", "verbatim": "$199/month"
        }),
        80..90 => json!({
            "priceType": "from", "price": { "min": "2500", "currency": "USD" },
            "billingModel": "subscription", "billingPeriod": "P1Y", "verbatim": "from $2,500 a year"
        }),
        _ => json!({
            "priceType": "range", "price": { "min": "1000", "max": "5000", "currency": "USD" },
            "verbatim": "$1,000 - $5,000"
        }),
    }
}
