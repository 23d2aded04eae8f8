//! Spreadsheets become rows: XLSX, XLS and ODS, each cell as the text that a person sees in it.
//! Bytes in, rows out; sizes are bounded, and nothing panics on any bytes.
#![warn(missing_docs)]

mod error;
mod limits;
mod ods;
mod package;
mod sheet;
mod text;
mod workbook;
mod xls;
mod xlsx;
mod xml;

pub use error::SheetError;
pub use limits::Limits;
pub use sheet::Sheet;
pub use workbook::{SheetName, Workbook};
