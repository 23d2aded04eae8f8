//! All columns of a table, measured while rows go by.

use std::ops::Range;

use super::batch::Batch;
use super::column::Running;
use super::hash::Key;
use super::{ColumnProfile, Profile};
use crate::{Cell, Count, Kind, Rows};

/// The bytes that all columns together keep of different texts. With what a reader needs beside
/// them, a preview stays under 64 MB.
const MOST_KEPT: usize = 36 << 20;

/// Tables with more columns than this have less memory for each.
const WIDE: usize = 500;

/// Takes in cells row by row and gives the [`Profile`] at any time. Memory is bounded whatever
/// the number of rows: 36 MB for the exact counts of all columns together, and some 30 kB (10 kB
/// in tables of more than 500 columns) for each column that has too many values for that.
#[derive(Clone, Debug)]
pub struct Profiler {
    rows: u64,
    columns: Vec<Running>,
    /// The bytes that the columns keep.
    kept: usize,
    most: usize,
    wide: bool,
    /// Rows that are not measured yet.
    batch: Batch,
    /// The keys of a column of them, with memory that is used again.
    keys: Vec<Key>,
}

impl Profiler {
    /// For a table of about this many columns; more may follow.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Self {
            rows: 0,
            columns: Vec::new(),
            kept: 0,
            most: MOST_KEPT,
            wide: columns > WIDE,
            batch: Batch::default(),
            keys: Vec::new(),
        }
    }

    /// Takes in one row. Columns it does not reach count as missing.
    pub fn add_row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        self.rows += 1;
        if self.batch.push(cells) {
            self.settle();
        }
    }

    /// Counts rows whose cells come column by column, by [`add_cells`](Self::add_cells) and
    /// [`add_times`](Self::add_times); those that do not come are missing.
    pub fn add_rows(&mut self, rows: u64) {
        self.rows += rows;
    }

    /// Takes in cells of a column; `texts` is gone through twice.
    pub fn add_cells<'a, I>(&mut self, column: usize, texts: impl Fn() -> I)
    where
        I: Iterator<Item = &'a str>,
    {
        self.reach(column);
        if let Some(running) = self.columns.get_mut(column)
            && running.add_all(texts, &mut self.keys, self.wide)
        {
            self.weigh(column);
        }
    }

    /// Takes in `times` cells of a column with the same text, as words of a dictionary are.
    pub fn add_times(&mut self, column: usize, text: &str, times: u32) {
        self.reach(column);
        if let Some(running) = self.columns.get_mut(column)
            && running.add_times(text, times, self.wide)
        {
            self.weigh(column);
        }
    }

    fn reach(&mut self, column: usize) {
        while self.columns.len() <= column {
            self.columns.push(Running::default());
        }
    }

    /// Takes in one row whose cells are at these places of two texts, one behind the other, in
    /// bytes and between characters; `None` is a missing one.
    pub fn add_row_in(
        &mut self,
        texts: [&str; 2],
        cells: impl Iterator<Item = Option<Range<usize>>>,
    ) {
        self.rows += 1;
        if self.batch.push_in(texts, cells) {
            self.settle();
        }
    }

    /// Measures the rows that wait. They are measured some hundred at a time, and those that
    /// still wait are measured on a copy when a profile is asked for; with this it is not made.
    pub fn settle(&mut self) {
        if self.batch.is_empty() {
            return;
        }
        let batch = std::mem::take(&mut self.batch);
        while self.columns.len() < batch.width() {
            self.columns.push(Running::default());
        }
        for at in 0..batch.width() {
            let Some(column) = self.columns.get_mut(at) else {
                break;
            };
            if column.add_all(|| batch.column(at), &mut self.keys, self.wide) {
                self.weigh(at);
            }
        }
        self.batch = batch;
        self.batch.clear();
    }

    /// After the memory of a column changed: lets go of what the largest ones keep, as long as
    /// all of them keep too much.
    #[cold]
    #[inline(never)]
    fn weigh(&mut self, at: usize) {
        let mut changed = self.columns.get_mut(at);
        while let Some(column) = changed {
            let size = column.size();
            self.kept = (self.kept + size).saturating_sub(column.weighed);
            column.weighed = size;
            if self.kept <= self.most {
                return;
            }
            changed = self.columns.iter_mut().max_by_key(|column| column.weighed);
            if let Some(column) = &mut changed {
                column.let_go(self.wide);
            }
        }
    }

    /// The kinds of the columns so far.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        if !self.batch.is_empty() {
            let mut settled = self.clone();
            settled.settle();
            return settled.kinds();
        }
        self.columns.iter().map(Running::kind).collect()
    }

    /// What was found; `width` is the number of columns of the table. Goes through all that is
    /// kept: some milliseconds for each column of many values.
    #[must_use]
    pub fn finish(&self, width: usize) -> Profile {
        if !self.batch.is_empty() {
            let mut settled = self.clone();
            settled.settle();
            return settled.finish(width);
        }
        let columns = (0..width).map(|at| match self.columns.get(at) {
            Some(column) => column.profile(self.rows),
            None => ColumnProfile {
                kind: Kind::Empty,
                missing: self.rows,
                distinct: Count::Exactly(0),
                min: None,
                max: None,
                longest: 0,
                top: Vec::new(),
                histogram: None,
            },
        });
        Profile {
            rows: self.rows,
            columns: columns.collect(),
        }
    }
}

/// The profile of the rows that are here.
pub fn profile(table: &impl Rows) -> Profile {
    let width = table.columns().len();
    let mut profiler = Profiler::new(width);
    for row in 0..table.here() {
        profiler.add_row((0..width).map(|at| table.cell(row, at).unwrap_or(Cell::Missing)));
    }
    profiler.settle();
    profiler.finish(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Table, TopValue};

    fn column(cells: &[&str]) -> ColumnProfile {
        let mut table = Table::new(vec![Column::new("a")]);
        for cell in cells {
            table.push_row([Cell::Text(cell)]);
        }
        profile(&table).columns.remove(0)
    }

    #[test]
    fn blank_cells_are_missing_and_say_nothing_of_the_kind() {
        let found = column(&["1", "", " ", "2", "2"]);
        assert_eq!((found.kind, found.missing), (Kind::Integer, 2));
        assert_eq!(found.distinct, Count::Exactly(2));
        assert_eq!(
            (found.min.as_deref(), found.max.as_deref()),
            (Some("1"), Some("2"))
        );
        assert_eq!(
            found.top,
            [
                TopValue {
                    value: "2".into(),
                    count: 2
                },
                TopValue {
                    value: "1".into(),
                    count: 1
                }
            ]
        );
    }

    #[test]
    fn mobile_numbers_stay_names_with_an_odd_number_among_them() {
        // Kept as they are, and too many to be kept.
        for rows in [1_000u64, 120_000] {
            for (every, odd, kind) in [
                (1_000, "0", Kind::Identifier),
                (5, "0", Kind::Identifier),
                (5, "1.38E+10", Kind::Identifier),
                (4, "12800138000", Kind::Integer),
                (4, "1.38E+10", Kind::Decimal),
                (1_000, "无", Kind::Text),
            ] {
                let mut profiler = Profiler::new(1);
                for row in 0..rows {
                    let mobile = (13_800_138_000 + row).to_string();
                    let cell = if row % every == every / 2 {
                        odd
                    } else {
                        &mobile
                    };
                    profiler.add_row([Cell::Text(cell)]);
                }
                profiler.settle();
                let found = profiler.finish(1).columns.remove(0);
                assert_eq!(found.kind, kind, "{odd} in {every} of {rows}");
                assert_eq!(profiler.kinds(), [kind]);
                assert_eq!(found.min.is_some(), kind.is_number());
                assert_eq!(found.histogram.is_some(), kind.is_number());
            }
        }
    }

    #[test]
    fn counts_exactly_to_a_hundred_thousand_and_about_beyond() {
        for (different, exact) in [(100_000u32, true), (160_000, false)] {
            let cell = |i: u32| match i % 4 {
                0 => "7".to_owned(),
                _ => (i % different).to_string(),
            };
            let cells: Vec<String> = (0..200_000).map(cell).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let found = column(&cells);
            let ratio = found.distinct.value() as f64 / f64::from(different) / 0.75;
            assert!((ratio - 1.0).abs() < 0.03, "{:?}", found.distinct);
            assert_eq!(found.distinct.is_exact(), exact);
            let top = found.top.first().map(|top| (top.value.as_str(), top.count));
            assert_eq!(top, Some(("7", 50_002)));
            let bars = found.histogram.unwrap();
            assert_eq!(bars.counts.iter().sum::<u64>(), 200_000);
        }
    }

    #[test]
    fn columns_of_too_many_values_are_about_and_all_columns_share_their_memory() {
        let mut profiler = Profiler::new(30);
        let mut most = 0;
        for row in 0..110_000u32 {
            let cells: Vec<String> = (0..30)
                .map(|at| format!("{at} {}", row * (at + 1)))
                .collect();
            profiler.add_row(cells.iter().map(|cell| Cell::Text(cell)));
            most = most.max(profiler.kept);
        }
        assert!(most <= MOST_KEPT, "{most}");
        for found in profiler.finish(30).columns {
            let Count::About(distinct) = found.distinct else {
                panic!("{:?}", found.distinct)
            };
            assert!((105_000..115_000).contains(&distinct), "{distinct}");
            assert!(found.top.is_empty());
        }
    }

    #[test]
    fn column_by_column_is_the_same_as_row_by_row() {
        let cells = ["1", "2", "2", "", "3.5"];
        let mut profiler = Profiler::new(2);
        profiler.add_rows(5);
        profiler.add_cells(1, || cells.iter().copied());
        for (text, times) in [("1", 1), ("2", 2), ("3.5", 1)] {
            profiler.add_times(0, text, times);
        }
        let found = profiler.finish(2);
        let expected = column(&cells);
        assert_eq!(found.columns, [expected.clone(), expected]);
    }

    #[test]
    fn columns_that_no_row_reached_are_empty() {
        let mut profiler = Profiler::new(1);
        profiler.add_row([Cell::Text("a")]);
        let found = profiler.finish(2);
        assert_eq!(
            (found.columns[1].kind, found.columns[1].missing),
            (Kind::Empty, 1)
        );
    }
}
