//! Some rows, copied together, so that they are measured column by column: the look-ups of one
//! column do not wait for each other's memory, where those of a row, each with work behind it,
//! would. It halves the time of a file whose columns have many values.

use std::ops::Range;

use crate::Cell;

/// The most rows of a batch.
const MOST_ROWS: usize = 1_024;

/// A batch is full with this much text, in bytes.
const MOST_TEXT: usize = 128 * 1024;

/// Marks a cell where the file said nothing.
const MISSING: u32 = u32::MAX;

/// Rows that wait.
#[derive(Clone, Debug, Default)]
pub(super) struct Batch {
    text: String,
    /// Where each cell begins and ends in the text.
    cells: Vec<(u32, u32)>,
    /// The first cell of each row.
    rows: Vec<u32>,
    /// The most cells of a row.
    width: usize,
}

impl Batch {
    /// Adds a row. Whether the batch is full now.
    #[inline]
    pub(super) fn push<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> bool {
        let first = self.cells.len();
        self.rows.push(first as u32);
        for cell in cells {
            let start = self.text.len() as u32;
            self.cells.push(match cell {
                Cell::Missing => (MISSING, 0),
                Cell::Text(text) => {
                    self.text.push_str(text);
                    (start, self.text.len() as u32)
                }
            });
        }
        self.end_row(first)
    }

    /// Adds a row whose cells are at these places of two texts, one behind the other. Whether
    /// the batch is full now.
    #[inline]
    pub(super) fn push_in(
        &mut self,
        [text, own]: [&str; 2],
        cells: impl Iterator<Item = Option<Range<usize>>>,
    ) -> bool {
        let (first, before) = (self.cells.len(), self.text.len());
        self.rows.push(first as u32);
        self.text.push_str(text);
        if !own.is_empty() {
            self.text.push_str(own);
        }
        self.cells.extend(cells.map(|place| match place {
            Some(place) => ((before + place.start) as u32, (before + place.end) as u32),
            None => (MISSING, 0),
        }));
        self.end_row(first)
    }

    #[inline]
    fn end_row(&mut self, first: usize) -> bool {
        self.width = self.width.max(self.cells.len() - first);
        self.rows.len() >= MOST_ROWS || self.text.len() >= MOST_TEXT
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
        self.width = 0;
    }

    /// The most cells of a row.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The texts of a column, without cells where the file said nothing.
    #[inline]
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        let ends = self.rows.iter().skip(1).copied();
        let ends = ends.chain([self.cells.len() as u32]);
        self.rows.iter().zip(ends).filter_map(move |(first, end)| {
            let at = *first as usize + column;
            let (start, stop) = *self.cells.get(at).filter(|_| at < end as usize)?;
            (start != MISSING).then_some(())?;
            self.text.get(start as usize..stop as usize)
        })
    }
}
