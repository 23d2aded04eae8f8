//! Building an index: listings come one by one, in any order; chunks come out. What was built
//! so far can be laid out at any time, so that the first of a large catalog can be searched
//! before the last has come.

mod beginnings;
mod builder;
mod chunker;
mod column;
mod dictionary;
mod layout;
mod listings;
mod lists;
mod measures;
mod titles;
mod tokens_of;

pub(crate) use beginnings::ALL;
pub use builder::Builder;
pub(crate) use builder::latest;
pub(crate) use column::Column;
pub(crate) use layout::{A_DRAWER, A_STRETCH, DOC_BITS, hashed_id};
pub(crate) use listings::{A_CHUNK, piece};
pub(crate) use measures::{Measure, day_number, measures};
