//! What looks at every row that goes by, kept or not. The collector knows it as a trait only,
//! so that a program that asks for no profile links none.

use table::{Cells, Column, Kind, Profile, Profiler};

use crate::record::Row;

/// Sees all rows and says at any time what they were like.
pub(crate) trait Watch {
    /// The next row, of which `wide` cells count, of a table with these columns so far.
    fn row(&mut self, row: &Row<'_>, wide: usize, columns: &[Column]);

    /// Some rows have gone by and nobody knows when the next ones come.
    fn pause(&mut self);

    /// What was seen, for a table of `width` columns.
    fn profile(&self, width: usize) -> Profile;

    /// The kinds of the first columns; fewer than there are where it does not know.
    fn kinds(&self) -> Vec<Kind>;
}

/// Nobody looks.
pub(crate) struct Nobody;

impl Watch for Nobody {
    fn row(&mut self, _: &Row<'_>, _: usize, _: &[Column]) {}

    fn pause(&mut self) {}

    fn profile(&self, _: usize) -> Profile {
        Profile::default()
    }

    fn kinds(&self) -> Vec<Kind> {
        Vec::new()
    }
}

/// Somebody outside who sees all rows too, whether they are kept or not.
pub trait Observer {
    /// The next row, of a table with these columns so far; there may be more at a later row.
    fn row(&mut self, row: &dyn Cells, columns: &[Column]);

    /// The same for a row of a text, whose cells are there without a call for each.
    fn text_row(&mut self, row: &Row<'_>, columns: &[Column]) {
        self.row(row, columns);
    }
}

/// The profile, and an observer beside it.
pub(crate) struct Observed(pub(crate) Profiling, pub(crate) Box<dyn Observer>);

impl Watch for Observed {
    fn row(&mut self, row: &Row<'_>, wide: usize, columns: &[Column]) {
        self.0.row(row, wide, columns);
        self.1.text_row(row, columns);
    }

    fn pause(&mut self) {
        self.0.pause();
    }

    fn profile(&self, width: usize) -> Profile {
        self.0.profile(width)
    }

    fn kinds(&self) -> Vec<Kind> {
        self.0.kinds()
    }
}

/// The profile of all columns; its bounds depend on the width of the first row.
#[derive(Default)]
pub(crate) struct Profiling(Option<Profiler>);

impl Watch for Profiling {
    fn row(&mut self, row: &Row<'_>, wide: usize, columns: &[Column]) {
        let profiler = self.0.get_or_insert_with(|| Profiler::new(columns.len()));
        match row.together() {
            Some(part) => {
                let text = row.piece.get(part.clone()).unwrap_or_default();
                profiler.add_row_in([text, row.own], row.places(part).take(wide));
            }
            None => profiler.add_row(row.cells().take(wide)),
        }
    }

    fn pause(&mut self) {
        if let Some(profiler) = &mut self.0 {
            profiler.settle();
        }
    }

    fn profile(&self, width: usize) -> Profile {
        match &self.0 {
            Some(profiler) => profiler.finish(width),
            None => Profiler::new(width).finish(width),
        }
    }

    fn kinds(&self) -> Vec<Kind> {
        self.0.as_ref().map(Profiler::kinds).unwrap_or_default()
    }
}
