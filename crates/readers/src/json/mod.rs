//! JSON as tables: strict tokens, rows found by looking, values kept as the file wrote them.

mod escape;
mod keys;
mod lex;
mod lines;
mod outline;
mod plain;
mod reader;
mod rows;

pub use lex::Fault;
pub(crate) use lex::{Lexer, Trip};
pub(crate) use lines::LinesReader;
pub(crate) use reader::JsonReader;
