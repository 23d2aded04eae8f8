//! Lists, maps and structures become one JSON text a row.

mod assemble;
mod json;

pub(crate) use assemble::{Part, assemble};
