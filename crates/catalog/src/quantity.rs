//! Sizes with units: hours of speech, records, bytes as written.

use crate::token::tokens;
use record::Record;

tokens! {
    /// Units of extent. Byte multiples are decimal, and approximate when the source wrote `KB`.
    Unit {
        Byte = "byte", Kilobyte = "kilobyte", Megabyte = "megabyte", Gigabyte = "gigabyte",
        Terabyte = "terabyte", Hour = "hour", Minute = "minute", Second = "second",
        Record = "record", Row = "row", File = "file", Image = "image", Sentence = "sentence",
        Token = "token", Person = "person", Item = "item",
    }
}

/// An amount of data.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Quantity {
    /// How many; never negative.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
    /// "About", or a unit that has two readings (20KB).
    #[record(omit)]
    pub approximate: bool,
    /// The source's words.
    pub verbatim: Option<String>,
}
