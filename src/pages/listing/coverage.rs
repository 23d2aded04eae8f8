//! The time and the area that data covers, in words.

use crate::{
    components::said_text,
    i18n::{ListingWords, date},
    state::lang,
};
use catalog::{Location, Period, PeriodEnd};

/// A period: its own words, else its two ends.
pub(super) fn period(period: &Period) -> Option<String> {
    let words = ListingWords::of(lang());
    if let Some(verbatim) = &period.verbatim {
        return Some(verbatim.clone());
    }
    let end = match &period.end {
        Some(PeriodEnd::Date(end)) => Some(date(end)),
        Some(PeriodEnd::Ongoing(_)) => Some(words.ongoing.to_owned()),
        None => None,
    };
    match (period.start.as_ref().map(date), end) {
        (Some(start), Some(end)) => Some(format!("{start}{}{end}", words.to)),
        (start, end) => start.or(end),
    }
}

/// A place: its name in the reader's language, else as written.
pub(in crate::pages) fn place(place: &Location) -> Option<String> {
    let texts = [&place.name, &place.locality, &place.region];
    let named = texts
        .into_iter()
        .flatten()
        .map(said_text)
        .find(|name| !name.is_empty());
    named
        .or_else(|| place.verbatim.clone())
        .or_else(|| place.note.as_ref().map(said_text))
        .or_else(|| place.country.clone())
}
