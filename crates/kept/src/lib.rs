//! What a visitor keeps on the device and takes along: saved searches, the shortlist, the file
//! that holds all of it, and tables that open in a spreadsheet. Values in, values out; where
//! they lie is the page's concern.
#![warn(missing_docs)]

mod document;
mod entry;
mod item;
mod merge;
mod saved_search;
mod table;

pub use document::{Document, MAX_BYTES, Refusal, TYPE, VERSION, read, write};
pub use entry::{DRAFTS, Entry, KINDS, SEARCHES, SHORTLIST};
pub use item::Item;
pub use merge::{Plan, merge};
pub use saved_search::{News, SavedSearch};
pub use table::table;
