//! XLS (MS-XLS, BIFF 5 and 8) in a compound file (MS-CFB).

mod cells;
mod compound;
mod formats;
mod globals;
mod records;
mod strings;
mod workbook;

pub(crate) use workbook::Xls;
