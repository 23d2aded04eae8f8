//! The search box with the names under it, and how words were read and are marked.

mod marked;
mod read_as;
mod search_box;
mod suggested;
mod suggestions;

pub(crate) use marked::Marked;
pub(crate) use read_as::ReadAs;
pub(crate) use search_box::SearchBox;
