//! Rows from anywhere in a text: held ones at once, others by reading the pieces they are in.

use super::plan::{Piece, pieces, requests};
use super::text_table::TextTable;
use crate::{
    failed::{failure, of_read},
    wait,
};
use readers::Layout;
use std::{ops::Range, rc::Rc};
use table::{Cell, Column, Table};
use wire::search::Failure;

/// Requests that are under way at once. Browsers queue what is more than a host takes (six over
/// HTTP/1.1), so that none waits for the slowest of those before it.
const AT_ONCE: usize = 32;

impl TextTable {
    /// See [`crate::Table::rows`].
    pub(super) async fn rows_of(
        self: Rc<Self>,
        numbers: Vec<u64>,
        columns: Range<usize>,
    ) -> Result<Table, Failure> {
        let (layout, wanted) = {
            let state = self.state.borrow();
            let held = state.held();
            let (here, rows) = (held.len() as u64, state.rows());
            let numbers: Vec<u64> = numbers.into_iter().filter(|row| *row < rows).collect();
            if !state.has_marks() || numbers.iter().all(|row| *row < here) {
                let rows = numbers.iter().map(|row| (held, index(*row, 0)));
                return Ok(copied(rows, columns));
            }
            let wanted = pieces(&state.marks, &numbers, state.bytes);
            let layout = state.layout().ok_or_else(|| failure("unreadable", ""))?;
            (layout, (numbers, wanted, state.complete))
        };
        let (numbers, wanted, complete) = wanted;
        let mut here: Vec<(u64, Rc<Table>)> = Vec::new();
        let mut missing = Vec::new();
        for piece in wanted {
            match self.shelf.borrow_mut().get(piece.at, piece.end) {
                Some(table) => put(&mut here, piece.row, table),
                None => missing.push(piece),
            }
        }
        for together in requests(&missing).chunks(AT_ONCE) {
            let works = together.iter().map(|(range, pieces)| {
                let read = Rc::clone(&self.source).read(range.clone());
                let work: crate::Wait<'_, _> = Box::pin(async move { (pieces, read.await) });
                work
            });
            for (pieces, bytes) in wait::all(works.collect()).await {
                for (piece, table) in self.parsed(&layout, pieces, &bytes?, complete)? {
                    let table = Rc::new(table);
                    let mut shelf = self.shelf.borrow_mut();
                    shelf.put(piece.at, piece.end, Rc::clone(&table));
                    put(&mut here, piece.row, table);
                }
            }
        }
        let find = |row: &u64| {
            let next = here.partition_point(|(first, _)| first <= row);
            let (first, table) = here.get(next.checked_sub(1)?)?;
            let at = index(*row, *first);
            (at < table.len()).then_some((table.as_ref(), at))
        };
        Ok(copied(numbers.iter().filter_map(find), columns))
    }

    fn parsed(
        &self,
        layout: &Layout,
        pieces: &[Piece],
        bytes: &[u8],
        complete: bool,
    ) -> Result<Vec<(Piece, Table)>, Failure> {
        let start = pieces.first().map_or(0, |piece| piece.start);
        let parsed = pieces.iter().map(|piece| {
            let range = index(piece.start, start)..index(piece.end, start);
            let bytes = bytes
                .get(range)
                .ok_or_else(|| failure("broke-off", piece.start))?;
            let mut decoder = self.world.decoder();
            let ends = piece.last && complete;
            let table = layout.read(bytes, ends, 0, usize::MAX, decoder.as_mut());
            let table = table.map_err(|error| of_read(&error))?;
            Ok((*piece, table))
        });
        parsed.collect()
    }
}

/// Puts a piece among the others by the number of its first row.
fn put(here: &mut Vec<(u64, Rc<Table>)>, row: u64, table: Rc<Table>) {
    let at = here.partition_point(|(first, _)| *first < row);
    here.insert(at, (row, table));
}

fn index(at: u64, from: u64) -> usize {
    usize::try_from(at - from).unwrap_or(usize::MAX)
}

/// Some columns of some rows.
pub(crate) fn copied<'a>(
    rows: impl Iterator<Item = (&'a Table, usize)>,
    columns: Range<usize>,
) -> Table {
    let mut out = Table::new(columns.clone().map(|_| Column::new("")).collect());
    for (table, row) in rows {
        let cells = columns.clone().map(|column| match row < table.len() {
            true => table.get(row, column),
            false => Cell::Missing,
        });
        out.push_row(cells);
    }
    out
}
