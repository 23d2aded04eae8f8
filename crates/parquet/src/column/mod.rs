//! One column of one row group: its pages, their levels and values.

mod decode;
mod dictionary;
mod levels;
mod open;
mod page;
mod reader;

pub(crate) use reader::{Entries, Reader};
