//! Where the rows come from: a table, or foreign JSON whose members are named by JSON Pointer.

use std::borrow::Cow;

use serde_json::Value;
use table::{Count, Rows, Table};

/// Rows that a mapping can be applied to.
pub(crate) trait Cells {
    /// How many rows are here.
    fn len(&self) -> usize;
    /// Whether there are more rows than are here.
    fn is_cut(&self) -> bool;
    /// The text at `from` (a column's name, or a pointer into the row), one for each value;
    /// a table cell is one text, a JSON list is several. Nothing when blank or absent.
    fn texts(&self, row: usize, from: &str) -> Vec<Cow<'_, str>>;
    /// Whether the sheet has `from` at all.
    fn has(&self, from: &str) -> bool;
    /// Names of the columns, in order; of JSON the members of the first rows.
    fn columns(&self) -> Vec<String>;
    /// The place of a cell for a notice.
    fn place(&self, row: usize, from: &str) -> String;
}

impl Cells for Table {
    fn len(&self) -> usize {
        Table::len(self)
    }

    fn is_cut(&self) -> bool {
        self.count() != Count::Exactly(Table::len(self) as u64)
    }

    fn texts(&self, row: usize, from: &str) -> Vec<Cow<'_, str>> {
        let cell = self.position(from).map(|column| self.get(row, column));
        let text = cell
            .and_then(table::Cell::text)
            .filter(|text| !text.trim().is_empty());
        text.map(Cow::Borrowed).into_iter().collect()
    }

    fn has(&self, from: &str) -> bool {
        self.position(from).is_some()
    }

    fn columns(&self) -> Vec<String> {
        Rows::columns(self)
            .iter()
            .map(|column| column.name.clone())
            .collect()
    }

    fn place(&self, row: usize, from: &str) -> String {
        if from.is_empty() {
            format!("row {}", row + 1)
        } else {
            format!("row {}, column {from}", row + 1)
        }
    }
}

/// Rows of foreign JSON, with the pointer of their list in the file.
pub(crate) struct JsonRows<'a> {
    pub(crate) rows: &'a [Value],
    pub(crate) pointer: String,
}

impl JsonRows<'_> {
    fn find(&self, row: usize, from: &str) -> Option<&Value> {
        let row = self.rows.get(row)?;
        if from.is_empty() || from.starts_with('/') {
            row.pointer(from)
        } else {
            row.get(from)
        }
    }
}

impl Cells for JsonRows<'_> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn is_cut(&self) -> bool {
        false
    }

    fn texts(&self, row: usize, from: &str) -> Vec<Cow<'_, str>> {
        match self.find(row, from) {
            Some(Value::Array(items)) => items.iter().filter_map(scalar).collect(),
            Some(value) => scalar(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn has(&self, from: &str) -> bool {
        (0..self.rows.len()).any(|row| self.find(row, from).is_some())
    }

    fn columns(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for row in self.rows.iter().take(100).filter_map(Value::as_object) {
            for name in row.keys() {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
        names
    }

    fn place(&self, row: usize, from: &str) -> String {
        let slash = if from.starts_with('/') || from.is_empty() {
            ""
        } else {
            "/"
        };
        format!("{}/{row}{slash}{from}", self.pointer)
    }
}

/// The text of a value that is one; numbers as written.
fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => {
            Some(Cow::Borrowed(text.as_str())).filter(|text| !text.trim().is_empty())
        }
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(value) => Some(Cow::Borrowed(if *value { "true" } else { "false" })),
        _ => None,
    }
}
