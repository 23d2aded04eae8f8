//! What a column looks like over the rows that were read: kind, blanks, different values,
//! smallest, largest, most frequent. Streams: it never needs the rows at once.

use record::Record;

use crate::kind::Fit;
use crate::tally::Tally;
use crate::{Cell, Count, Kind, Rows};

/// How many different values of a column are counted exactly.
const MOST_DIFFERENT: u64 = 10_000;

/// How many different values are remembered over all columns; a very wide table counts fewer
/// in each.
const MOST_DIFFERENT_IN_ALL: u64 = 1_000_000;

/// How many of the most frequent values a profile names.
const TOP: usize = 5;

/// Values longer than this are cut where a profile quotes them, in characters.
const LONGEST_QUOTED: usize = 120;

/// What was found, and over how many rows: every number here covers those rows and no others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Profile {
    /// The number of rows that were looked at.
    pub rows: u64,
    /// One for each column, in the order of the table.
    pub columns: Vec<ColumnProfile>,
}

/// One column over the rows that were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct ColumnProfile {
    /// The narrowest kind that all cells fit.
    pub kind: Kind,
    /// How many cells have nothing to read in them.
    pub missing: u64,
    /// How many different texts the other cells have; counted exactly up to a bound.
    pub distinct: Count,
    /// The smallest, as the file wrote it. Only for numbers and dates that have an order.
    pub min: Option<String>,
    /// The largest, as the file wrote it.
    pub max: Option<String>,
    /// The length of the longest cell, in characters.
    pub longest: u32,
    /// The most frequent texts. Empty when there were too many different ones to count, and
    /// when every value is there only once.
    pub top: Vec<TopValue>,
    /// How numbers or dates are spread; `None` for other kinds, and where there are too few.
    pub histogram: Option<Histogram>,
}

/// How often values lie between two edges. Covers every filled cell of the column.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct Histogram {
    /// The edges, one more than bars, rising, as numbers or dates of the column's kind are
    /// written. A bar takes what is at or above its lower edge and below its upper one; the
    /// last takes its upper one too.
    pub edges: Vec<String>,
    /// How many cells each bar has.
    pub counts: Vec<u64>,
}

/// A frequent value.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct TopValue {
    /// The text of the cells, cut (with `…`) when it is long.
    pub value: String,
    /// How many cells have it.
    pub count: u64,
}

/// Takes in cells row by row and gives the [`Profile`] at the end. Memory is bounded by the
/// number of columns, whatever the number of rows.
#[derive(Clone, Debug)]
pub struct Profiler {
    rows: u64,
    columns: Vec<Running>,
    bound: u64,
}

#[derive(Clone, Debug)]
struct Running {
    fit: Fit,
    tally: Tally,
    filled: u64,
    longest: u32,
}

impl Profiler {
    /// For a table of about this many columns; more may follow.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        let share = MOST_DIFFERENT_IN_ALL / (columns.max(1) as u64);
        Self {
            rows: 0,
            columns: Vec::new(),
            bound: share.clamp(16, MOST_DIFFERENT),
        }
    }

    /// Takes in one row. Columns it does not reach count as missing.
    pub fn add_row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        self.rows += 1;
        for (at, cell) in cells.into_iter().enumerate() {
            if at == self.columns.len() {
                let tally = Tally::new(self.bound);
                self.columns.push(Running {
                    fit: Fit::default(),
                    tally,
                    filled: 0,
                    longest: 0,
                });
            }
            if let (Some(column), Cell::Text(text)) = (self.columns.get_mut(at), cell) {
                column.add(text);
            }
        }
    }

    /// The kinds of the columns so far.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        self.columns
            .iter()
            .map(|column| column.fit.kind())
            .collect()
    }

    /// What was found; `width` is the number of columns of the table.
    #[must_use]
    pub fn finish(&self, width: usize) -> Profile {
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

impl Running {
    #[inline]
    fn add(&mut self, text: &str) {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return;
        }
        self.filled += 1;
        self.fit.add(trimmed);
        self.tally.add(text);
        // A text has at most as many characters as bytes, so most need no counting.
        if text.len() > self.longest as usize {
            let long = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            self.longest = self.longest.max(long);
        }
    }

    fn profile(&self, rows: u64) -> ColumnProfile {
        let distinct = match self.tally.different() {
            (different, true) => Count::Exactly(different),
            (different, false) => Count::AtLeast(different),
        };
        let (min, max) = match self.fit.extremes() {
            Some((min, max)) => (Some(quoted(min)), Some(quoted(max))),
            None => (None, None),
        };
        let mut top = self.tally.top(TOP);
        if top.first().is_some_and(|(_, count)| *count < 2) {
            top.clear();
        }
        ColumnProfile {
            kind: self.fit.kind(),
            missing: rows - self.filled,
            distinct,
            min,
            max,
            longest: self.longest,
            top: top
                .into_iter()
                .map(|(value, count)| TopValue {
                    value: quoted(value),
                    count,
                })
                .collect(),
            histogram: None,
        }
    }
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The profile of the rows that are here.
pub fn profile(table: &impl Rows) -> Profile {
    let width = table.columns().len();
    let mut profiler = Profiler::new(width);
    for row in 0..table.here() {
        profiler.add_row((0..width).map(|at| table.cell(row, at).unwrap_or(Cell::Missing)));
    }
    profiler.finish(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Table};

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
    fn says_at_least_when_there_were_too_many_values_to_count() {
        let cells: Vec<String> = (0..20_000).map(|i| format!("v{i}")).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        assert_eq!(column(&cells).distinct, Count::AtLeast(10_001));
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
