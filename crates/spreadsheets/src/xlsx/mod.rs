//! XLSX (ECMA-376): a package of parts in XML. Prefixes and namespaces are not looked at, so that
//! the strict variant reads as the other one does.

mod cell;
mod relations;
mod sheet;
mod strings;
mod styles;
mod workbook;

pub(crate) use workbook::Xlsx;
