//! What looks at every row that goes by, kept or not. The collector knows it as a trait only,
//! so that a program that asks for no profile links none.

use table::{Profile, Profiler};

use crate::record::Record;

/// Sees all rows and says at the end what they were like.
pub(crate) trait Watch {
    /// The next row, of which `wide` cells count, of a table with `width` columns so far.
    fn row(&mut self, record: &Record, wide: usize, width: usize);

    /// What was seen, for a table of `width` columns.
    fn finish(self: Box<Self>, width: usize) -> Profile;
}

/// Nobody looks.
pub(crate) struct Nobody;

impl Watch for Nobody {
    fn row(&mut self, _: &Record, _: usize, _: usize) {}

    fn finish(self: Box<Self>, _: usize) -> Profile {
        Profile::default()
    }
}

/// The profile of all columns; its bounds depend on the width of the first row.
#[derive(Default)]
pub(crate) struct Profiling(Option<Profiler>);

impl Watch for Profiling {
    fn row(&mut self, record: &Record, wide: usize, width: usize) {
        let profiler = self.0.get_or_insert_with(|| Profiler::new(width));
        profiler.add_row(record.cells().take(wide));
    }

    fn finish(self: Box<Self>, width: usize) -> Profile {
        let profiler = self.0.unwrap_or_else(|| Profiler::new(width));
        profiler.finish(width)
    }
}
