//! The search program: holds the loaded sources, answers queries over them.

mod chunks;
mod intake;
mod links;
mod load;
mod program;
mod sheet;
mod shelf;

pub use program::serve;
