//! Places and amounts of data.

use crate::{
    Location, Quantity, Unit,
    parse::{self, digits, plain_text},
    read::{
        at::At,
        json::Value,
        object::Object,
        reader::{Reader, excerpt},
        texts::{name, running},
        values::{amount, flag, matching, number, token},
    },
};

/// A place. A string is its wording and its name.
pub(crate) fn location(reader: &mut Reader, value: Value, at: &At) -> Option<Location> {
    if let Value::String(text) = &value {
        reader.wrong_type(at, "object", &value);
        let verbatim = plain_text(text).text;
        return Some(Location {
            verbatim: Some(verbatim).filter(|text| !text.is_empty()),
            name: name(reader, value, at),
            ..Location::default()
        })
        .filter(|place| place.name.is_some());
    }
    let mut object = Object::open(reader, value, *at)?;
    let place = Location {
        verbatim: object.verbatim(reader, "verbatim"),
        name: object.read(reader, "name", name),
        locality: object.read(reader, "locality", name),
        region: object.read(reader, "region", name),
        country: object.read(reader, "country", |reader, value, at| {
            matching(reader, value, at, "bad-country", is_country)
        }),
        admin_code: object.read(reader, "adminCode", |reader, value, at| {
            matching(reader, value, at, "bad-admin-code", is_admin_code)
        }),
        subdivision: object.read(reader, "subdivision", |reader, value, at| {
            matching(reader, value, at, "bad-subdivision", is_subdivision)
        }),
        note: object.read(reader, "note", running),
        bbox: object.read(reader, "bbox", bbox),
    };
    object.close(reader);
    (place != Location::default()).then_some(place)
}

/// `^[A-Z]{2}$`, ISO 3166-1.
fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// `^[0-9]{6}$`, GB/T 2260.
fn is_admin_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())
}

/// `^[A-Z]{2}-[A-Z0-9]{1,3}$`, ISO 3166-2.
fn is_subdivision(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, part)| {
        is_country(country)
            && (1..=3).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    })
}

/// Four numbers; a box that does not lie on the globe is left out.
fn bbox(reader: &mut Reader, value: Value, at: &At) -> Option<[f64; 4]> {
    let items = match value {
        Value::Array(items) if items.len() == 4 => items,
        other => {
            reader.wrong_type(at, "four numbers", &other);
            return None;
        }
    };
    let mut numbers = Vec::with_capacity(4);
    for (index, item) in items.into_iter().enumerate() {
        numbers.extend(number(reader, item, &at.item(index)));
    }
    let [west, south, east, north] = numbers.try_into().ok()?;
    let fits = [west, east].iter().all(|x: &f64| x.abs() <= 180.0)
        && [south, north].iter().all(|y: &f64| y.abs() <= 90.0)
        && south <= north;
    if !fits {
        reader.warn(
            "box-off-the-globe",
            at,
            format!(
                "{} {} {} {}",
                digits(west),
                digits(south),
                digits(east),
                digits(north)
            ),
        );
        return None;
    }
    Some([west, south, east, north])
}

/// An amount of data. A string such as `1.2 GB` is understood if it can be.
pub(crate) fn quantity(reader: &mut Reader, value: Value, at: &At) -> Option<Quantity> {
    if !value.is_object() {
        reader.wrong_type(at, "object", &value);
        let words = excerpt(&value);
        let reading = parse::size(&words, None);
        for note in &reading.notes {
            reader.warn(note, at, &words);
        }
        if reading.value.is_none() && reading.notes.is_empty() {
            reader.warn("no-size", at, &words);
        }
        return reading.value;
    }
    let mut object = Object::open(reader, value, *at)?;
    let value = object.require(reader, "value", amount);
    let unit = object.require(reader, "unit", |reader, value, at| {
        token(reader, value, at, Unit::parse)
    });
    let approximate = object.read(reader, "approximate", flag).unwrap_or(false);
    let verbatim = object.verbatim(reader, "verbatim");
    object.close(reader);
    match (value, unit) {
        (Some(value), Some(unit)) => Some(Quantity {
            value,
            unit,
            approximate,
            verbatim,
        }),
        _ => None,
    }
}
