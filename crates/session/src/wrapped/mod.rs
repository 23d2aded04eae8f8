//! What a file is wrapped in comes off here, from the outside in, until something is left that
//! can be opened, or chosen from.

mod archive;
mod name;
mod unwrap;

pub use unwrap::{Unwrapped, Wrappings, unwrap};
