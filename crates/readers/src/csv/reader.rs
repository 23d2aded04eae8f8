//! Rows of delimited text into the collector: title rows, header, then data.

use table::{Code, Notice};

use super::Dialect;
use super::beginning::{Beginning, totals};
use super::dialect::sep_line;
use super::scan::Scanner;
use crate::ReadError;
use crate::collector::Collector;
use crate::options::Limits;
use crate::rows::{From, Rows};
use crate::sink::Sink;

/// Reads one delimited file.
#[derive(Debug)]
pub(crate) struct CsvReader {
    scanner: Scanner,
    opening: Beginning,
    /// The `sep=` line was taken off the text, or there is none.
    begun: bool,
    dialect: Dialect,
    limits: Limits,
}

impl CsvReader {
    pub(crate) fn new(dialect: Dialect, limits: Limits) -> Self {
        let opening = Beginning::new(dialect.title_rows, dialect.header);
        let scanner = Scanner::new(dialect.separators(), limits, dialect.usual_width);
        Self {
            scanner,
            opening,
            begun: !dialect.sep_line,
            dialect,
            limits,
        }
    }

    /// A reader of text that begins between two rows.
    fn onward(dialect: Dialect, limits: Limits) -> Self {
        let mut reader = Self::new(dialect, limits);
        reader.begun = true;
        reader.opening = Beginning::past();
        reader
    }
}

impl Rows for CsvReader {
    /// Reads the next piece. The first one holds the `sep=` line whole, if there is one.
    fn push(&mut self, text: &str, out: &mut dyn Sink) -> Result<(), ReadError> {
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
        scanner.push(text, &mut |row, blank| opening.take(row, blank, out));
        Ok(())
    }

    /// Ends the file; at a cut the last, unfinished row is dropped.
    fn finish(&mut self, complete: bool, out: &mut dyn Sink) -> Result<(), ReadError> {
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
        let mut notices = self
            .opening
            .notes(self.dialect.title_rows, self.dialect.header);
        let unusual = self.scanner.unusual;
        for (code, count) in [
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
