//! The row being read, and the row that was read: places in the piece of text it stands in, or
//! in a text of its own where it does not stand there as it means.

use std::ops::Range;

use table::{Cell, Cells};

/// Where a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// First byte; [`MISSING`] where the file said nothing.
    start: u32,
    /// Byte behind the last, with [`OWN`] where it is in the row's own text.
    end: u32,
}

const MISSING: u32 = u32::MAX;
const OWN: u32 = 1 << 31;

/// The most bytes of a row's own text, and of a piece: places are 31 bits.
pub(crate) const MOST_TEXT: usize = (1 << 31) - 1;

impl Span {
    pub(crate) const NOTHING: Self = Self {
        start: MISSING,
        end: 0,
    };

    /// A cell in the piece.
    #[inline]
    pub(crate) fn in_piece(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// A cell in the row's own text.
    #[inline]
    pub(crate) fn own(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32 | OWN,
        }
    }

    /// Whether it is in the piece; what is missing is nowhere.
    #[inline]
    fn is_in_piece(self) -> bool {
        self.start != MISSING && self.end & OWN == 0
    }
}

/// One row that was read from a text, as places in it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The text that the row stands in.
    pub(crate) piece: &'a str,
    /// The row's own text.
    pub(crate) own: &'a str,
    pub(crate) spans: &'a [Span],
    /// Cells beyond the column limit, which are not kept.
    pub(crate) dropped: usize,
    /// Cells that were cut at the length limit.
    pub(crate) cut: usize,
}

impl Row<'_> {
    /// The number of cells, without those dropped.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is nothing to read in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells().all(Cell::is_blank)
    }

    /// The number of cells without the blank ones at its end; the first `least` count anyway.
    #[inline]
    pub(crate) fn wide(&self, least: usize) -> usize {
        let mut wide = self.len();
        while wide > least && self.cell(wide - 1).is_blank() {
            wide -= 1;
        }
        wide
    }

    /// Its cells in their order; those at its end may be missing.
    #[inline]
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.spans.iter().map(|span| self.at(*span))
    }

    /// The part of the piece that has all cells which stand there, where there is not much else
    /// in it, so that copying it with the row's own text is cheaper than copying each cell.
    pub(crate) fn together(&self) -> Option<Range<usize>> {
        let (mut start, mut end, mut sum) = (u32::MAX, 0, 0);
        for span in self.spans.iter().filter(|span| span.is_in_piece()) {
            start = start.min(span.start);
            end = end.max(span.end);
            sum += span.end as usize - span.start as usize;
        }
        let (start, end) = (start.min(end) as usize, end as usize);
        (end - start <= 4 * sum + 64).then_some(start..end)
    }

    /// Where the cells are in a part of the piece that has them all, with the row's own text
    /// behind it; nothing for missing ones.
    pub(crate) fn places(&self, part: Range<usize>) -> impl Iterator<Item = Option<Range<usize>>> {
        self.spans.iter().map(move |span| {
            let (start, end) = (span.start as usize, (span.end & !OWN) as usize);
            if span.is_in_piece() {
                return Some(start - part.start..end - part.start);
            }
            (*span != Span::NOTHING).then(|| start + part.len()..end + part.len())
        })
    }

    #[inline]
    fn at(&self, span: Span) -> Cell<'_> {
        if span.start == MISSING {
            return Cell::Missing;
        }
        let (start, end) = (span.start as usize, (span.end & !OWN) as usize);
        let text = if span.end & OWN == 0 {
            self.piece
        } else {
            self.own
        };
        text.get(start..end).map_or(Cell::Missing, Cell::Text)
    }
}

impl Cells for Row<'_> {
    #[inline]
    fn cell(&self, column: usize) -> Cell<'_> {
        self.spans
            .get(column)
            .map_or(Cell::Missing, |span| self.at(*span))
    }
}

/// One row while it is being read, copied into a text that is used again for every row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    text: String,
    spans: Vec<Span>,
    /// Where the cell being written begins.
    start: usize,
    /// Cells beyond the column limit, which are not kept.
    pub(crate) dropped: usize,
    /// Cells that were cut at the length limit.
    pub(crate) cut: usize,
    /// The cell being written met the length limit.
    cutting: bool,
}

impl Record {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.start = 0;
        self.dropped = 0;
        self.cut = 0;
        self.cutting = false;
    }

    /// The row as it is now, without the cell being written.
    #[inline]
    pub(crate) fn row(&self) -> Row<'_> {
        Row {
            piece: "",
            own: &self.text,
            spans: &self.spans,
            dropped: self.dropped,
            cut: self.cut,
        }
    }

    /// The number of cells, without those dropped.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Appends to the cell being written, up to `most` bytes in all.
    #[inline]
    pub(crate) fn append(&mut self, text: &str, most: usize) {
        let room = most.saturating_sub(self.text.len() - self.start);
        let room = room.min(MOST_TEXT.saturating_sub(self.text.len()));
        if text.len() <= room && !self.cutting {
            self.text.push_str(text);
        } else if !self.cutting {
            self.cutting = true;
            self.cut += 1;
            self.text.push_str(
                text.get(..text.floor_char_boundary(room))
                    .unwrap_or_default(),
            );
        }
    }

    /// The text of the cell being written.
    pub(crate) fn open_cell(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    /// Whether the cell being written has lost text to the length limit.
    pub(crate) fn is_cutting(&self) -> bool {
        self.cutting
    }

    /// Takes back the text of the cell being written.
    pub(crate) fn take_open_cell(&mut self) -> String {
        self.cutting = false;
        self.text.split_off(self.start)
    }

    /// Takes back the last character of the cell being written.
    pub(crate) fn unappend(&mut self) {
        if self.text.len() > self.start {
            self.text.pop();
        }
    }

    /// Ends the cell being written as the next one of the row; drops it beyond `most` columns.
    #[inline]
    pub(crate) fn end_cell(&mut self, most: usize) {
        self.cutting = false;
        if self.spans.len() < most {
            self.spans.push(Span::own(self.start, self.text.len()));
            self.start = self.text.len();
        } else {
            self.dropped += 1;
            self.text.truncate(self.start);
        }
    }

    /// Ends the cell being written as the one at `at`; cells in between are missing. Gives
    /// whether that place was filled before.
    pub(crate) fn end_cell_at(&mut self, at: usize, missing: bool) -> bool {
        self.cutting = false;
        if at >= self.spans.len() {
            self.spans.resize(at + 1, Span::NOTHING);
        }
        let span = if missing {
            Span::NOTHING
        } else {
            Span::own(self.start, self.text.len())
        };
        self.start = self.text.len();
        let slot = self.spans.get_mut(at);
        slot.is_some_and(|slot| std::mem::replace(slot, span) != Span::NOTHING)
    }

    /// Whether there is nothing to read in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
