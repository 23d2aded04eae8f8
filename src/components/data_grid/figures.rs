//! The figures of a column in words.

use crate::{
    i18n::{GridWords, PreviewWords, fill, grouped, share},
    state::lang,
};
use table::{ColumnProfile, Count};

/// How the number of different values was come by.
pub(super) fn method(profile: &ColumnProfile) -> &'static str {
    let words = GridWords::of(lang());
    match profile.distinct {
        Count::Exactly(_) => words.exact,
        Count::AtLeast(_) => words.at_least,
        Count::About(_) => words.estimated,
    }
}

/// How many different values, and whether that is all of them.
pub(crate) fn distinct_words(profile: &ColumnProfile, rows: u64) -> String {
    let words = PreviewWords::of(lang());
    // An estimate may be above what there can be.
    let most = rows.saturating_sub(profile.missing);
    let n = grouped(profile.distinct.value().min(most));
    let template = match profile.distinct {
        Count::Exactly(1) => return words.distinct_one.to_owned(),
        Count::Exactly(_) => words.distinct,
        Count::AtLeast(_) => words.distinct_at_least,
        Count::About(_) => GridWords::of(lang()).about_distinct,
    };
    fill(template, &[("n", &n)])
}

/// The share of blank cells, said also when there is none.
pub(crate) fn missing_words(profile: &ColumnProfile, rows: u64) -> String {
    let words = PreviewWords::of(lang());
    match profile.missing {
        0 => words.missing_none.to_owned(),
        n => fill(
            words.missing,
            &[("share", &share(n, rows)), ("n", &grouped(n))],
        ),
    }
}
