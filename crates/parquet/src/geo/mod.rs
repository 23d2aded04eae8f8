//! Shapes: which columns hold them, and what a cell shows of one.

mod columns;
mod wkb;

pub(crate) use columns::wkb_columns;
pub(crate) use wkb::write_wkb;
