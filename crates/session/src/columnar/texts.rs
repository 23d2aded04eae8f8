//! The texts of a column of a batch, without a copy where its bytes are the text.

use super::heads::is_plain;
use parquet::{Blob, Column, Values};
use std::{borrow::Cow, sync::Arc};

/// The texts of the rows from `from` on that have one.
pub(super) fn of(column: &Column, from: usize, rows: usize) -> Vec<Cow<'_, str>> {
    let texts = (from..rows).filter(|row| column.has(*row));
    texts.filter_map(|row| cell(column, row)).collect()
}

/// The text of a cell; `None` where the row has none.
pub(super) fn cell(column: &Column, row: usize) -> Option<Cow<'_, str>> {
    if is_plain(column.kind) && column.has(row) {
        return column.values.bytes(row).map(String::from_utf8_lossy);
    }
    column.cell(row).map(Cow::Owned)
}

/// A dictionary, with its words as texts and how often each was there.
pub(super) struct Words {
    blob: Arc<Blob>,
    pub(super) texts: Vec<String>,
    pub(super) counts: Vec<u32>,
}

impl Words {
    /// The dictionary of a column, if it has one.
    pub(super) fn of(column: &Column) -> Option<Self> {
        let Values::Words { words, .. } = &column.values else {
            return None;
        };
        let texts = (0..words.len()).map(|word| match is_plain(column.kind) {
            true => String::from_utf8_lossy(words.get(word)).into_owned(),
            false => column.word(word).unwrap_or_default(),
        });
        Some(Self {
            blob: Arc::clone(words),
            texts: texts.collect(),
            counts: vec![0; words.len()],
        })
    }

    /// Whether a column uses this dictionary.
    pub(super) fn is_of(&self, column: &Column) -> bool {
        matches!(&column.values, Values::Words { words, .. } if Arc::ptr_eq(words, &self.blob))
    }
}
