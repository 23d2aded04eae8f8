//! Finding: which listings hold the words and pass the choices, which come first, and what is
//! counted of them.

mod column;
mod filter;
mod kinds;
mod phrase;
mod plan;
mod rank;
mod scales;
mod words;

pub(crate) use column::Column;
pub(crate) use filter::Filter;
#[cfg(test)]
pub(crate) use kinds::KIND;
pub(crate) use kinds::add_kinds;
pub(crate) use rank::{Row, first_rows, rows};
#[cfg(test)]
pub(crate) use words::Match;
pub(crate) use words::select;
