//! A price told short: what a visitor saw of it, to be kept and compared at a later visit.

use super::PriceState;
use record::Record;

/// A price told short.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct ShortPrice {
    /// The state.
    pub state: PriceState,
    /// The number where one is shown: `100`, `100..200`, or `100..` where it is the least.
    #[record(default, omit)]
    pub amount: String,
    /// Currency, billing model and period as in a link: `CNY/subscription/P1Y`.
    #[record(default, omit)]
    pub unit: String,
}

impl ShortPrice {
    /// A price of which only the state is known.
    #[must_use]
    pub const fn of_state(state: PriceState) -> Self {
        Self {
            state,
            amount: String::new(),
            unit: String::new(),
        }
    }
}

/// The price of a listing that is known by its number in a digest.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct NotedPrice {
    /// The number, the same on every visit.
    pub listing: u64,
    /// Its price then.
    pub price: ShortPrice,
}
