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

/// Whether more of a file tells better where its rows are; no, where it is not in UTF-8.
pub(crate) fn is_undecided(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_some() => None,
        // The cut goes through a character.
        Err(error) => head
            .get(..error.valid_up_to())
            .and_then(|whole| std::str::from_utf8(whole).ok()),
    };
    text.is_some_and(|text| outline::is_open(text.trim_start_matches('\u{FEFF}')))
}
