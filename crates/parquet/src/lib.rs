//! Parquet files become columns (github.com/apache/parquet-format). Nothing here fetches: a
//! caller is told which bytes are needed, puts them into [`Pieces`], and asks again.
//!
//! ```text
//! File::open   → Needs(the end of the file)         → fetch → Ready(File)
//! File::read   → Needs(heads of pages)              → fetch → Ready(batches of rows)
//! plan_group   → a row group's bytes → GroupReader::next → batches, to profile all rows
//! ```
//!
//! A column that cannot be read does not stand in the way of others: it has no values, and the
//! batch says why. A whole crate compiled for speed, like `scan`: most of it runs once a value.
#![warn(missing_docs)]

mod batch;
mod codec;
mod column;
mod encoding;
mod fault;
mod file;
mod finish;
mod geo;
mod group;
mod group_column;
mod kind;
mod limits;
mod metadata;
mod nested;
mod pieces;
mod plan;
mod rows;
mod summary;
mod text;
mod thrift;
mod values;
mod whole;

pub use batch::{Batch, Column};
pub use codec::{LaterCodec, Unpack, brotli_codec, zstd_codec};
pub use fault::{Error, Fault, Next, Place};
pub use file::{File, Heading, Step};
pub use group::GroupReader;
pub use kind::{Kind, Unit};
pub use limits::Limits;
pub use pieces::Pieces;
pub use plan::{Budget, Plan};
pub use rows::Wanted;
pub use summary::{Found, Summary};
pub use values::{Blob, Values};
pub use whole::{Whole, read_file};
