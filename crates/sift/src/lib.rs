//! Which rows of a table are wanted, and in which order. Rows come by one after the other, held
//! or not; what is kept of them is their numbers. Knows no file, no browser and no listing.
#![warn(missing_docs)]

pub mod address;
mod arranged;
pub mod csv;
mod finding;
mod fold;
pub mod json;
mod names;
mod order;
mod runs;
mod sieve;
mod view;

pub use arranged::Arranged;
pub use finding::{Finding, Found};
pub use names::Names;
pub use sieve::Sieve;
pub use view::{Filter, Order, Test, View};
