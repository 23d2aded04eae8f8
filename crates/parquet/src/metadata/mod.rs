//! The footer: what the file says about itself (parquet-format: `src/main/thrift/parquet.thrift`).

mod chunk;
mod footer;
mod index;
mod logical;
mod page;
mod schema;

pub(crate) use chunk::{Chunk, Codec, Group};
pub(crate) use footer::Footer;
pub(crate) use index::PageSpot;
pub(crate) use page::{PageHeader, PageKind};
pub(crate) use schema::{GroupKind, Leaf, Node, Physical, Shape};
