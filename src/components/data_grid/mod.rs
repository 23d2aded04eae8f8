//! The grid of a preview: rows in windows, a profile above each column, one cell at a time by
//! keyboard, and the whole of it on request. Values in, callbacks out.

mod body;
mod control;
mod cursor;
mod focus;
mod foot;
mod grid;
mod head;
mod viewer;

pub(crate) use grid::DataGrid;
pub(crate) use head::{distinct_words, missing_words};
