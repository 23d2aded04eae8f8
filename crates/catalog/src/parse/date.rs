//! Date texts of real catalogs become fuzzy dates (`model.md` §D row 1). No clock: an unreadable
//! date is no date, never today. Times keep the day that they were written with.

use super::day::days_in_month;
use super::fold::{fold, is_placeholder};
use super::reading::Reading;
use crate::{FuzzyDate, Precision};

/// In which order `03/04/2021` was written, where the publisher says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Not stated: an ambiguous date is only as exact as its year.
    #[default]
    Unknown,
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// Reads a date text. The value is `None` where it says nothing usable. Notes: `no-date`,
/// `repeating-duration`, `date-out-of-range`, `date-order-ambiguous`, `date-from-number`.
pub fn date(text: &str, order: DateOrder) -> Reading<Option<FuzzyDate>> {
    let words = text.trim();
    if words.is_empty() {
        return Reading::sure(None);
    }
    let folded = fold(words);
    if is_placeholder(words) || words.chars().count() > 100 {
        return Reading::noted(None, "no-date");
    }
    if folded.starts_with("r/") || is_duration(&folded) {
        return Reading::noted(None, "repeating-duration");
    }
    if let Some((first, last)) = folded
        .split_once('/')
        .filter(|(first, _)| first.as_bytes().contains(&b'-'))
    {
        return interval(words, first, last);
    }
    let found = epoch(&folded)
        .or_else(|| parts(words, &folded, order))
        .or_else(|| {
            super::date_words::date_in_words(words, &folded).map(|date| Reading::sure(Some(date)))
        });
    found.unwrap_or_else(|| Reading::noted(None, "no-date"))
}

/// `p1d`, `pt1h`: a stretch of time, not a point in it.
fn is_duration(folded: &str) -> bool {
    let rest = folded
        .strip_prefix('p')
        .map(|rest| rest.strip_prefix('t').unwrap_or(rest));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A date made of known parts, or `None` if there is no such day.
pub(super) fn made(year: u32, month: Option<u32>, day: Option<u32>) -> Option<FuzzyDate> {
    if !(1000..=2999).contains(&year) {
        return None;
    }
    let (earliest, latest, precision) = match (month, day) {
        (Some(month), Some(day)) => {
            let written = iso(year, month, day)?;
            (written.clone(), written, Precision::Day)
        }
        (Some(month), None) => (
            iso(year, month, 1)?,
            iso(year, month, days_of(year, month)?)?,
            Precision::Month,
        ),
        (None, _) => (iso(year, 1, 1)?, iso(year, 12, 31)?, Precision::Year),
    };
    Some(FuzzyDate {
        verbatim: None,
        edtf: None,
        earliest,
        latest,
        precision,
        approximate: false,
        event: None,
    })
}

pub(super) fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    (day >= 1 && day <= days_of(year, month)?).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Length of a month; `None` if there is no such month.
fn days_of(year: u32, month: u32) -> Option<u32> {
    Some(days_in_month(year, month)).filter(|days| *days > 0)
}

/// `2004-01-01/2008-12-31`: the value was some time in it.
fn interval(words: &str, first: &str, last: &str) -> Reading<Option<FuzzyDate>> {
    let end = |text| date(text, DateOrder::Unknown).value;
    let (Some(first), Some(last)) = (end(first), end(last)) else {
        return Reading::noted(None, "date-out-of-range");
    };
    if first.earliest > last.latest {
        return Reading::noted(None, "date-out-of-range");
    }
    Reading::sure(Some(FuzzyDate {
        verbatim: Some(words.to_owned()),
        latest: last.latest,
        precision: Precision::Range,
        ..first
    }))
}

/// Seconds (10 digits) or milliseconds (13 digits) since 1970, as day in UTC.
fn epoch(folded: &str) -> Option<Reading<Option<FuzzyDate>>> {
    if !folded.bytes().all(|b| b.is_ascii_digit()) || !matches!(folded.len(), 10 | 13) {
        return None;
    }
    let number: u64 = folded.parse().ok()?;
    let seconds = if folded.len() == 13 {
        number / 1000
    } else {
        number
    };
    let (year, month, day) = civil(seconds / 86_400)?;
    let date = made(year, Some(month), Some(day)).map(|date| FuzzyDate {
        verbatim: Some(folded.to_owned()),
        ..date
    });
    Some(Reading::noted(date, "date-from-number"))
}

/// The proleptic Gregorian day so many days after 1970-01-01.
fn civil(mut days: u64) -> Option<(u32, u32, u32)> {
    let mut year = 1970;
    loop {
        let length: u64 = days_of(year, 2).map_or(365, |february| 337 + u64::from(february));
        if days < length {
            break;
        }
        days -= length;
        year += 1;
        if year > 2999 {
            return None;
        }
    }
    let mut month = 1;
    while days >= u64::from(days_of(year, month)?) {
        days -= u64::from(days_of(year, month)?);
        month += 1;
    }
    Some((year, month, u32::try_from(days).ok()? + 1))
}

/// Dates whose parts are numbers: `2021-3-31`, `2021年3月31日`, `31/03/2021`, `20210331`, `2018-05`.
fn parts(words: &str, folded: &str, order: DateOrder) -> Option<Reading<Option<FuzzyDate>>> {
    let day = without_time(folded);
    if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| day.get(range)?.parse().ok();
        return Some(dated(
            made(part(0..4)?, Some(part(4..6)?), Some(part(6..8)?)),
            words,
            true,
        ));
    }
    let numbers = numbers(day)?;
    let asian = super::holds(folded, "年");
    match numbers.as_slice() {
        [year] if *year >= 1000 => Some(dated(made(*year, None, None), words, !asian)),
        [year, month] if *year >= 1000 => {
            Some(dated(made(*year, Some(*month), None), words, !asian))
        }
        [year, month, day] if *year >= 1000 => {
            let plain = folded.get(4..5) == Some("-");
            Some(dated(made(*year, Some(*month), Some(*day)), words, plain))
        }
        [month, year] if *year >= 1000 => {
            Some(dated(made(*year, Some(*month), None), words, false))
        }
        [first, second, year] if *year >= 1000 => {
            Some(year_last(*first, *second, *year, order, words))
        }
        _ => None,
    }
}

/// `31/03/2021` says which part is the day; `03/04/2021` does not, so only its year is known.
fn year_last(
    first: u32,
    second: u32,
    year: u32,
    order: DateOrder,
    words: &str,
) -> Reading<Option<FuzzyDate>> {
    let (day, month) = match order {
        _ if first > 12 => (first, second),
        _ if second > 12 => (second, first),
        _ if first == second => (first, second),
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
        DateOrder::Unknown => {
            let mut year = dated(made(year, None, None), words, false);
            year.notes.push("date-order-ambiguous");
            return year;
        }
    };
    dated(made(year, Some(month), Some(day)), words, false)
}

/// Keeps the words of a date, unless they say no more than its ISO form.
fn dated(date: Option<FuzzyDate>, words: &str, iso: bool) -> Reading<Option<FuzzyDate>> {
    match date {
        Some(date) if iso => Reading::sure(Some(date)),
        Some(date) => Reading::sure(Some(FuzzyDate {
            verbatim: Some(words.to_owned()),
            ..date
        })),
        None => Reading::noted(None, "date-out-of-range"),
    }
}

/// The text up to the time of day: `2024-05-22t16:39:02+08:00`, `2024-05-22 16:39`.
fn without_time(folded: &str) -> &str {
    let colon = folded.find(':').unwrap_or(folded.len());
    let head = folded.get(..colon).unwrap_or(folded);
    if colon == folded.len() {
        return head.trim();
    }
    let cut = head
        .rfind(['t', ' '])
        .or_else(|| head.rfind('日').map(|at| at + '日'.len_utf8()));
    head.get(..cut.unwrap_or(head.len())).unwrap_or(head).trim()
}

/// The numbers of a text that holds nothing else but separators of dates.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || "-/. 年月日号".chars().any(|known| known == c));
    let numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let numbers: Option<Vec<u32>> = numbers
        .map(|part| part.parse().ok().filter(|_| part.len() <= 4))
        .collect();
    numbers.filter(|numbers| plain && (1..=3).contains(&numbers.len()))
}
