//! What was decided about a file, so that any of its rows can be read again without deciding
//! anew.

use std::fmt;
use std::sync::Arc;

use table::{Column, Count, Table};

use crate::csv::Dialect;
use crate::decoder::Decoder;
use crate::encoding::Decided;
use crate::mark::Mark;
use crate::options::Limits;
use crate::pass::Pass;
use crate::record::Row;
use crate::rows::{From, Rows};
use crate::sink::Sink;
use crate::text::TextStream;
use crate::{Encoding, Format, ReadError};

/// Bytes that are decoded at once while rows are looked for.
const STEP: usize = 64 * 1024;

/// All that was decided about a file while it was read.
#[derive(Clone)]
pub struct Layout {
    /// What kind of file it is.
    pub format: Format,
    /// How its text is encoded, as far as is known.
    pub encoding: Encoding,
    /// How its cells are told apart; only for delimited text.
    pub dialect: Option<Dialect>,
    /// Its columns, with the kinds of the cells read.
    pub columns: Vec<Column>,
    /// Where its first row begins; `None` in formats without marks, and where the first row
    /// does not begin with a line of its own.
    pub start: Option<Mark>,
    /// Only ASCII was read: later bytes may yet decide the encoding.
    pub(crate) open: bool,
    pub(crate) limits: Limits,
    pub(crate) rows: Arc<dyn Rows>,
}

impl Layout {
    /// The rows after the first `skip`, at most `take` of them, of bytes that begin at a
    /// [`Mark`]. `complete` says that the bytes end with the file; else a last row without a
    /// line end is not whole and left out. `decoder` is a fresh one.
    ///
    /// The table has the columns of this layout and the rows that were found, fewer than asked
    /// for where the bytes end; its count is theirs.
    ///
    /// # Errors
    /// When there are no marks in this format, or no decoder for the encoding.
    pub fn read(
        &self,
        bytes: &[u8],
        complete: bool,
        skip: usize,
        take: usize,
        decoder: &mut dyn Decoder,
    ) -> Result<Table, ReadError> {
        let mut rows = self.rows.again(From::Mark).ok_or(ReadError::NoTable)?;
        let mut text = self.text().onward();
        let mut out = Taking {
            table: Table::new(self.columns.clone()),
            limits: self.bounded(),
            skip,
            take,
            rows: 0,
        };
        for piece in bytes.chunks(STEP) {
            if out.has_enough() {
                break;
            }
            let piece = text.push(piece, decoder)?;
            rows.push(&piece, &mut out)?;
        }
        if !out.has_enough() {
            let rest = text.finish(complete, decoder)?;
            rows.push(&rest, &mut out)?;
            // Lines of which none is sound are no rows here, and no failure.
            let _ = rows.finish(complete, &mut out);
        }
        let found = out.table.len() as u64;
        out.table.set_count(Count::Exactly(found));
        Ok(out.table)
    }

    /// A walk through the whole file from its first byte.
    #[must_use]
    pub fn pass(&self) -> Pass {
        Pass::new(self)
    }

    /// A stream of the file's text.
    pub(crate) fn text(&self) -> TextStream {
        let decided = Decided {
            encoding: self.encoding.clone(),
            sure: true,
        };
        TextStream::new(decided, self.open)
    }

    /// The limits, with no more columns than are known here.
    pub(crate) fn bounded(&self) -> Limits {
        Limits {
            columns: self.columns.len(),
            ..self.limits
        }
    }
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layout")
            .field("format", &self.format)
            .field("encoding", &self.encoding)
            .field("dialect", &self.dialect)
            .field("columns", &self.columns)
            .field("start", &self.start)
            .finish_non_exhaustive()
    }
}

/// Keeps some rows.
struct Taking {
    table: Table,
    limits: Limits,
    skip: usize,
    take: usize,
    rows: u64,
}

impl Taking {
    fn has_enough(&self) -> bool {
        self.table.len() >= self.take
    }
}

impl Sink for Taking {
    fn limits(&self) -> Limits {
        self.limits
    }

    fn width(&self) -> usize {
        self.limits.columns
    }

    fn rows(&self) -> u64 {
        self.rows
    }

    fn add_column(&mut self, _: &str) {}

    fn add_unnamed(&mut self) {}

    fn expect_width(&mut self, _: usize, _: usize) {}

    fn row(&mut self, row: &Row<'_>) {
        self.rows += 1;
        if self.rows > self.skip as u64 && !self.has_enough() {
            self.table.push_row(row.cells());
        }
    }
}
