//! What the cells of a column are, decided from all of them and never from one.
//! Deciding a kind changes no text.

mod day;
mod fit;
mod number;
mod of_column;
mod value;

pub(crate) use day::{DayParts, day_key, day_parts};
pub(crate) use fit::{Fit, Values, is_mobile};
pub use of_column::Kind;

/// The value of a text that is an amount, as people write them: `1,234`, `12%` (12), `３万`.
/// `None` for everything else, and for digits that are a name, such as `007`.
#[must_use]
pub fn amount(text: &str) -> Option<f64> {
    let (form, value) = number::number(text.trim())?;
    (form & fit::IDENTIFIER == 0).then_some(value)
}
