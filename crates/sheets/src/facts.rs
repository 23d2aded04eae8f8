//! Dates, periods, sizes and update promises of a row, with their words where they say more.

use catalog::parse::{date, frequency, size};
use catalog::{
    DateEvent, DeliveryMode, Distribution, FuzzyDate, Listing, Period, PeriodEnd, Quantity,
};
use serde_json::Value;

use crate::assign::Context;
use crate::evaluate::Found;

/// The date of the first text.
pub(crate) fn dated(
    found: &[Found],
    event: DateEvent,
    context: &mut Context<'_>,
) -> Option<FuzzyDate> {
    let first = found.first()?;
    let reading = date(&first.text, context.mapping.date_order);
    for code in reading.notes {
        context.note(code, first);
    }
    reading.value.map(|date| FuzzyDate {
        event: Some(event),
        ..date
    })
}

/// The time covered: two dates with a sign between, or one; always with its words.
pub(crate) fn period(found: &[Found], context: &mut Context<'_>) -> Option<Period> {
    let first = found.first()?;
    let words = first.text.as_str();
    let two = ["/", "至", "到", "~", "～", "—", " to ", " - "]
        .iter()
        .find_map(|sign| words.split_once(sign));
    // `2007-2022年` has a sign that dates have as well, so both sides must be years.
    let years = words.split_once('-').filter(|(start, end)| {
        let year = |text: &str| text.trim().trim_end_matches('年').len() == 4;
        year(start) && year(end)
    });
    let read = |text: &str| date(text, context.mapping.date_order).value;
    let (start, end) = match years.or(two) {
        Some((start, end)) => (read(start), read(end)),
        None => (read(words), read(words)),
    };
    Some(Period {
        start: start.map(covering),
        end: end.map(|end| PeriodEnd::Date(covering(end))),
        verbatim: Some(words.to_owned()),
    })
}

/// The words stand once, at the period.
fn covering(date: FuzzyDate) -> FuzzyDate {
    FuzzyDate {
        verbatim: None,
        ..date
    }
}

/// The update promise; words that are not fully understood stay beside the listing.
pub(crate) fn update_frequency(listing: &mut Listing, found: &[Found], context: &mut Context<'_>) {
    let Some(first) = found.first() else { return };
    let reading = frequency(&first.text);
    let understood = reading.notes.is_empty();
    for code in reading.notes {
        context.note(code, first);
    }
    listing.update_frequency = reading.value;
    if !understood {
        listing.extra.insert(
            "x-updateFrequency".to_owned(),
            Value::String(first.text.clone()),
        );
    }
}

/// The sizes among the texts.
pub(crate) fn extent(found: &[Found], context: &mut Context<'_>) -> Vec<Quantity> {
    let mut extent = Vec::new();
    for found in found {
        let reading = size(&found.text, context.rule.unit);
        for code in reading.notes {
            context.note(code, found);
        }
        extent.extend(reading.value);
    }
    extent
}

/// The one distribution that a sheet can describe.
pub(crate) fn empty_distribution() -> Distribution {
    Distribution {
        id: "d1".to_owned(),
        title: None,
        access: DeliveryMode::Unspecified,
        access_url: None,
        download_url: None,
        datastore_url: None,
        media_type: None,
        format: None,
        character_encoding: None,
        byte_size: None,
        checksum: None,
        dialect: None,
        license: None,
        modified: None,
        rows: Vec::new(),
        extra: serde_json::Map::new(),
    }
}
