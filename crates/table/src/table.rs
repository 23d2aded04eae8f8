//! The table in memory: all text in one piece, cells as positions in it.
//! On the wire it is compact: columns, count, and rows as arrays of strings or `null`.

use std::ops::Range;

use record::{Reader, Record, Value};

use crate::{Cell, Cells, Column, Count, Rows};

/// Marks a position as a cell where the file said nothing.
const MISSING: u32 = 1 << 31;

/// The most text that one table holds, in bytes; positions are 31 bits.
const MOST_TEXT: usize = (1 << 31) - 1;

/// Rows and columns as read, all cells as text.
///
/// Rows may be shorter than the table is wide (a JSON file can bring a new key in its last
/// row): the cells that a row does not have are [`Cell::Missing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    count: Count,
    text: String,
    /// Where each cell ends in `text`; a cell begins where the one before it ends.
    ends: Vec<u32>,
    /// The first cell of each row, and one more: the first cell of the row being written.
    starts: Vec<u32>,
}

impl Default for Table {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Table {
    /// A table with these columns and no rows.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            count: Count::Exactly(0),
            text: String::new(),
            ends: Vec::new(),
            starts: vec![0],
        }
    }

    /// Adds a column at the end; rows already there have [`Cell::Missing`] in it.
    pub fn add_column(&mut self, column: Column) {
        self.columns.push(column);
    }

    /// The columns, to settle names and kinds once everything is read.
    pub fn columns_mut(&mut self) -> &mut [Column] {
        &mut self.columns
    }

    /// Says how many rows the file has, which may be more than the rows kept here.
    pub fn set_count(&mut self, count: Count) {
        self.count = count;
    }

    /// Appends a row. Cells beyond the last column are kept but not seen until a column is
    /// added for them. Returns `false`, and adds nothing, when the table is full (2 GiB of text).
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> bool {
        let (text_before, ends_before) = (self.text.len(), self.ends.len());
        for cell in cells {
            let end = match cell {
                Cell::Missing => self.text.len() as u32 | MISSING,
                Cell::Text(text) => {
                    if self.text.len() + text.len() > MOST_TEXT {
                        self.text.truncate(text_before);
                        self.ends.truncate(ends_before);
                        return false;
                    }
                    self.text.push_str(text);
                    self.text.len() as u32
                }
            };
            self.ends.push(end);
        }
        let Ok(next) = u32::try_from(self.ends.len()) else {
            self.text.truncate(text_before);
            self.ends.truncate(ends_before);
            return false;
        };
        self.starts.push(next);
        true
    }

    /// The number of rows kept here.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Bytes of text kept here.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Whether no row is kept here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The cells of one row, one for each column; nothing for a row that is not here.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Cell<'_>> {
        let width = if row < self.len() { self.width() } else { 0 };
        (0..width).map(move |column| self.get(row, column))
    }

    /// One row, to be judged or written.
    #[must_use]
    pub fn cells_of(&self, row: usize) -> TableRow<'_> {
        TableRow { table: self, row }
    }

    /// The position of the column with this name.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The cell, [`Cell::Missing`] when there is none.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> Cell<'_> {
        self.find(row, column).unwrap_or(Cell::Missing)
    }

    /// A copy of some of the rows, to send elsewhere. The count stays that of the whole table.
    #[must_use]
    pub fn slice(&self, rows: Range<usize>) -> Self {
        let mut part = Self::new(self.columns.clone());
        part.count = self.count;
        for row in rows.start..rows.end.min(self.len()) {
            part.push_row(self.row(row));
        }
        part
    }

    fn find(&self, row: usize, column: usize) -> Option<Cell<'_>> {
        let (first, next) = (
            *self.starts.get(row)? as usize,
            *self.starts.get(row + 1)? as usize,
        );
        if column >= next - first {
            return None;
        }
        let at = first + column;
        let end = *self.ends.get(at)?;
        if end & MISSING != 0 {
            return Some(Cell::Missing);
        }
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)? & !MISSING,
            None => 0,
        };
        self.text.get(start as usize..end as usize).map(Cell::Text)
    }
}

/// One row of a table in memory.
#[derive(Clone, Copy, Debug)]
pub struct TableRow<'a> {
    table: &'a Table,
    row: usize,
}

impl Cells for TableRow<'_> {
    fn cell(&self, column: usize) -> Cell<'_> {
        self.table.get(self.row, column)
    }
}

impl Rows for Table {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn count(&self) -> Count {
        self.count
    }

    fn cell(&self, row: u64, column: usize) -> Option<Cell<'_>> {
        let row = usize::try_from(row).ok().filter(|row| *row < self.len())?;
        (column < self.width()).then(|| self.get(row, column))
    }

    fn here(&self) -> u64 {
        self.len() as u64
    }
}

impl Record for Table {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let mut members = reader.open(value);
        let columns = reader.need(members.as_deref_mut(), "columns");
        let mut table = Self::new(Vec::read(columns, reader));
        let count = reader.need(members.as_deref_mut(), "count");
        table.count = Count::read(count, reader);
        let rows = reader.need(members, "rows");
        for row in Vec::<Vec<Option<String>>>::read(rows, reader) {
            let cells = row.iter().map(|cell| match cell {
                Some(text) => Cell::Text(text),
                None => Cell::Missing,
            });
            if !table.push_row(cells) {
                reader.refuse("no more text than a table can hold", None);
                break;
            }
        }
        reader.close();
        table
    }

    fn write(&self) -> Value {
        let cell = |cell: Cell<'_>| cell.text().map_or(Value::Null, record::text);
        let row = |row| Value::Array(self.row(row).map(cell).collect());
        let rows: Vec<Value> = (0..self.len()).map(row).collect();
        let mut object = record::object();
        record::put(&mut object, "columns", &self.columns);
        record::put(&mut object, "count", &self.count);
        record::put(&mut object, "rows", &rows);
        object
    }
}

record::by_serde!(Table);

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut table = Table::new(vec![Column::new("code"), Column::new("名称")]);
        table.push_row([Cell::Text("007"), Cell::Text("")]);
        table.push_row([Cell::Missing, Cell::Text("三万")]);
        table.push_row([Cell::Text("110101199003070000")]);
        table.set_count(Count::AtLeast(3));
        table
    }

    #[test]
    fn keeps_the_text_of_cells_and_tells_empty_from_missing() {
        let table = sample();
        assert_eq!(table.get(0, 0), Cell::Text("007"));
        assert_eq!(table.get(0, 1), Cell::Text(""));
        assert_eq!(table.get(1, 0), Cell::Missing);
        assert_eq!(table.get(1, 1), Cell::Text("三万"));
        assert_eq!(table.get(2, 0), Cell::Text("110101199003070000"));
    }

    #[test]
    fn cells_that_a_short_row_lacks_are_missing_and_cells_outside_are_not_here() {
        let mut table = sample();
        assert_eq!(table.cell(2, 1), Some(Cell::Missing));
        assert_eq!(table.cell(3, 0), None);
        assert_eq!(table.cell(0, 2), None);
        table.add_column(Column::invented("column 3"));
        assert_eq!(table.cell(0, 2), Some(Cell::Missing));
    }

    #[test]
    fn crosses_a_worker_unchanged() {
        let table = sample();
        let json = serde_json::to_string(&table).unwrap();
        assert!(json.contains(r#""rows":[["007",""],[null,"三万"],["110101199003070000",null]]"#));
        let back: Table = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }

    #[test]
    fn a_slice_keeps_the_count_of_the_whole() {
        let part = sample().slice(1..9);
        assert_eq!(part.len(), 2);
        assert_eq!(part.count(), Count::AtLeast(3));
        assert_eq!(part.get(0, 1), Cell::Text("三万"));
    }
}
