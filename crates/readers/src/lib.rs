//! Bytes become a table: what a file is, how its text is encoded, where its rows are.
//! Everything arrives as arguments: no file, no network, no browser, no clock.

mod collector;
mod csv;
mod decoder;
mod encoding;
mod error;
mod format;
mod grid;
mod head;
mod json;
mod layout;
mod mark;
mod options;
mod pass;
mod reader;
mod record;
mod rows;
mod said;
mod sheet;
mod sink;
mod sniff;
mod text;
mod watch;

pub use csv::Dialect;
pub use decoder::{Decoder, NoSuchEncoding, UnicodeOnly};
pub use encoding::Encoding;
pub use error::ReadError;
pub use format::Format;
pub use grid::{Grid, GridRows};
pub use json::Fault;
pub use layout::Layout;
pub use mark::Mark;
pub use options::{Hints, Limits, Options};
pub use pass::{Each, Pass};
pub use reader::{Opened, Reader, preview, read_table};
pub use record::Row;
pub use sheet::{Sheet, read_sheet};
pub use watch::Observer;
