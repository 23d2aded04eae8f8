//! Rows of a CKAN datastore, which gives them in pages and from any place.

mod page;
mod store;

pub(crate) use store::open;
