//! The way through: cells are pushed while a file goes by, findings are asked for at any time.

use crate::column::Column;
use crate::detect::Span;
use crate::detect::person::Names;
use crate::report::{Finding, report};

/// Looks at every cell once and keeps counts and masked examples, never a value. Memory depends
/// on the number of columns, not of rows.
#[derive(Clone, Debug)]
pub struct Scanner {
    columns: Vec<Column>,
    names: Names,
    spans: Vec<Span>,
}

impl Default for Scanner {
    fn default() -> Self {
        Self::new([])
    }
}

impl Scanner {
    /// For columns with these names; more may be added while rows come.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            columns: names.into_iter().map(Column::new).collect(),
            names: Names::new(),
            spans: Vec::new(),
        }
    }

    /// Adds a column at the end. An empty name says nothing; give none that was made up.
    pub fn add_column(&mut self, name: &str) {
        self.columns.push(Column::new(name));
    }

    /// The number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Takes in the next cell of a column; blank ones count for nothing. A column that was not
    /// added is passed over.
    #[inline]
    pub fn push(&mut self, column: usize, text: &str) {
        if let Some(column) = self.columns.get_mut(column) {
            column.take(text, &self.names, &mut self.spans);
        }
    }

    /// Takes in the cells of a row from the first column on; `None` where there is none.
    #[inline]
    pub fn push_row<'a>(&mut self, cells: impl Iterator<Item = Option<&'a str>>) {
        for (column, text) in self.columns.iter_mut().zip(cells) {
            if let Some(text) = text {
                column.take(text, &self.names, &mut self.spans);
            }
        }
    }

    /// What looks personal in the cells so far, by column and kind, by the rule in
    /// [`report`](crate::report).
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        report(&self.columns)
    }
}
