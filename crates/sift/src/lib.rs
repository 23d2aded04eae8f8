//! Which rows of a table are wanted, and in which order. Rows come by one after the other, held
//! or not; what is kept of them is their numbers. Knows no file, no browser and no listing.
#![warn(missing_docs)]

mod view;

pub use view::{Filter, Order, Test, View};
