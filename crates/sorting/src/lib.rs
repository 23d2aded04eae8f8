//! Sorting by places. Every kind of item that is sorted by itself brings a sorting algorithm
//! of its own, 4 kB each; here all share one over their numbers.
//!
//! `search` has the like of its own, since its program is as large as it may be.
#![warn(missing_docs)]

mod places;

pub use places::{first, ordered, places};
