//! Fuzzy dates, periods, update promises (`model.md` §B rule 6 and §D row 1).

use crate::{
    DateEvent, FuzzyDate, Period, PeriodEnd, Precision, UpdateFrequency,
    parse::{self, DateOrder, is_calendar_day},
    read::{
        at::At,
        json::Value,
        object::Object,
        reader::{Reader, excerpt},
        values::{day, flag, pattern},
    },
};

/// A fuzzy date. A string or number becomes one if its words can be understood; what cannot
/// is left out with a notice, and never becomes today.
pub(crate) fn fuzzy_date(reader: &mut Reader, value: Value, at: &At) -> Option<FuzzyDate> {
    if !value.is_object() {
        reader.wrong_type(at, "date", &value);
        return date_of_words(reader, &excerpt(&value), at);
    }
    let mut object = Object::open(reader, value, *at)?;
    let verbatim = object.verbatim(reader, "verbatim");
    let edtf = object.string(reader, "edtf");
    let earliest = object.require(reader, "earliest", day);
    let latest = object.require(reader, "latest", day);
    let precision = object.require(reader, "precision", |reader, value, at| {
        crate::read::token(reader, value, at, Precision::parse)
    });
    let approximate = object.read(reader, "approximate", flag).unwrap_or(false);
    let event = object.token_or(reader, "event", DateEvent::parse, DateEvent::Unspecified);
    object.close(reader);
    let (earliest, latest) = match (earliest, latest) {
        (Some(earliest), Some(latest)) => (earliest, latest),
        (Some(only), None) | (None, Some(only)) => (only.clone(), only),
        (None, None) => return date_of_words(reader, verbatim.as_deref()?, at),
    };
    for bound in [&earliest, &latest] {
        if !is_calendar_day(bound) {
            reader.warn("no-such-day", at, bound);
            return None;
        }
    }
    let (earliest, latest) = if earliest > latest {
        reader.warn("date-reversed", at, format!("{earliest}, {latest}"));
        (latest, earliest)
    } else {
        (earliest, latest)
    };
    let precision = precision.unwrap_or(if earliest == latest {
        Precision::Day
    } else {
        Precision::Range
    });
    Some(FuzzyDate {
        verbatim,
        edtf,
        earliest,
        latest,
        precision,
        approximate,
        event,
    })
}

/// The date in `words`, with a notice for everything that was odd about them.
fn date_of_words(reader: &mut Reader, words: &str, at: &At) -> Option<FuzzyDate> {
    let reading = parse::date(words, DateOrder::Unknown);
    for note in &reading.notes {
        reader.warn(note, at, words);
    }
    if reading.value.is_none() && reading.notes.is_empty() {
        reader.warn("no-date", at, words);
    }
    reading.value
}

/// The time that data covers. `a/b` in a string is from a to b.
pub(crate) fn period(reader: &mut Reader, value: Value, at: &At) -> Option<Period> {
    if let Value::String(text) = &value {
        reader.wrong_type(at, "object", &value);
        let verbatim = Some(text.clone()).filter(|text| !text.trim().is_empty())?;
        let (start, end) = text.split_once('/').unwrap_or((text, ""));
        return Some(Period {
            start: date_of_words(reader, start, at),
            end: (!end.is_empty())
                .then(|| date_of_words(reader, end, at))
                .flatten()
                .map(PeriodEnd::Date),
            verbatim: crate::read::verbatim(reader, Value::String(verbatim), at),
        });
    }
    let mut object = Object::open(reader, value, *at)?;
    let period = Period {
        start: object.read(reader, "start", fuzzy_date),
        end: object.read(reader, "end", period_end),
        verbatim: object.verbatim(reader, "verbatim"),
    };
    object.close(reader);
    (period != Period::default()).then_some(period)
}

fn period_end(reader: &mut Reader, value: Value, at: &At) -> Option<PeriodEnd> {
    if value.as_str() == Some("ongoing") {
        return Some(PeriodEnd::Ongoing(crate::time::Ongoing::Ongoing));
    }
    fuzzy_date(reader, value, at).map(PeriodEnd::Date)
}

/// An update promise: a duration or a word of the schema; other words are understood if they can be.
pub(crate) fn update_frequency(
    reader: &mut Reader,
    value: Value,
    at: &At,
) -> Option<UpdateFrequency> {
    match pattern(reader, value, at, "unknown-frequency", is_frequency) {
        Ok(text) => Some(UpdateFrequency(text)),
        Err(text) => parse::frequency(&text?)
            .value
            .filter(|promise| is_frequency(&promise.0)),
    }
}

fn is_frequency(text: &str) -> bool {
    matches!(
        text,
        "continuous" | "irregular" | "never" | "as-needed" | "unknown"
    ) || is_duration(text)
}

/// The schema's `Duration`: ISO 8601 with whole numbers, units in order, at least one.
pub(crate) fn is_duration(text: &str) -> bool {
    let Some(body) = text.strip_prefix('P') else {
        return false;
    };
    let (days, time) = match body.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (body, None),
    };
    let time_fits = time.is_none_or(|time| !time.is_empty() && has_units(time, "HMS"));
    !body.is_empty() && has_units(days, "YMWD") && time_fits
}

/// Whether `text` is numbers each followed by one of `units`, in their order.
fn has_units(text: &str, units: &str) -> bool {
    let (mut rest, mut left) = (text, units);
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(unit) = rest.get(digits..).and_then(|tail| tail.chars().next()) else {
            return false;
        };
        let Some((_, later)) = left.split_once(unit) else {
            return false;
        };
        if digits == 0 {
            return false;
        }
        left = later;
        rest = rest.get(digits + unit.len_utf8()..).unwrap_or("");
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_durations_of_the_schema() {
        for duration in [
            "P1Y",
            "P1M",
            "P2W",
            "P1Y2M3W4D",
            "PT15M",
            "P1DT12H",
            "PT1H2M3S",
        ] {
            assert!(is_duration(duration), "{duration}");
        }
        for other in [
            "P", "PT", "P1", "1Y", "P1D1Y", "P1.5D", "P1H", "PT1D", "P-1D", "p1d", "P1DT",
        ] {
            assert!(!is_duration(other), "{other}");
        }
    }
}
