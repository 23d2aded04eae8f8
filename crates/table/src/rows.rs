//! The seam between whoever has rows and whoever shows or measures them.

use crate::{Cell, Column, Count};

/// All that a grid or a profile may ask of a table. A cell is returned by value and not by
/// reference because tables keep their text in one piece; a `Cell` is two words.
pub trait Rows {
    /// The columns, in file order.
    fn columns(&self) -> &[Column];

    /// How many rows the file has, as far as it was read; not how many are here.
    fn count(&self) -> Count;

    /// The cell, or `None` when it is not here: outside the table, or not arrived yet.
    fn cell(&self, row: u64, column: usize) -> Option<Cell<'_>>;

    /// The number of rows that are here, from the first one on.
    fn here(&self) -> u64;
}

/// One row, wherever it is: what judges or writes rows asks no more of it.
pub trait Cells {
    /// The cell in a column, [`Cell::Missing`] where the row has none.
    fn cell(&self, column: usize) -> Cell<'_>;
}
