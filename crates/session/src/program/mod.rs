//! The loop over messages: one file is open or being opened; a later `Open` ends an earlier one.

mod cut;
mod export;
mod look;
mod open;
mod reach;
mod risk;
mod rows;
mod session;
mod sourced;
mod state;
mod stop;

use session::Inner;
pub use session::Session;
