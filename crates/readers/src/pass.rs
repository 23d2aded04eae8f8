//! One more walk through a file from its first byte, in which every row goes by once.

use table::Cells;

use crate::ReadError;
use crate::decoder::Decoder;
use crate::layout::Layout;
use crate::options::Limits;
use crate::record::Row;
use crate::rows::{From, Rows};
use crate::sink::Sink;
use crate::text::TextStream;

/// Sees a row by its number in the file, from 0; `false` when no more is wanted.
pub type Each<'a> = &'a mut dyn FnMut(u64, &dyn Cells) -> bool;

/// A walk through a file whose layout is known. What stands above the rows and between them is
/// passed over as it was the first time, so that rows have the same numbers.
pub struct Pass {
    text: TextStream,
    rows: Option<Box<dyn Rows>>,
    limits: Limits,
    seen: u64,
    stopped: bool,
}

impl Pass {
    pub(crate) fn new(layout: &Layout) -> Self {
        Self {
            text: layout.text(),
            rows: layout.rows.again(From::Start),
            limits: layout.bounded(),
            seen: 0,
            stopped: false,
        }
    }

    /// The rows that went by.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.seen
    }

    /// Takes in the next bytes of the file and shows `each` the rows in them. `false` once it
    /// wanted no more: the rest of the file need not be fetched. `decoder` is the same one in
    /// all calls of a pass.
    ///
    /// # Errors
    /// When the file turns out to be broken here, or there is no decoder for the encoding.
    pub fn push(
        &mut self,
        bytes: &[u8],
        decoder: &mut dyn Decoder,
        each: Each<'_>,
    ) -> Result<bool, ReadError> {
        if self.stopped {
            return Ok(false);
        }
        let text = self.text.push(bytes, decoder)?;
        let mut out = Passing {
            each,
            limits: self.limits,
            seen: &mut self.seen,
            stopped: &mut self.stopped,
        };
        if let Some(rows) = &mut self.rows {
            rows.push(&text, &mut out)?;
        }
        Ok(!self.stopped)
    }

    /// Ends the file and shows `each` what was still open. `complete`: the file ends here;
    /// else a last row that is not whole is left out.
    ///
    /// # Errors
    /// When the file turns out to be broken here, or there is no decoder for the encoding.
    pub fn finish(
        mut self,
        complete: bool,
        decoder: &mut dyn Decoder,
        each: Each<'_>,
    ) -> Result<(), ReadError> {
        if self.stopped {
            return Ok(());
        }
        let text = self.text.finish(complete, decoder)?;
        let mut out = Passing {
            each,
            limits: self.limits,
            seen: &mut self.seen,
            stopped: &mut self.stopped,
        };
        if let Some(rows) = &mut self.rows {
            rows.push(&text, &mut out)?;
            rows.finish(complete, &mut out)?;
        }
        Ok(())
    }
}

/// Shows rows to somebody.
struct Passing<'a> {
    each: Each<'a>,
    limits: Limits,
    seen: &'a mut u64,
    stopped: &'a mut bool,
}

impl Sink for Passing<'_> {
    fn limits(&self) -> Limits {
        self.limits
    }

    fn width(&self) -> usize {
        self.limits.columns
    }

    fn rows(&self) -> u64 {
        *self.seen
    }

    fn add_column(&mut self, _: &str) {}

    fn add_unnamed(&mut self) {}

    fn expect_width(&mut self, _: usize, _: usize) {}

    fn row(&mut self, row: &Row<'_>) {
        if !*self.stopped {
            let number = *self.seen;
            *self.seen += 1;
            *self.stopped = !(self.each)(number, row);
        }
    }
}
