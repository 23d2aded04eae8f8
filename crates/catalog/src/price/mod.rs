//! What is said about the price of a listing: its state, alone and beside the others.

mod short;
mod state;
mod tally;

pub use short::{NotedPrice, ShortPrice};
pub use state::{Doubt, ListingPrice, PriceState, price_states};
pub use tally::{PriceTally, Prices};
