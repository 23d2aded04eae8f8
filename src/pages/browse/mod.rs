//! Search and facets. The address is the whole state: every click makes a query and goes there.

mod dropped;
mod page;

pub(crate) use dropped::Dropped;
pub(crate) use page::Browse;
