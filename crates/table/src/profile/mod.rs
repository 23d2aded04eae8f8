//! What a column looks like over the rows that were read: kind, blanks, different values,
//! smallest, largest, most frequent, spread. Streams: it never needs the rows at once.

mod about;
mod bars;
mod batch;
mod column;
mod days;
mod found;
mod hash;
mod numbers;
mod profiler;
mod spread;
mod tally;

pub use found::{ColumnProfile, Histogram, Profile, TopValue};
pub use profiler::{Profiler, profile};
pub use spread::{Spread, Standing};
