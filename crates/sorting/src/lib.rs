//! Sorting by places. Every kind of item that is sorted by itself brings a sorting algorithm
//! of its own, 4 kB each; here all share one over their numbers.
#![warn(missing_docs)]

mod places;

pub use places::{arranged, first, first_places, ordered, places, places_by, sort_numbers};
