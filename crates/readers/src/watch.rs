//! What looks at every row that goes by, kept or not. The collector knows it as a trait only,
//! so that a program that asks for no profile links none.

use table::{Cell, Column, Profile, Profiler};

use crate::record::Record;

/// Sees all rows and says at the end what they were like.
pub(crate) trait Watch {
    /// The next row, of a table with these columns so far.
    fn row(&mut self, row: Row<'_>, columns: &[Column]);

    /// What was seen, for a table of `width` columns.
    fn finish(self: Box<Self>, width: usize) -> Profile;
}

/// A row that goes by; it is gone when the next one comes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    record: &'a Record,
    wide: usize,
}

impl<'a> Row<'a> {
    pub(crate) const fn new(record: &'a Record, wide: usize) -> Self {
        Self { record, wide }
    }

    /// Its cells, of which there may be fewer than columns.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        self.record.cells().take(self.wide)
    }

    /// One cell; missing where the row ends before it.
    #[must_use]
    pub fn cell(self, at: usize) -> Cell<'a> {
        if at < self.wide {
            self.record.cell(at)
        } else {
            Cell::Missing
        }
    }
}

/// Somebody outside who sees all rows too, whether they are kept or not.
pub trait Observer {
    /// The next row, of a table with these columns so far; there may be more at a later row.
    fn row(&mut self, row: Row<'_>, columns: &[Column]);
}

/// The profile, and an observer beside it.
pub(crate) struct Observed {
    pub(crate) profiling: Profiling,
    pub(crate) observer: Box<dyn Observer>,
}

impl Watch for Observed {
    fn row(&mut self, row: Row<'_>, columns: &[Column]) {
        self.profiling.row(row, columns);
        self.observer.row(row, columns);
    }

    fn finish(self: Box<Self>, width: usize) -> Profile {
        Box::new(self.profiling).finish(width)
    }
}

/// Nobody looks.
pub(crate) struct Nobody;

impl Watch for Nobody {
    fn row(&mut self, _: Row<'_>, _: &[Column]) {}

    fn finish(self: Box<Self>, _: usize) -> Profile {
        Profile::default()
    }
}

/// The profile of all columns; its bounds depend on the width of the first row.
#[derive(Default)]
pub(crate) struct Profiling(Option<Profiler>);

impl Watch for Profiling {
    fn row(&mut self, row: Row<'_>, columns: &[Column]) {
        let profiler = self.0.get_or_insert_with(|| Profiler::new(columns.len()));
        profiler.add_row(row.cells());
    }

    fn finish(self: Box<Self>, width: usize) -> Profile {
        let profiler = self.0.unwrap_or_else(|| Profiler::new(width));
        profiler.finish(width)
    }
}
