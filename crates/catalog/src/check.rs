//! What `jishi check` says of a catalog: counts, price states, faults with a fix.

use crate::{Catalog, Notice};
use serde::{Deserialize, Serialize};

/// Listings by price state; the sum is the number of listings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceStates {
    /// A number is stated.
    pub number: u64,
    /// The source says free.
    pub free: u64,
    /// The source says negotiable.
    pub negotiable: u64,
    /// The source says nothing.
    pub not_stated: u64,
    /// A number that needs a question.
    pub doubtful: u64,
}

/// Something the publisher should mend. `fix` is a code the ends turn into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Stable kebab-case name of the case.
    pub code: String,
    /// JSON Pointer.
    pub place: String,
    /// The offending value.
    pub data: String,
}

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Listings read.
    pub listings: u64,
    /// Exchanges read.
    pub exchanges: u64,
    /// Listings by price state.
    pub price_states: PriceStates,
    /// Breaks of the publisher profile.
    pub errors: Vec<Fault>,
}

/// Checks a catalog that was read with `notices`.
#[must_use]
pub fn check(_catalog: &Catalog, _notices: &[Notice]) -> Check {
    Check::default()
}
