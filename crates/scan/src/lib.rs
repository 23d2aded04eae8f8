//! The loops that run once for every letter, word or listing: folding, cutting into words,
//! reading lists, counting columns. A crate of their own because they are compiled for speed
//! where all else is compiled for size; so what they take and give is plain bytes and numbers.
#![warn(missing_docs)]

mod blocks;
mod bytes;
mod column;
mod field;
mod fold;
mod least;
mod list;
mod narrow;
mod phrases;
mod spots;
mod tokens;
mod vocabulary;
mod words;
mod written;

pub use blocks::List;
pub use bytes::{first_bytes, long_into, number_into, read_long, read_number};
pub use column::{FAILED, Which, count, fail, number_at, others, parted};
pub use field::Field;
pub use fold::{each, fold, fold_into, is_unspaced, is_word, narrow, small};
pub use least::{Key, least};
pub use list::{BEGINS, FIELD_BITS, IS_ALL, entries, intersection, union};
pub use narrow::{Scores, narrowed};
pub use phrases::{Coder, Phrases, learn};
pub use spots::{held_spots, spots, title_spots};
pub use tokens::each_token;
pub use vocabulary::Vocabulary;
pub use words::{At, ENDS, READ, STARTS, lay_out, renumber, written};
pub use written::{Written, note};

/// A listing that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its number in the index.
    pub doc: u32,
    /// Higher is better; 0 when nothing was typed.
    pub score: u32,
}
