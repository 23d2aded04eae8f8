//! Where a value comes from: quoted, translated, inferred, added by an editor.

use crate::{Text, token::tokens};
use record::Record;

tokens! {
    /// How a value is known (`model.md` §B, `AssertionStatus`).
    AssertionStatus {
        /// The source's own words.
        Quoted = "quoted",
        /// The source says it in other words.
        Paraphrased = "paraphrased",
        /// Put into this language by the catalog.
        Translated = "translated",
        /// Concluded by the catalog from what the source says.
        Inferred = "inferred",
        /// Added or corrected by the catalog's editors.
        Editorial = "editorial",
        /// From another source than the listing's own.
        External = "external",
        /// The source does not say.
        Unknown = "unknown",
    }
}

/// The status that covers every value without an assertion of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct AssertionBase {
    /// How the values are known.
    pub status: AssertionStatus,
    /// Id of the catalog's `sources` entry, if named.
    pub source: Option<String>,
}

/// Where the value at `path` of a record comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct Assertion {
    /// JSON Pointer relative to the record that holds the assertion.
    pub path: String,
    /// How the value is known.
    pub status: AssertionStatus,
    /// Id of the catalog's `sources` entry, if named.
    pub source: Option<String>,
    /// Why, in the catalog's words.
    pub note: Option<Text>,
}
