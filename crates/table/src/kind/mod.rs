//! What the cells of a column are, decided from all of them and never from one.
//! Deciding a kind changes no text.

mod day;
mod fit;
mod number;
mod of_column;
mod value;

pub(crate) use day::{DayParts, day_parts};
pub(crate) use fit::{Fit, Values};
pub use of_column::Kind;
