//! Spreadsheets as tables of a session: read whole, since their rows lie anywhere in the file.

mod open;
mod sheet_table;

pub use open::WorkbookOpener;
