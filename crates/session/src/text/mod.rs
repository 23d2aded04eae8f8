//! CSV, JSON and their kin as tables of a session: read by the marks that `readers` finds.

mod beginning;
mod lead;
mod marks;
mod open;
mod picture;
mod plan;
mod rows;
mod shelf;
mod state;
mod text_table;
mod walk;

pub(crate) use beginning::SILENT;
pub use open::TextOpener;
pub(crate) use rows::copied;
