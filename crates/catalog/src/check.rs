//! What `jishi check` says of a catalog: counts, price states, what the publisher should mend.

use crate::{Catalog, Notice, PriceState, Severity, price_states};
use record::Record;

/// Listings by price state; the sum is the number of listings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(names = "snake_case")]
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

impl PriceStates {
    /// The listings of `catalog` by price state on `today`, `YYYY-MM-DD`.
    #[must_use]
    pub fn of(catalog: &Catalog, today: &str) -> Self {
        let mut counts = Self::default();
        for price in price_states(catalog, today) {
            *counts.count_mut(price.state) += 1;
        }
        counts
    }

    /// Adds the counts of another catalog.
    pub fn add(&mut self, other: &Self) {
        self.number += other.number;
        self.free += other.free;
        self.negotiable += other.negotiable;
        self.not_stated += other.not_stated;
        self.doubtful += other.doubtful;
    }

    const fn count_mut(&mut self, state: PriceState) -> &mut u64 {
        match state {
            PriceState::Number => &mut self.number,
            PriceState::Free => &mut self.free,
            PriceState::Negotiable => &mut self.negotiable,
            PriceState::NotStated => &mut self.not_stated,
            PriceState::Doubtful => &mut self.doubtful,
        }
    }
}

/// Something the publisher should mend; the words of message and fix are made at the ends
/// from `code` and `data`.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Fault {
    /// Stable kebab-case name of the case.
    pub code: String,
    /// JSON Pointer, or row and column of a table.
    pub place: String,
    /// The offending value.
    pub data: String,
}

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(names = "snake_case", keep)]
pub struct Check {
    /// Listings read.
    pub listings: u64,
    /// Exchanges read.
    pub exchanges: u64,
    /// Listings by price state.
    pub price_states: PriceStates,
    /// Breaks of the publisher profile, in reading order.
    pub errors: Vec<Fault>,
}

/// Checks a catalog that was read with `notices`, as of `today` (`YYYY-MM-DD`). The reading has seen every break of the
/// publisher profile: they are its notices of severity `Error`.
#[must_use]
pub fn check(catalog: &Catalog, notices: &[Notice], today: &str) -> Check {
    let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    Check {
        listings: count(catalog.listings.len()),
        exchanges: count(catalog.exchanges.len()),
        price_states: PriceStates::of(catalog, today),
        errors: notices
            .iter()
            .filter(|notice| notice.severity == Severity::Error)
            .map(|notice| Fault {
                code: notice.code.clone(),
                place: notice.at.clone(),
                data: notice.data.clone(),
            })
            .collect(),
    }
}
