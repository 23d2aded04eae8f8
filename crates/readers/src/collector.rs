//! Where rows go: the first ones into the table, all of them into the profile, and what was
//! unusual about them into notices. Knows nothing of formats.

use std::collections::HashMap;

use table::{Cell, Cells as _, Code, Column, Count, Notice, Profile, Rows as _, Table};

use crate::csv::Totals;
use crate::options::{Limits, Options};
use crate::record::Row;
use crate::sink::Sink;
use crate::watch::Watch;

/// Most characters of a cell that names a column; what is longer has swallowed rows.
const LONGEST_NAME: usize = 1_000;

/// Rows seen and kept so far.
pub(crate) struct Collector {
    table: Table,
    watch: Box<dyn Watch>,
    limits: Limits,
    /// Bytes of text that are kept, about.
    most_text: usize,
    column_word: String,
    /// Every name in the table, with the number that its next repetition gets.
    names: HashMap<String, usize>,
    rows: u64,
    totals: Totals,
    /// The table refused a row, or its limit is reached.
    full: bool,
    ragged: Option<(u64, u64, usize)>,
    widest: usize,
    cells_cut: u64,
    empty_headers: Vec<String>,
    repeated_headers: Vec<String>,
    /// The cells of a row with names, and all that the header has, where rows of another width are
    /// unusual in this format.
    expects_width: Option<(usize, usize)>,
}

impl Collector {
    pub(crate) fn new(options: &Options, watch: Box<dyn Watch>) -> Self {
        let word = options.column_word.as_str();
        Self {
            table: Table::default(),
            watch,
            limits: options.limits,
            most_text: usize::MAX,
            column_word: if word.is_empty() {
                "column ".to_owned()
            } else {
                word.to_owned()
            },
            names: HashMap::new(),
            rows: 0,
            totals: Totals::default(),
            full: false,
            ragged: None,
            widest: 0,
            cells_cut: 0,
            empty_headers: Vec::new(),
            repeated_headers: Vec::new(),
            expects_width: None,
        }
    }

    /// Adds a column with the file's name for it, made usable: trimmed, never empty, never
    /// twice the same. Beyond the column limit nothing is added.
    fn named(&mut self, name: &str) {
        if self.width() >= self.limits.columns {
            self.widest = self.widest.max(self.width() + 1);
            return;
        }
        let name = name.trim();
        if name.is_empty() {
            let name = self.unnamed();
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
    fn unnamed(&mut self) -> String {
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
    fn take(&mut self, row: &Row<'_>) {
        self.rows += 1;
        self.totals.see(row, self.rows);
        let wide = row.wide(self.width());
        while self.width() < wide && self.width() < self.limits.columns {
            let blank_names = self
                .expects_width
                .map_or(0..0, |(named, cells)| named..cells);
            let in_header = blank_names.contains(&self.width());
            let name = self.unnamed();
            if in_header {
                self.empty_headers.push(name);
            }
        }
        self.widest = self.widest.max(wide + row.dropped);
        self.cells_cut += row.cut as u64;
        if let Some((expected, cells)) = self.expects_width.filter(|(named, _)| *named != wide) {
            // Empty cells beyond the header are trailing separators, as they are at its own end.
            let filled = (0..wide)
                .rev()
                .find(|at| !row.cell(*at).is_blank())
                .map_or(0, |at| at + 1);
            if row.len() < expected || filled > cells {
                let first = (self.rows, 0, wide);
                self.ragged.get_or_insert(first).1 += 1;
            }
        }
        self.watch.row(row, wide, self.table.columns());
        if !self.full && self.table.len() < self.limits.rows {
            self.full = self.table.text_bytes() >= self.most_text
                || !self.table.push_row(row.cells().take(wide));
        }
    }

    /// The table, what the watch saw, and what is to be said of both. `complete`: nothing of
    /// the file is unread.
    pub(crate) fn finish(mut self, complete: bool) -> (Table, Profile, Vec<Notice>) {
        self.pause();
        let (profile, notices) = self.summary();
        let mut table = std::mem::take(&mut self.table);
        self.name(&mut table, &profile, complete);
        (table, profile, notices)
    }

    /// A piece of the file has been read.
    pub(crate) fn pause(&mut self) {
        self.watch.pause();
    }

    /// The same of the rows so far, while more may come.
    pub(crate) fn so_far(&self) -> (Table, Profile, Vec<Notice>) {
        let (profile, notices) = self.summary();
        let mut table = self.table.clone();
        self.name(&mut table, &profile, false);
        (table, profile, notices)
    }

    /// The rows that are kept so far.
    pub(crate) fn held(&self) -> &Table {
        &self.table
    }

    /// Keeps no more rows than these, with no more text than this many bytes.
    pub(crate) fn hold(&mut self, rows: usize, text: usize) {
        self.limits.rows = rows;
        self.most_text = text;
    }

    /// The columns so far, with the kinds that their cells have so far.
    pub(crate) fn so_far_columns(&self) -> Vec<Column> {
        let mut columns = self.table.columns().to_vec();
        let kinds = self.watch.kinds();
        for (column, kind) in columns.iter_mut().zip(kinds) {
            column.kind = kind;
        }
        columns
    }

    /// What the watch saw so far, and what is to be said.
    pub(crate) fn summary(&self) -> (Profile, Vec<Notice>) {
        let table = &self.table;
        let mut notices = Vec::new();
        self.note_names(table, &mut notices);
        self.note_limits(table, &mut notices);
        note_scientific(table, &mut notices);
        (self.watch.profile(table.width()), notices)
    }

    fn name(&self, table: &mut Table, profile: &Profile, complete: bool) {
        for (column, found) in table.columns_mut().iter_mut().zip(&profile.columns) {
            column.kind = found.kind;
        }
        table.set_count(if complete {
            Count::Exactly(self.rows)
        } else {
            Count::AtLeast(self.rows)
        });
    }

    fn note_names(&self, table: &Table, notices: &mut Vec<Notice>) {
        for (code, names) in [
            (Code::EmptyHeaders, &self.empty_headers),
            (Code::DuplicateHeaders, &self.repeated_headers),
        ] {
            if !names.is_empty() {
                let some: Vec<&str> = names.iter().take(10).map(String::as_str).collect();
                let notice = Notice::new(code).with("count", names.len());
                notices.push(notice.with("names", some.join(", ")));
            }
        }
        let columns = table.columns().iter();
        let mut long = columns.filter(|column| column.name.chars().nth(LONGEST_NAME).is_some());
        if let Some(first) = long.next() {
            let start: String = first.name.chars().take(40).collect();
            let notice = Notice::new(Code::LongHeaders).with("count", 1 + long.count());
            notices.push(notice.with("start", start));
        }
        if let (Some((row, count, found)), Some((named, cells))) = (self.ragged, self.expects_width)
        {
            let expected = table.width().clamp(named, cells);
            let notice = Notice::new(Code::RaggedRows)
                .at_row(row)
                .with("count", count);
            notices.push(notice.with("expected", expected).with("found", found));
        }
    }

    fn note_limits(&self, table: &Table, notices: &mut Vec<Notice>) {
        if self.rows > table.len() as u64 {
            notices.push(Notice::new(Code::RowsNotKept).with("kept", table.len()));
        }
        if self.widest > table.width() && table.width() >= self.limits.columns {
            let notice = Notice::new(Code::ColumnsNotKept).with("kept", table.width());
            notices.push(notice.with("count", self.widest));
        }
        if self.cells_cut > 0 {
            let notice = Notice::new(Code::CellsCut).with("count", self.cells_cut);
            notices.push(notice.with("kept", self.limits.cell_bytes));
        }
    }

    /// A row of totals at the end of the rows that came.
    pub(crate) fn totals(&self) -> Option<Notice> {
        self.totals.notice()
    }

    /// Whether there are rows, and not one column: empty objects are no table.
    pub(crate) fn is_bare(&self) -> bool {
        self.rows > 0 && self.table.width() == 0
    }
}

impl Sink for Collector {
    fn limits(&self) -> Limits {
        self.limits
    }

    fn width(&self) -> usize {
        self.table.width()
    }

    fn rows(&self) -> u64 {
        self.rows
    }

    fn add_column(&mut self, name: &str) {
        self.named(name);
    }

    fn add_unnamed(&mut self) {
        self.unnamed();
    }

    fn expect_width(&mut self, width: usize, cells: usize) {
        self.expects_width = Some((width, cells));
    }

    fn row(&mut self, row: &Row<'_>) {
        self.take(row);
    }
}

/// Spreadsheet programs write long identifiers as `1.10101E+17`; the digits are lost.
fn note_scientific(table: &Table, notices: &mut Vec<Notice>) {
    for at in 0..table.width() {
        let kept = table.len().min(1_000);
        let mut damaged = (0..kept).filter_map(|row| match table.get(row, at) {
            Cell::Text(text) if is_damaged_identifier(text.trim()) => Some(text.to_owned()),
            _ => None,
        });
        if let Some(example) = damaged.next() {
            let notice = Notice::new(Code::ScientificIdentifiers).at_column(at);
            let count = 1 + damaged.count();
            notices.push(notice.with("count", count).with("example", example));
        }
    }
}

/// One digit, perhaps a fraction, and an exponent of 11 to 19, as spreadsheet programs write.
/// Told from the end, which is not that in nearly every cell of a table.
fn is_damaged_identifier(text: &str) -> bool {
    let [mantissa @ .., b'E', b'+', b'1', b'1'..=b'9'] = text.as_bytes() else {
        return false;
    };
    match mantissa {
        [first] => first.is_ascii_digit(),
        [first, b'.', fraction @ ..] => {
            first.is_ascii_digit() && fraction.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}
