//! Reading an index: what is in its head, and chunks as questions need them.

mod dictionary;
mod open;
mod shelf;

pub(crate) use dictionary::{Entry, Part, listed};
pub use open::{Index, OpenError};
