//! Cells between separators: how they are told apart, and rows out of text that arrives in
//! pieces.

mod dialect;
mod header;
mod marks;
mod reader;
mod scan;
mod separators;
mod whole;

pub use dialect::Dialect;
pub(crate) use dialect::could_be_table;
pub(crate) use header::first_row_names;
pub(crate) use reader::CsvReader;
