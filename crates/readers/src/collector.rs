//! Where rows go: the first ones into the table, all of them into the profile, and what was
//! unusual about them into notices. Knows nothing of formats.

use std::collections::HashMap;

use table::{Cell, Code, Column, Count, Notice, Profile, Rows as _, Table};

use crate::options::{Limits, Options};
use crate::record::Record;
use crate::watch::{Nobody, Row, Watch};

/// Most characters of a cell that names a column; what is longer has swallowed rows.
const LONGEST_NAME: usize = 1_000;

/// Rows seen and kept so far.
pub(crate) struct Collector {
    table: Table,
    watch: Box<dyn Watch>,
    pub(crate) limits: Limits,
    column_word: String,
    /// Every name in the table, with the number that its next repetition gets.
    names: HashMap<String, usize>,
    rows: u64,
    /// The table refused a row, or its limit is reached.
    full: bool,
    pub(crate) notices: Vec<Notice>,
    ragged: Option<(u64, u64, usize)>,
    widest: usize,
    cells_cut: u64,
    empty_headers: Vec<String>,
    repeated_headers: Vec<String>,
    /// Whether rows of another width than the header are unusual in this format.
    pub(crate) expects_width: Option<usize>,
}

impl Collector {
    pub(crate) fn new(options: &Options, watch: Box<dyn Watch>) -> Self {
        let word = options.column_word.as_str();
        Self {
            table: Table::default(),
            watch,
            limits: options.limits,
            column_word: if word.is_empty() {
                "column ".to_owned()
            } else {
                word.to_owned()
            },
            names: HashMap::new(),
            rows: 0,
            full: false,
            notices: Vec::new(),
            ragged: None,
            widest: 0,
            cells_cut: 0,
            empty_headers: Vec::new(),
            repeated_headers: Vec::new(),
            expects_width: None,
        }
    }

    /// The number of rows seen so far.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    pub(crate) fn width(&self) -> usize {
        self.table.width()
    }

    pub(crate) fn note(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Adds a column with the file's name for it, made usable: trimmed, never empty, never
    /// twice the same. Beyond the column limit nothing is added.
    pub(crate) fn add_column(&mut self, name: &str) {
        if self.width() >= self.limits.columns {
            self.widest = self.widest.max(self.width() + 1);
            return;
        }
        let name = name.trim();
        if name.is_empty() {
            let name = self.add_unnamed();
            self.empty_headers.push(name);
            return;
        }
        if !self.names.contains_key(name) {
            self.names.insert(name.to_owned(), 2);
            self.table.add_column(Column::new(name));
            return;
        }
        let unique = self.unique(name);
        self.repeated_headers.push(unique.clone());
        self.table.add_column(Column::invented(unique));
    }

    /// Adds a column for which the file has no name.
    pub(crate) fn add_unnamed(&mut self) -> String {
        let mut name = format!("{}{}", self.column_word, self.width() + 1);
        if self.names.contains_key(&name) {
            name = self.unique(&name);
        } else {
            self.names.insert(name.clone(), 2);
        }
        self.table.add_column(Column::invented(name.clone()));
        name
    }

    /// `name_2`, `name_3`, …: the first that no column has.
    fn unique(&mut self, name: &str) -> String {
        let mut next = self.names.get(name).copied().unwrap_or(2);
        let unique = loop {
            let candidate = format!("{name}_{next}");
            next += 1;
            if !self.names.contains_key(&candidate) {
                break candidate;
            }
        };
        self.names.insert(name.to_owned(), next);
        self.names.insert(unique.clone(), 2);
        unique
    }

    /// Takes in a row. Cells beyond the columns get columns of their own when they hold
    /// something: a trailing separator on every line is no column.
    pub(crate) fn row(&mut self, record: &Record) {
        self.rows += 1;
        let mut wide = record.len();
        while wide > self.width() && record.cell(wide - 1).is_blank() {
            wide -= 1;
        }
        while self.width() < wide && self.width() < self.limits.columns {
            self.add_unnamed();
        }
        self.widest = self.widest.max(wide + record.dropped);
        self.cells_cut += record.cut as u64;
        if let Some(expected) = self.expects_width.filter(|expected| *expected != wide) {
            // Empty cells beyond the header are trailing separators.
            let filled = (0..wide)
                .rev()
                .find(|at| !record.cell(*at).is_blank())
                .map_or(0, |at| at + 1);
            if record.len() < expected || filled > expected {
                let first = (self.rows, 0, wide);
                self.ragged.get_or_insert(first).1 += 1;
            }
        }
        self.watch.row(Row::new(record, wide), self.table.columns());
        if !self.full && self.table.len() < self.limits.rows {
            self.full = !self.table.push_row(record.cells().take(wide));
        }
    }

    /// The table, what the watch saw, and all notices. `complete`: nothing of the
    /// file is unread.
    pub(crate) fn finish(mut self, complete: bool) -> (Table, Profile, Vec<Notice>) {
        let width = self.width();
        let profile = std::mem::replace(&mut self.watch, Box::new(Nobody)).finish(width);
        for (column, found) in self.table.columns_mut().iter_mut().zip(&profile.columns) {
            column.kind = found.kind;
        }
        let count = if complete {
            Count::Exactly(self.rows)
        } else {
            Count::AtLeast(self.rows)
        };
        self.table.set_count(count);
        self.note_names();
        self.note_limits();
        self.note_scientific();
        (self.table, profile, self.notices)
    }

    fn note_names(&mut self) {
        for (code, names) in [
            (Code::EmptyHeaders, std::mem::take(&mut self.empty_headers)),
            (
                Code::DuplicateHeaders,
                std::mem::take(&mut self.repeated_headers),
            ),
        ] {
            if !names.is_empty() {
                let some: Vec<&str> = names.iter().take(10).map(String::as_str).collect();
                let notice = Notice::new(code).with("count", names.len());
                self.note(notice.with("names", some.join(", ")));
            }
        }
        let columns = self.table.columns().iter();
        let mut long = columns.filter(|column| column.name.chars().nth(LONGEST_NAME).is_some());
        if let Some(first) = long.next() {
            let start: String = first.name.chars().take(40).collect();
            let notice = Notice::new(Code::LongHeaders).with("count", 1 + long.count());
            self.note(notice.with("start", start));
        }
        if let (Some((row, count, found)), Some(expected)) = (self.ragged, self.expects_width) {
            let notice = Notice::new(Code::RaggedRows)
                .at_row(row)
                .with("count", count);
            self.note(notice.with("expected", expected).with("found", found));
        }
    }

    fn note_limits(&mut self) {
        if self.rows > self.table.len() as u64 {
            self.note(Notice::new(Code::RowsNotKept).with("kept", self.table.len()));
        }
        if self.widest > self.width() && self.width() >= self.limits.columns {
            let notice = Notice::new(Code::ColumnsNotKept).with("kept", self.width());
            self.note(notice.with("count", self.widest));
        }
        if self.cells_cut > 0 {
            let notice = Notice::new(Code::CellsCut).with("count", self.cells_cut);
            self.note(notice.with("kept", self.limits.cell_bytes));
        }
    }

    /// Spreadsheet programs write long identifiers as `1.10101E+17`; the digits are lost.
    fn note_scientific(&mut self) {
        for at in 0..self.width() {
            let kept = self.table.len().min(1_000);
            let mut damaged = (0..kept).filter_map(|row| match self.table.get(row, at) {
                Cell::Text(text) if is_damaged_identifier(text.trim()) => Some(text.to_owned()),
                _ => None,
            });
            if let Some(example) = damaged.next() {
                let notice = Notice::new(Code::ScientificIdentifiers).at_column(at);
                let count = 1 + damaged.count();
                self.note(notice.with("count", count).with("example", example));
            }
        }
    }

    /// The last row, when it is kept.
    pub(crate) fn last_row(&self) -> Option<Vec<Cell<'_>>> {
        let last = self.table.len().checked_sub(1)?;
        (self.rows == self.table.len() as u64).then(|| self.table.row(last).collect())
    }
}

/// One digit, perhaps a fraction, and an exponent of 11 to 19, as spreadsheet programs write.
fn is_damaged_identifier(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once("E+") else {
        return false;
    };
    let mut bytes = mantissa.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_digit())
        && bytes.next().is_none_or(|b| b == b'.')
        && bytes.all(|b| b.is_ascii_digit())
        && exponent.len() == 2
        && ("11".."20").contains(&exponent)
}
