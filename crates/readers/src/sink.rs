//! Where rows go while a file is read: into a table and its profile, or past somebody's eyes.

use crate::options::Limits;
use crate::record::Row;

/// Takes what the readers of formats find.
pub(crate) trait Sink {
    /// How much is kept.
    fn limits(&self) -> Limits;

    /// The number of columns so far.
    fn width(&self) -> usize;

    /// The number of rows so far.
    fn rows(&self) -> u64;

    /// Adds a column with the file's name for it.
    fn add_column(&mut self, name: &str);

    /// Adds a column for which the file has no name.
    fn add_unnamed(&mut self);

    /// How many cells a row should have, where another number is unusual: from those that have a
    /// name to all `cells` of the header, whose last ones may be blank.
    fn expect_width(&mut self, width: usize, cells: usize);

    /// The next row.
    fn row(&mut self, row: &Row<'_>);
}
