//! Parts of a table as they cross to the page: bounded in rows, columns and text, and masked.

use crate::scan::Masks;
use std::borrow::Cow;
use table::Table;
use wire::preview::{SHOWN_CHARS, Span};

/// Most rows of one answer.
const MOST_ROWS: u32 = 1_000;

/// Most columns of one answer.
const MOST_COLUMNS: u32 = 200;

/// What of a span is answered at most, in a table of this width.
pub(super) fn bounded(span: Span, width: usize) -> Span {
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    let first_column = span.first_column.min(width);
    Span {
        count: span.count.min(MOST_ROWS),
        first_column,
        columns: span.columns.min(MOST_COLUMNS).min(width - first_column),
        ..span
    }
}

/// The cells of some rows of a table whose first column is column `first` of the file.
pub(super) fn cells(
    table: &Table,
    rows: impl Iterator<Item = usize>,
    columns: std::ops::Range<usize>,
    first: usize,
    masks: &Masks,
) -> Vec<Vec<Option<String>>> {
    let row = |row: usize| {
        let texts = columns.clone().map(|column| {
            let text = table.get(row, column).text()?;
            Some(shortened(masks.cover(first + column, text)))
        });
        texts.collect()
    };
    rows.map(row).collect()
}

fn shortened(text: Cow<'_, str>) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}
