//! A file that somebody looks at: where its bytes are, what they are wrapped in, which of its
//! rows are wanted, what of them is covered. Answers the messages of `wire::preview` for any
//! format that plugs in as an [`Opener`]. The network, the clock and the page are traits, so
//! that tests count requests and bytes without a browser.
#![warn(missing_docs)]

mod columnar;
mod datastore;
mod failed;
mod opener;
mod program;
mod scan;
pub mod source;
mod table;
mod text;
mod wait;
mod workbook;
mod world;
mod wrapped;

pub use columnar::ParquetOpener;
pub use failed::{Failed, failure};
pub use opener::{Answer, Given, Opener, Rows};
pub use program::Session;
pub use scan::Scan;
pub use table::{Each, Table, Walk, unread};
pub use text::TextOpener;
pub use wait::Wait;
pub use workbook::WorkbookOpener;
pub use world::World;
pub use wrapped::{Unwrapped, Wrappings, unwrap};
