//! One exchange: its record, its platforms, its listings.

mod facts;
mod page;
mod shelf;

pub(crate) use page::Exchange;
pub(super) use shelf::Shelf;
