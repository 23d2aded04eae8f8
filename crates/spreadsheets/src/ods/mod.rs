//! ODS (OASIS OpenDocument 1.2): one part holds all sheets.

mod cell;
mod rows;
mod workbook;

pub(crate) use workbook::Ods;
