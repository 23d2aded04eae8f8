//! The number of an offer.

use crate::{
    Price,
    parse::{compare, is_zero},
    read::{
        at::At,
        json::Value,
        object::Object,
        reader::Reader,
        values::{decimal, flag, pattern},
    },
};

/// ISO 4217 for "no currency": the source gives a number and no currency.
const NO_CURRENCY: &str = "XXX";

/// Money. Without any amount there is no price.
pub(crate) fn price(reader: &mut Reader, value: Value, at: &At) -> Option<Price> {
    if !value.is_object() {
        reader.wrong_type(at, "object", &value);
        let amount = decimal(reader, value, at)?;
        return Some(Price {
            amount: Some(amount),
            currency: String::from(NO_CURRENCY),
            ..Price::default()
        });
    }
    let mut object = Object::open(reader, value, *at)?;
    let stated = ["amount", "min", "max"]
        .iter()
        .any(|name| object.members.contains_key(name));
    if !stated {
        object.missing(reader, "amount");
    }
    let price = Price {
        amount: object.read(reader, "amount", decimal),
        min: object.read(reader, "min", decimal),
        max: object.read(reader, "max", decimal),
        currency: object
            .require(reader, "currency", currency)
            .unwrap_or_else(|| String::from(NO_CURRENCY)),
        tax_included: object.read(reader, "taxIncluded", flag),
    };
    let at = object.at;
    object.close(reader);
    match price {
        Price {
            amount: None,
            min: None,
            max: None,
            ..
        } => None,
        price => Some(ordered(reader, price, &at)),
    }
}

/// `^[A-Z]{3}$`. Signs and words that leave no doubt are repaired.
fn currency(reader: &mut Reader, value: Value, at: &At) -> Option<String> {
    let is_code = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    let text = match pattern(reader, value, at, "bad-currency", is_code) {
        Ok(text) if text == "RMB" => {
            reader.warn("currency-repaired", at, &text);
            text
        }
        Ok(text) => return Some(text),
        Err(text) => text?,
    };
    let upper = text.trim().to_ascii_uppercase();
    match upper.as_str() {
        "RMB" | "元" | "人民币" | "人民币元" | "¥" | "￥" => Some(String::from("CNY")),
        "$" | "US$" => Some(String::from("USD")),
        "€" => Some(String::from("EUR")),
        code => is_code(code).then(|| code.to_owned()),
    }
}

/// The least before the most.
fn ordered(reader: &mut Reader, price: Price, at: &At) -> Price {
    match (&price.min, &price.max) {
        (Some(min), Some(max)) if compare(min, max).is_gt() => {
            reader.warn("range-reversed", at, format!("{min} to {max}"));
            Price {
                min: price.max,
                max: price.min,
                ..price
            }
        }
        _ => price,
    }
}

/// Whether every stated amount is zero.
pub(crate) fn is_nothing(price: &Price) -> bool {
    [&price.amount, &price.min, &price.max]
        .into_iter()
        .flatten()
        .all(|amount| is_zero(amount))
}
