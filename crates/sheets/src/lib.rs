//! A table and a mapping become listings; never parses the bytes of a table.
//! Sees `catalog` and `table`, and knows nothing of files, sources or pages.
#![warn(missing_docs)]

mod apply;
mod assign;
mod cells;
mod evaluate;
mod facts;
mod guess;
mod identity;
mod mapping;
mod markdown;
mod notes;
mod offers;
mod pattern;
mod shelves;
mod table_notice;

pub use apply::{apply, apply_json};
pub use guess::guess_mapping;
pub use mapping::{
    Ignored, Mapping, MappingError, Otherwise, Parser, Rule, Target, read_mapping, write_mapping,
};
pub use pattern::Pattern;
pub use table_notice::table_notice;
