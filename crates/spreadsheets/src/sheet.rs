//! The cells of one sheet: only those with something in them, wherever they stand.

use crate::SheetError;
use crate::limits::{Limits, MOST_COLUMNS, MOST_ROWS};
use readers::{Grid, GridRows, Observer, Options};
use table::{Cell, Code, Notice};

/// Bytes of a cell: 32,767 characters in programs of today.
const LONGEST: usize = 128 * 1024;

/// The cells of one sheet.
#[derive(Debug)]
pub struct Sheet {
    cells: Vec<Place>,
    text: String,
    merged: u64,
    /// A cell came behind one that stands after it.
    mixed: bool,
    limits: Limits,
}

/// A cell and its text.
#[derive(Clone, Copy, Debug)]
struct Place {
    row: u32,
    column: u32,
    start: u32,
    end: u32,
}

impl Sheet {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            cells: Vec::new(),
            text: String::new(),
            merged: 0,
            mixed: false,
            limits,
        }
    }

    /// Takes a cell in; one outside all sheets of today, or without text, is none.
    pub(crate) fn push(&mut self, row: u32, column: u32, text: &str) -> Result<(), SheetError> {
        if text.is_empty() || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Ok(());
        }
        if self.cells.len() as u64 >= self.limits.cells {
            return Err(SheetError::TooManyCells {
                most: self.limits.cells,
            });
        }
        let most = self.limits.bytes.min(u64::from(u32::MAX));
        let bytes = (self.text.len() + text.len()) as u64;
        if bytes > most {
            return Err(SheetError::TooLarge { bytes, most });
        }
        if let Some(last) = self.cells.last() {
            self.mixed |= (row, column) <= (last.row, last.column);
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(Place {
            row,
            column,
            start,
            end: self.text.len() as u32,
        });
        Ok(())
    }

    /// Counts a group of merged cells.
    pub(crate) fn merge(&mut self) {
        self.merged += 1;
    }

    /// Whether no cell has anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Shows the rows, from the first to the last with something in it and from the first such
    /// column on; each ends with its last cell. `each` answers whether it wants more.
    pub fn rows(&mut self, each: &mut dyn FnMut(&[Cell<'_>]) -> bool) {
        if std::mem::take(&mut self.mixed) {
            // Of two cells at one place the later one stands: it comes last, and replaces.
            self.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        let left = self.cells.iter().map(|cell| cell.column).min().unwrap_or(0);
        let mut next = self.cells.first().map_or(0, |cell| cell.row);
        let mut row: Vec<Cell<'_>> = Vec::new();
        for cells in self.cells.chunk_by(|a, b| a.row == b.row) {
            let at = cells.first().map_or(next, |cell| cell.row);
            for _ in next..at {
                if !each(&[]) {
                    return;
                }
            }
            next = at + 1;
            row.clear();
            for cell in cells {
                let text = self.text.get(cell.start as usize..cell.end as usize);
                let column = (cell.column - left) as usize;
                row.truncate(column);
                row.resize(column, Cell::Missing);
                row.push(text.map_or(Cell::Missing, Cell::Text));
            }
            if !each(&row) {
                return;
            }
        }
    }

    /// Makes a table of the rows: titles and header are found by the rules for delimited text.
    /// `observer` sees every row below the header. Of the limits that of rows counts; columns
    /// and cells are kept as far as spreadsheet programs have them.
    #[must_use]
    pub fn table(mut self, options: &Options, observer: Option<Box<dyn Observer>>) -> GridRows {
        let options = Options {
            limits: readers::Limits {
                columns: MOST_COLUMNS as usize,
                cell_bytes: LONGEST,
                ..options.limits
            },
            ..options.clone()
        };
        let mut grid = Grid::new(&options, observer);
        self.rows(&mut |row| {
            grid.row(row.iter().copied());
            true
        });
        let mut found = grid.finish();
        if self.merged > 0 {
            let notice = Notice::new(Code::MergedCells).with("count", self.merged);
            found.notices.push(notice);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(sheet: &mut Sheet) -> Vec<String> {
        let mut rows = Vec::new();
        sheet.rows(&mut |row| {
            let cells: Vec<&str> = row.iter().map(|cell| cell.text().unwrap_or("-")).collect();
            rows.push(cells.join(" "));
            true
        });
        rows
    }

    #[test]
    fn what_is_empty_around_the_cells_is_left_out() {
        let mut sheet = Sheet::new(Limits::USUAL);
        for (row, column, text) in [(5, 3, "c"), (2, 2, "a"), (2, 4, "b"), (5, 3, "d")] {
            sheet.push(row, column, text).unwrap();
        }
        assert_eq!(rows(&mut sheet), ["a - b", "", "", "- d"]);
    }

    #[test]
    fn limits_are_named() {
        let limits = Limits { bytes: 5, cells: 2 };
        let mut sheet = Sheet::new(limits);
        sheet.push(0, 0, "abc").unwrap();
        let error = sheet.push(0, 1, "abc").unwrap_err();
        assert_eq!(error, SheetError::TooLarge { bytes: 6, most: 5 });
        sheet.push(0, 1, "ab").unwrap();
        let error = sheet.push(0, 2, "").and_then(|()| sheet.push(0, 3, "x"));
        assert_eq!(error, Err(SheetError::TooManyCells { most: 2 }));
    }
}
