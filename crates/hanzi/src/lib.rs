//! What the search knows of Chinese characters: their simplified forms, how they are read,
//! and the order of a dictionary. Tables only; where they come from is README.md.
#![warn(missing_docs)]

mod forms;
mod order;
mod readings;
mod spelling;
mod table;

pub use forms::{is_traditional, may_be_traditional, simplified};
pub use order::sort_key_into;
pub use readings::{pinyin, pinyin_between, syllables};
pub use spelling::{MAX_LETTERS, MAX_SPELLINGS, Syllable, spellings};
