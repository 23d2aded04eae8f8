//! Parts of the open table as they cross to the page: bounded in rows, columns and text.

use table::Table;
use wire::preview::{SHOWN_CHARS, Span};

/// Most rows of one answer.
const MOST_ROWS: u32 = 1_000;

/// Most columns of one answer.
const MOST_COLUMNS: u32 = 200;

/// The rows of a span, as far as they are there, and which those are.
pub(super) fn cut(table: &Table, span: Span) -> (Span, Vec<Vec<Option<String>>>) {
    let columns = columns(table, span);
    let first = usize::try_from(span.from)
        .unwrap_or(usize::MAX)
        .min(table.len());
    let last = first
        .saturating_add(span.count.min(MOST_ROWS) as usize)
        .min(table.len());
    let row = |row: usize| -> Vec<Option<String>> {
        let cells = columns.clone().map(|column| table.get(row, column));
        cells.map(|cell| cell.text().map(shortened)).collect()
    };
    let rows: Vec<_> = (first..last).map(row).collect();
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let wide = u32::try_from(columns.len()).unwrap_or(u32::MAX);
    (
        Span {
            from: first as u64,
            count,
            columns: wide,
            ..span
        },
        rows,
    )
}

fn columns(table: &Table, span: Span) -> std::ops::Range<usize> {
    let first = (span.first_column as usize).min(table.width());
    let last = first.saturating_add(span.columns.min(MOST_COLUMNS) as usize);
    first..last.min(table.width())
}

/// One cell whole; `None` is missing.
pub(super) fn whole(table: &Table, row: u64, column: u32) -> Option<String> {
    let row = usize::try_from(row).ok()?;
    table.get(row, column as usize).text().map(str::to_owned)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
