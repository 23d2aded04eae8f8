//! How re-identifiable rows are: rows that have the same values in the columns that somebody
//! may know (quasi-identifiers) form a class, and classes are counted.

mod places;
mod risk;
mod rows;
mod sensitive;
mod suggest;
mod values;

pub use risk::{Risk, SensitiveRisk, TooMuch};
pub use rows::{MOST_BYTES, Measure};
pub use suggest::{Reason, Role, Suggestion, suggest};
