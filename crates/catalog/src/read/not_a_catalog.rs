//! Why a file is no catalog at all.

use crate::sources::SourceKind;
use thiserror::Error;

/// The file as a whole cannot be read as a catalog.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotACatalog {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Larger than the limit.
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// Most that is read.
        limit: usize,
    },
    /// Not UTF-8, nor UTF-16 with its mark.
    #[error("not UTF-8 text, from byte {offset} on")]
    NotText {
        /// First byte that is no UTF-8, from 0.
        offset: usize,
    },
    /// Not JSON.
    #[error("not JSON: {reason} at line {line}, column {column}")]
    NotJson {
        /// Line from 1.
        line: usize,
        /// Column from 1, in bytes.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// Lists in lists in lists, beyond 128 levels.
    #[error("nested deeper than 128 levels at line {line}, column {column}")]
    TooDeep {
        /// Line from 1.
        line: usize,
        /// Column from 1, in bytes.
        column: usize,
    },
    /// A format that is known by name and not read yet, or not read here.
    #[error("this is {}, which is not read here", kind.as_str())]
    Foreign {
        /// What it is.
        kind: SourceKind,
    },
    /// JSON, but nothing in it is a listing.
    #[error("JSON without listings: {found}")]
    NoListings {
        /// What it has instead: names of members, or the kind of value.
        found: String,
    },
}
