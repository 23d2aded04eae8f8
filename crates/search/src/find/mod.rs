//! Finding: which listings hold the words and pass the choices, which come first, and what is
//! counted of them.

mod column;
mod filter;
mod kinds;
mod ladder;
mod most;
mod phrase;
mod plan;
mod rank;
mod scales;
mod typos;
mod words;

pub(crate) use column::Column;
pub(crate) use filter::{Filter, sums};
#[cfg(test)]
pub(crate) use kinds::KIND;
#[cfg(test)]
pub(crate) use ladder::as_typed;
pub(crate) use ladder::{Found, find};
pub(crate) use most::{most, without, words};
pub(crate) use plan::Token;
pub(crate) use rank::{Row, first_rows, rows};
