//! Rows of delimited text into the collector: title rows, header, then data.

use table::{Cell, Code, Notice};

use super::Dialect;
use super::dialect::sep_line;
use super::scan::Scanner;
use crate::collector::Collector;
use crate::options::Limits;
use crate::record::Record;

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

/// Reads one delimited file.
#[derive(Debug)]
pub(crate) struct CsvReader {
    scanner: Scanner,
    opening: Opening,
    /// The `sep=` line was taken off the text, or there is none.
    begun: bool,
    dialect: Dialect,
}

/// What of the beginning is still to come, and what was met.
#[derive(Debug, Default)]
struct Opening {
    title_rows: usize,
    title: Option<String>,
    header: bool,
    blank_rows: u64,
}

impl CsvReader {
    pub(crate) fn new(dialect: Dialect, limits: Limits) -> Self {
        let opening = Opening {
            title_rows: dialect.title_rows,
            header: dialect.header,
            ..Opening::default()
        };
        let scanner = Scanner::new(dialect.separators(), limits);
        Self {
            scanner,
            opening,
            begun: !dialect.sep_line,
            dialect,
        }
    }

    /// Reads the next piece. The first one holds the `sep=` line whole, if there is one.
    pub(crate) fn push(&mut self, text: &str, collector: &mut Collector) {
        let mut text = text;
        if !self.begun {
            self.begun = true;
            text = sep_line(text)
                .and_then(|(_, long)| text.get(long..))
                .unwrap_or(text);
        }
        let Self {
            scanner, opening, ..
        } = self;
        scanner.push(text, &mut |record, blank| {
            opening.take(record, blank, collector)
        });
    }

    /// Ends the file; at a cut the last, unfinished row is dropped.
    pub(crate) fn finish(mut self, complete: bool, collector: &mut Collector) -> Dialect {
        let Self {
            scanner, opening, ..
        } = &mut self;
        scanner.finish(complete, &mut |record, blank| {
            opening.take(record, blank, collector)
        });
        // When not even one row was whole, its whole cells are better than nothing.
        if !complete && collector.width() == 0 && collector.rows() == 0 {
            let record = scanner.unfinished().clone();
            if record.len() > 0 {
                opening.take(&record, false, collector);
            }
        }
        self.notes(complete, collector);
        self.dialect
    }

    fn notes(&self, complete: bool, collector: &mut Collector) {
        if let Some(title) = &self.opening.title {
            let notice = Notice::new(Code::TitleRows).with("count", self.dialect.title_rows);
            collector.note(notice.with("text", title));
        }
        if !self.dialect.header {
            collector.note(Notice::new(Code::NoHeader));
        }
        let unusual = self.scanner.unusual;
        for (code, count) in [
            (Code::BlankRows, self.opening.blank_rows),
            (Code::StrayQuotes, unusual.stray_quotes),
            (Code::NulCharacters, unusual.nuls),
        ] {
            if count > 0 {
                collector.note(Notice::new(code).with("count", count));
            }
        }
        if complete {
            note_totals(collector);
        }
    }
}

impl Opening {
    fn take(&mut self, record: &Record, blank: bool, collector: &mut Collector) {
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
            name_columns(record, collector);
        } else {
            if collector.expects_width.is_none() {
                collector.expects_width = Some(record.len());
            }
            collector.row(record);
        }
    }
}

/// Columns by the cells of the header. Blank ones at its end are trailing separators, and get
/// a column only when a row has something there.
fn name_columns(record: &Record, collector: &mut Collector) {
    let wide = (0..record.len())
        .rev()
        .find(|at| !record.cell(*at).is_blank());
    for at in 0..wide.map_or(0, |last| last + 1) {
        collector.add_column(record.cell(at).text().unwrap_or_default());
    }
    collector.expects_width = Some(collector.width());
}

fn note_totals(collector: &mut Collector) {
    let (rows, found) = (
        collector.rows(),
        collector.last_row().and_then(|row| {
            let first = row
                .iter()
                .find(|cell| !cell.is_blank())
                .and_then(|cell| cell.text())?;
            let word = first
                .trim()
                .trim_end_matches([':', '：'])
                .to_ascii_lowercase();
            (row.len() > 1 && TOTALS.contains(&word.as_str())).then(|| first.trim().to_owned())
        }),
    );
    if let (Some(text), true) = (found, rows > 1) {
        collector.note(Notice::new(Code::TotalsRow).at_row(rows).with("text", text));
    }
}
