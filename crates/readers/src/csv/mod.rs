//! Cells between separators: how they are told apart, and rows out of text that arrives in
//! pieces.

mod beginning;
mod dialect;
mod header;
mod marks;
mod reader;
mod scan;
mod separators;
mod totals;
mod whole;

pub(crate) use beginning::Beginning;
pub use dialect::Dialect;
pub(crate) use dialect::could_be_table;
pub(crate) use header::{first_row_names, opening};
pub(crate) use reader::CsvReader;
pub(crate) use totals::Totals;
