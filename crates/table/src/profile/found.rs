//! What a profile says.

use record::Record;

use crate::{Count, Kind};

/// What was found, and over how many rows: every number here covers those rows and no others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Profile {
    /// The number of rows that were looked at.
    pub rows: u64,
    /// One for each column, in the order of the table.
    pub columns: Vec<ColumnProfile>,
}

/// One column over the rows that were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct ColumnProfile {
    /// The narrowest kind that all cells fit.
    pub kind: Kind,
    /// How many cells have nothing to read in them.
    pub missing: u64,
    /// How many different texts the other cells have: exact to 100,000, or to what fits into
    /// the memory that all columns share (36 MB); about, by HyperLogLog, beyond.
    pub distinct: Count,
    /// The smallest, as the file wrote it. Only for numbers and dates that have an order.
    pub min: Option<String>,
    /// The largest, as the file wrote it.
    pub max: Option<String>,
    /// The length of the longest cell, in characters.
    pub longest: u32,
    /// The most frequent texts. Empty when every value is there only once. Where `distinct` is
    /// about, those that stand out, by space-saving counters: each is there as often as it
    /// says, or up to a tenth more often.
    pub top: Vec<TopValue>,
    /// How numbers or dates are spread; `None` for other kinds, and where there are too few.
    pub histogram: Option<Histogram>,
}

/// How often values lie between two edges. Covers every filled cell of the column.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Histogram {
    /// The edges, one more than bars, rising, as numbers or dates of the column's kind are
    /// written. A bar takes what is at or above its lower edge and below its upper one; the
    /// last takes its upper one too.
    pub edges: Vec<String>,
    /// How many cells each bar has.
    pub counts: Vec<u64>,
}

/// A frequent value.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct TopValue {
    /// The text of the cells, cut (with `…`) when it is long.
    pub value: String,
    /// How many cells have it.
    pub count: u64,
}
