//! The shelves: all of them, or one with what is below it and its listings.

mod all_shelves;
mod listings;
mod nodes;
mod one_shelf;
mod page;

pub(crate) use page::Category;
