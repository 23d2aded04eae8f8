//! The search program: holds the loaded sources, answers queries over them.

mod links;
mod load;
mod program;

pub use program::serve;
