//! Rows that were read, column by column.

use crate::fault::Error;
use crate::kind::Kind;
use crate::text;
use crate::values::Values;

/// A column of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What the values are, and by that how they become text.
    pub kind: Kind,
    /// One for each row; none at all if the column could not be read.
    pub values: Values,
    /// Which rows have a value; empty where every row has one.
    here: Vec<bool>,
}

impl Column {
    pub(crate) fn new(kind: Kind, values: Values, here: Vec<bool>) -> Self {
        Self { kind, values, here }
    }

    /// A column that could not be read: every row is without a value.
    pub(crate) fn unread(kind: Kind) -> Self {
        Self::new(kind, Values::Bool(Vec::new()), Vec::new())
    }

    /// Whether the row has a value.
    #[must_use]
    pub fn has(&self, row: usize) -> bool {
        match self.here.get(row) {
            Some(here) => *here,
            None => self.here.is_empty() && row < self.values.len(),
        }
    }

    /// Which rows have a value, or `None` where every row has one.
    #[must_use]
    pub fn here(&self) -> Option<&[bool]> {
        (!self.here.is_empty()).then_some(&self.here)
    }

    /// Writes the text of a row's value behind `out`, and says whether there is one.
    pub fn write(&self, row: usize, out: &mut String) -> bool {
        let has = self.has(row);
        if has {
            text::write(self.kind, &self.values, row, out);
        }
        has
    }

    /// The text of a row's value.
    #[must_use]
    pub fn cell(&self, row: usize) -> Option<String> {
        let mut out = String::new();
        self.write(row, &mut out).then_some(out)
    }

    /// The text of one word of a dictionary, for counting words before writing them.
    #[must_use]
    pub fn word(&self, word: usize) -> Option<String> {
        let Values::Words { words, .. } = &self.values else {
            return None;
        };
        let mut one = crate::Blob::default();
        one.push(words.get(word));
        let mut out = String::new();
        text::write(self.kind, &Values::Bytes(one), 0, &mut out);
        Some(out)
    }
}

/// Rows of one row group, next to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The number of the first row in the file.
    pub first_row: u64,
    /// How many rows there are.
    pub rows: usize,
    /// The columns that were asked for, in the order in which they were.
    pub columns: Vec<Column>,
    /// Why columns could not be read; each names its column.
    pub faults: Vec<Error>,
}

impl Batch {
    /// The text of a cell, by the place of the row in the batch and of the column in the
    /// question. `None` where the file has nothing.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<String> {
        self.columns.get(column)?.cell(row)
    }
}
