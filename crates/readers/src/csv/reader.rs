//! Rows of delimited text into the collector: title rows, header, then data.

use table::{Cell, Cells as _, Code, Notice};

use super::Dialect;
use super::dialect::sep_line;
use super::scan::Scanner;
use crate::ReadError;
use crate::collector::Collector;
use crate::options::Limits;
use crate::record::Row;
use crate::rows::{From, Rows};
use crate::sink::Sink;

/// What stands in the first cell of a row of totals, in lower case.
const TOTALS: [&str; 9] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "合 计",
    "total",
    "totals",
    "grand total",
    "sum",
];

/// More bytes than a line `"sep=，"` and its end have.
const LONGEST_SEP_LINE: usize = 16;

/// Reads one delimited file.
#[derive(Debug)]
pub(crate) struct CsvReader {
    scanner: Scanner,
    opening: Opening,
    /// The `sep=` line was taken off the text, or there is none.
    begun: bool,
    /// That line, as far as it came.
    line: String,
    dialect: Dialect,
    limits: Limits,
}

/// What of the beginning is still to come, and what was met.
#[derive(Debug, Default)]
struct Opening {
    title_rows: usize,
    title: Option<String>,
    header: bool,
    /// The first row below the header was met.
    open: bool,
    blank_rows: u64,
}

impl CsvReader {
    pub(crate) fn new(dialect: Dialect, limits: Limits) -> Self {
        let opening = Opening {
            title_rows: dialect.title_rows,
            header: dialect.header,
            ..Opening::default()
        };
        let scanner = Scanner::new(dialect.separators(), limits, dialect.usual_width);
        Self {
            scanner,
            opening,
            begun: !dialect.sep_line,
            line: String::new(),
            dialect,
            limits,
        }
    }

    /// Takes the `sep=` line off the text and reads on behind it.
    fn begin(&mut self, out: &mut dyn Sink) {
        self.begun = true;
        let waited = std::mem::take(&mut self.line);
        let text = sep_line(&waited).and_then(|(_, long)| waited.get(long..));
        self.scan(text.unwrap_or(&waited), out);
    }

    fn scan(&mut self, text: &str, out: &mut dyn Sink) {
        let Self {
            scanner, opening, ..
        } = self;
        scanner.push(text, &mut |row, blank| opening.take(row, blank, out));
    }

    /// A reader of text that begins between two rows.
    fn onward(dialect: Dialect, limits: Limits) -> Self {
        let mut reader = Self::new(dialect, limits);
        reader.begun = true;
        reader.opening = Opening {
            open: true,
            ..Opening::default()
        };
        reader
    }
}

impl Rows for CsvReader {
    fn push(&mut self, text: &str, out: &mut dyn Sink) -> Result<(), ReadError> {
        if self.begun {
            self.scan(text, out);
            return Ok(());
        }
        self.line.push_str(text);
        // After a carriage return it takes one more to tell whether a line feed belongs to it.
        let ends =
            self.line.contains('\n') || (self.line.contains('\r') && !self.line.ends_with('\r'));
        if ends || self.line.len() > LONGEST_SEP_LINE {
            self.begin(out);
        }
        Ok(())
    }

    /// Ends the file; at a cut the last, unfinished row is dropped.
    fn finish(&mut self, complete: bool, out: &mut dyn Sink) -> Result<(), ReadError> {
        if !self.begun {
            self.begin(out);
        }
        let Self {
            scanner, opening, ..
        } = self;
        scanner.finish(complete, &mut |row, blank| opening.take(row, blank, out));
        // When not even one row was whole, its whole cells are better than nothing.
        if !complete && out.width() == 0 && out.rows() == 0 {
            let record = scanner.unfinished();
            if record.len() > 0 {
                opening.take(&record.row(), false, out);
            }
        }
        Ok(())
    }

    fn notes(&self, complete: bool, seen: &Collector) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(title) = &self.opening.title {
            let notice = Notice::new(Code::TitleRows).with("count", self.dialect.title_rows);
            notices.push(notice.with("text", title));
        }
        if !self.dialect.header {
            notices.push(Notice::new(Code::NoHeader));
        }
        let unusual = self.scanner.unusual;
        for (code, count) in [
            (Code::BlankRows, self.opening.blank_rows),
            (Code::StrayQuotes, unusual.stray_quotes),
            (Code::NulCharacters, unusual.nuls),
        ] {
            if count > 0 {
                notices.push(Notice::new(code).with("count", count));
            }
        }
        if complete {
            notices.extend(totals(seen));
        }
        notices
    }

    fn dialect(&self) -> Option<&Dialect> {
        Some(&self.dialect)
    }

    fn is_between(&self) -> bool {
        self.begun && self.opening.is_past() && self.scanner.is_between()
    }

    fn again(&self, from: From) -> Option<Box<dyn Rows>> {
        let (dialect, limits) = (self.dialect.clone(), self.limits);
        Some(Box::new(match from {
            From::Start => Self::new(dialect, limits),
            From::Mark => Self::onward(dialect, limits),
        }))
    }
}

impl Opening {
    /// Whether only rows of data follow.
    fn is_past(&self) -> bool {
        self.title_rows == 0 && !self.header
    }

    fn take(&mut self, record: &Row<'_>, blank: bool, out: &mut dyn Sink) {
        if blank {
            self.blank_rows += 1;
        } else if self.title_rows > 0 {
            self.title_rows -= 1;
            let text = record
                .cells()
                .find(|cell| !cell.is_blank())
                .and_then(Cell::text);
            self.title
                .get_or_insert_with(|| text.unwrap_or_default().trim().chars().take(200).collect());
        } else if self.header {
            self.header = false;
            name_columns(record, out);
            self.open = true;
        } else {
            if !self.open {
                self.open = true;
                out.expect_width(record.len());
            }
            out.row(record);
        }
    }
}

/// Columns by the cells of the header. Blank ones at its end are trailing separators, and get
/// a column only when a row has something there.
fn name_columns(record: &Row<'_>, out: &mut dyn Sink) {
    let wide = (0..record.len())
        .rev()
        .find(|at| !record.cell(*at).is_blank());
    for at in 0..wide.map_or(0, |last| last + 1) {
        out.add_column(record.cell(at).text().unwrap_or_default());
    }
    out.expect_width(out.width());
}

fn totals(seen: &Collector) -> Option<Notice> {
    let row = seen.last_row()?;
    let first = row
        .iter()
        .find(|cell| !cell.is_blank())
        .and_then(|cell| cell.text())?;
    let word = first
        .trim()
        .trim_end_matches([':', '：'])
        .to_ascii_lowercase();
    let is_total = row.len() > 1 && TOTALS.contains(&word.as_str()) && seen.rows() > 1;
    let notice = || Notice::new(Code::TotalsRow).at_row(seen.rows());
    is_total.then(|| notice().with("text", first.trim()))
}
