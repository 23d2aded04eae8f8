//! JSON: its text out of bytes, its structure out of the text, and a tree to take apart.

mod decode;
mod scan;
mod syntax;
mod tree;

pub(super) use scan::{line_ends, quote, structure};
pub(super) use syntax::parse;

pub(crate) use decode::{decode, parse_json};
pub(super) use decode::{fault, not_json};
pub(crate) use tree::{Map, Value};
