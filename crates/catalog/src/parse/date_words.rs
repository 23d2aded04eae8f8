//! Dates with words in them: `Aug. 11, 2020`, `Circa early 2018`, `2023年上半年`, `2023Q2`.

use super::date::{iso, made};
use crate::{FuzzyDate, Precision};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Parts of a year, first and last month. Early is January to April, as the seed catalog reads it.
const SPANS: &[(&str, u32, u32)] = &[
    ("early", 1, 4),
    ("mid", 5, 8),
    ("late", 9, 12),
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("年初", 1, 4),
    ("年中", 5, 8),
    ("年底", 9, 12),
    ("年末", 9, 12),
    ("q1", 1, 3),
    ("q2", 4, 6),
    ("q3", 7, 9),
    ("q4", 10, 12),
    ("第一季度", 1, 3),
    ("第二季度", 4, 6),
    ("第三季度", 7, 9),
    ("第四季度", 10, 12),
    ("first half", 1, 6),
    ("second half", 7, 12),
];

/// Reads `folded`; `words` is the same text as written, which the date keeps.
pub(super) fn date_in_words(words: &str, folded: &str) -> Option<FuzzyDate> {
    let approximate = ["circa", "about", "around", "ca.", "约", "大约"]
        .iter()
        .any(|word| folded.starts_with(word));
    let span = SPANS.iter().find(|(word, ..)| super::holds(folded, word));
    let without_span = span.map_or_else(
        || folded.to_owned(),
        |(word, ..)| super::replaced(folded, word, " "),
    );
    let pieces: Vec<&str> = without_span
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|piece| !piece.is_empty())
        .collect();
    let year = pieces.iter().find_map(|piece| year(piece))?;
    let month = pieces.iter().find_map(|piece| month(piece));
    let day = pieces.iter().find_map(|piece| day(piece));
    let date = match span {
        Some((_, first, last)) => FuzzyDate {
            precision: Precision::Range,
            latest: made(year, Some(*last), None)?.latest,
            earliest: iso(year, *first, 1)?,
            ..made(year, None, None)?
        },
        None if month.is_some() || approximate => {
            made(year, month, day.filter(|_| month.is_some()))?
        }
        None => return None,
    };
    Some(FuzzyDate {
        verbatim: Some(words.to_owned()),
        approximate,
        ..date
    })
}

fn year(piece: &str) -> Option<u32> {
    (piece.len() == 4)
        .then(|| piece.parse().ok())
        .flatten()
        .filter(|year| *year >= 1000)
}

/// A month by its English name or the start of it.
fn month(piece: &str) -> Option<u32> {
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS.iter().position(|month| piece.starts_with(month))?;
    let whole = full.get(at)?;
    (whole.starts_with(piece) || piece == "sept")
        .then(|| u32::try_from(at + 1).ok())
        .flatten()
}

/// A day of the month, perhaps with its ending: `11`, `11th`.
fn day(piece: &str) -> Option<u32> {
    let digits = piece.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = piece.get(digits.len()..)?;
    (digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
        .then(|| digits.parse().ok())
        .flatten()
}
