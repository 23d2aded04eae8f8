//! Reading an index: what is in its head, and chunks as questions need them.

mod dictionary;
mod list;
mod open;
mod shelf;

pub(crate) use dictionary::{Entry, Part, Piece};
pub(crate) use list::{FIELD_BITS, Kind, each_place, entries, field_of, title_places};
pub use open::{Index, OpenError};
