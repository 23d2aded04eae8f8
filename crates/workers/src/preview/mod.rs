//! The preview program: opens one file at a time and gives rows of it. Parsing happens here,
//! off the page's thread; the page never links a file format.

mod failed;
mod open;
mod program;
mod rows;

pub use program::serve;
