//! The messages of the programs that open data files: text formats, Parquet and spreadsheets
//! each have a program of their own, and all speak these.
//!
//! A file is opened by its beginning; `Opened` comes at once and again when more was read. A
//! view (filters, search, order) is set by `Look`; rows are asked for by their place in it.

mod file;
mod found;
mod reply;
mod request;

pub use file::{File, Options};
pub use found::{Dialect, Entry, Leads, Opened, Personal, Reach, Risk, Sheet};
pub use reply::{Program, Reply};
pub use request::{Form, Request, Span};

/// Bytes that are read of a file before anybody asks for more.
pub const HEAD_BYTES: u64 = 128_000;

/// Cells that stand in [`Reply::Rows`] end with `…` after this many characters; the whole of
/// one is a [`Request::Cell`].
pub const SHOWN_CHARS: usize = 160;
