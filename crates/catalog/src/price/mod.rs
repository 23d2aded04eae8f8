//! What is said about the price of a listing: its state, alone and beside the others.

mod state;
mod tally;

pub use state::{Doubt, ListingPrice, PriceState, price_states};
pub use tally::{PriceTally, Prices};
