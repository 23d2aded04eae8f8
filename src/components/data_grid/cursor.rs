//! Where the keyboard is in a table, and where a key leads. Pure: no document in here.

use wire::preview::Span;

/// Rows of one window.
const ROWS: u64 = 100;

/// Columns of one window, in tables that are wider than [`WHOLE_WIDTH`].
const COLUMNS: u32 = 50;

/// Tables up to this width are shown with all columns.
const WHOLE_WIDTH: u32 = 60;

/// Rows that Page Up and Page Down pass.
const STEP: u64 = 20;

/// A cell, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: u64,
    pub(super) column: u32,
}

/// How large the table is, as far as it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) rows: u64,
    pub(super) columns: u32,
}

impl Extent {
    /// Whether all columns are shown at once.
    pub(super) const fn is_narrow(self) -> bool {
        self.columns <= WHOLE_WIDTH
    }

    /// The window that holds a place.
    pub(super) fn window(self, place: Place) -> Span {
        let (first_column, columns) = if self.is_narrow() {
            (0, self.columns)
        } else {
            let first = place.column - place.column % COLUMNS;
            (first, COLUMNS.min(self.columns.saturating_sub(first)))
        };
        let from = place.row - place.row % ROWS;
        let count = ROWS.min(self.rows.saturating_sub(from));
        Span {
            from,
            count: u32::try_from(count).unwrap_or(0),
            first_column,
            columns,
        }
    }

    /// Where a key leads from a place; `None` for keys that mean nothing here.
    pub(super) fn step(self, place: Place, key: &str, ctrl: bool) -> Option<Place> {
        let last_row = self.rows.saturating_sub(1);
        let last_column = self.columns.saturating_sub(1);
        let Place { row, column } = place;
        Some(match key {
            "ArrowUp" if ctrl => Place { row: 0, column },
            "ArrowDown" if ctrl => Place {
                row: last_row,
                column,
            },
            "ArrowUp" => Place {
                row: row.saturating_sub(1),
                column,
            },
            "ArrowDown" => Place {
                row: (row + 1).min(last_row),
                column,
            },
            "ArrowLeft" => Place {
                row,
                column: column.saturating_sub(1),
            },
            "ArrowRight" => Place {
                row,
                column: (column + 1).min(last_column),
            },
            "PageUp" => Place {
                row: row.saturating_sub(STEP),
                column,
            },
            "PageDown" => Place {
                row: (row + STEP).min(last_row),
                column,
            },
            "Home" if ctrl => Place::default(),
            "End" if ctrl => Place {
                row: last_row,
                column: last_column,
            },
            "Home" => Place { row, column: 0 },
            "End" => Place {
                row,
                column: last_column,
            },
            _ => return None,
        })
    }
}

/// Whether a place lies in a window.
pub(super) fn holds(span: Span, place: Place) -> bool {
    let row = place.row.checked_sub(span.from);
    let column = place.column.checked_sub(span.first_column);
    row.is_some_and(|row| row < u64::from(span.count))
        && column.is_some_and(|column| column < span.columns)
}
