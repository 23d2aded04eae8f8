//! Rows of delimited text into the collector: title rows, header, then data.

use table::{Code, Notice};

use super::Dialect;
use super::beginning::Beginning;
use super::dialect::sep_line;
use super::scan::Scanner;
use crate::ReadError;
use crate::collector::Collector;
use crate::options::Limits;
use crate::rows::{From, Rows};
use crate::sink::Sink;

/// More bytes than a line `"sep=，"` and its end have.
const LONGEST_SEP_LINE: usize = 16;

/// Reads one delimited file.
#[derive(Debug)]
pub(crate) struct CsvReader {
    scanner: Scanner,
    opening: Beginning,
    /// The `sep=` line was taken off the text, or there is none.
    begun: bool,
    /// That line, as far as it came.
    line: String,
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
        reader.opening = Beginning::past();
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
            notices.extend(seen.totals());
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
