//! The search program: holds the loaded sources, answers queries over them.

mod chunks;
mod links;
mod load;
mod program;
mod sheet;

pub use program::serve;
