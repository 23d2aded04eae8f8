//! A row of a batch, whose cells become texts when somebody looks at them.

use super::heads::is_plain;
use parquet::Batch;
use std::cell::OnceCell;
use table::{Cell, Cells};

/// A row of a batch.
pub(super) struct Row<'a> {
    batch: &'a Batch,
    /// Where in the batch each column of the file stands; `usize::MAX` is nowhere.
    places: &'a [usize],
    row: usize,
    texts: Vec<OnceCell<Option<String>>>,
}

impl<'a> Row<'a> {
    pub(super) fn new(batch: &'a Batch, places: &'a [usize]) -> Self {
        let texts = batch.columns.iter().map(|_| OnceCell::new());
        Self {
            batch,
            places,
            row: 0,
            texts: texts.collect(),
        }
    }

    /// Goes to another row of the batch.
    pub(super) fn go_to(&mut self, row: usize) {
        self.row = row;
        for text in &mut self.texts {
            text.take();
        }
    }
}

/// The places of these columns among all of a file.
pub(super) fn places(columns: &[usize], width: usize) -> Vec<usize> {
    let mut places = vec![usize::MAX; width];
    for (at, column) in columns.iter().enumerate() {
        if let Some(place) = places.get_mut(*column) {
            *place = at;
        }
    }
    places
}

impl Cells for Row<'_> {
    fn cell(&self, column: usize) -> Cell<'_> {
        let place = self.places.get(column).copied().unwrap_or(usize::MAX);
        let Some((column, text)) = self.batch.columns.get(place).zip(self.texts.get(place)) else {
            return Cell::Missing;
        };
        if !column.has(self.row) {
            return Cell::Missing;
        }
        if is_plain(column.kind)
            && let Some(bytes) = column.values.bytes(self.row)
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Cell::Text(text);
        }
        match text.get_or_init(|| column.cell(self.row)) {
            Some(text) => Cell::Text(text),
            None => Cell::Missing,
        }
    }
}
