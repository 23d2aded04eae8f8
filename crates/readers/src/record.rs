//! The row being read: one piece of text used again for every row, and places in it.

use std::ops::Range;

use table::Cell;

/// One row while it is being read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    text: String,
    cells: Vec<Option<Range<usize>>>,
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
        self.cells.clear();
        self.start = 0;
        self.dropped = 0;
        self.cut = 0;
        self.cutting = false;
    }

    /// The number of cells, without those dropped.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(crate) fn cell(&self, at: usize) -> Cell<'_> {
        let range = self.cells.get(at).cloned().flatten();
        range
            .and_then(|range| self.text.get(range))
            .map_or(Cell::Missing, Cell::Text)
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.cells.len()).map(|at| self.cell(at))
    }

    /// Appends to the cell being written, up to `most` bytes in all.
    #[inline]
    pub(crate) fn append(&mut self, text: &str, most: usize) {
        let room = most.saturating_sub(self.text.len() - self.start);
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
        if self.cells.len() < most {
            self.cells.push(Some(self.start..self.text.len()));
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
        if at >= self.cells.len() {
            self.cells.resize(at + 1, None);
        }
        let range = self.start..self.text.len();
        self.start = self.text.len();
        let slot = self.cells.get_mut(at);
        slot.is_some_and(|slot| std::mem::replace(slot, (!missing).then_some(range)).is_some())
    }

    /// Whether there is nothing to read in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
