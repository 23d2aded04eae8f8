//! Where the keyboard is in a table, and where a key leads. Pure: no document in here.

/// A cell: the row of the view from 0, `None` is the head; the place among the columns shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: Option<u64>,
    pub(super) at: usize,
}

/// How far one may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) rows: u64,
    pub(super) columns: usize,
    /// Rows that Page Up and Page Down pass.
    pub(super) page: u64,
}

impl Extent {
    /// Where a key leads from a place; `None` for keys that mean nothing here.
    pub(super) fn step(self, place: Place, key: &str, ctrl: bool) -> Option<Place> {
        let last_row = self.rows.checked_sub(1);
        let last = self.columns.saturating_sub(1);
        let Place { row, at } = place;
        let down = |by: u64| match row {
            None if self.rows > 0 => Some(by - 1),
            None => None,
            Some(row) => Some(row.saturating_add(by)),
        };
        let row_or_last = |row: Option<u64>| row.map(|row| row.min(last_row.unwrap_or(0)));
        let to = |row: Option<u64>, at: usize| Place {
            row: row_or_last(row),
            at: at.min(last),
        };
        Some(match (key, ctrl) {
            ("ArrowUp", true) => to(last_row.map(|_| 0), at),
            ("ArrowDown", true) => to(last_row, at),
            ("ArrowLeft", true) => to(row, 0),
            ("ArrowRight", true) => to(row, last),
            ("ArrowUp", false) => to(row.and_then(|row| row.checked_sub(1)), at),
            ("ArrowDown", false) => to(down(1), at),
            ("ArrowLeft", false) => to(row, at.saturating_sub(1)),
            ("ArrowRight", false) => to(row, at + 1),
            ("PageUp", _) => to(row.map(|row| row.saturating_sub(self.page)), at),
            ("PageDown", _) => to(down(self.page), at),
            ("Home", true) => to(last_row.map(|_| 0), 0),
            ("End", true) => to(last_row, last),
            ("Home", false) => to(row, 0),
            ("End", false) => to(row, last),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: Extent = Extent {
        rows: 1_000_000,
        columns: 7,
        page: 19,
    };

    fn go(keys: &[(&str, bool)]) -> Place {
        let start = Place {
            row: Some(0),
            at: 0,
        };
        keys.iter().fold(start, |place, (key, ctrl)| {
            TABLE.step(place, key, *ctrl).unwrap_or(place)
        })
    }

    #[test]
    fn keys_reach_every_corner_and_the_head() {
        let at = |row: u64, at| Place { row: Some(row), at };
        assert_eq!(go(&[("End", true)]), at(999_999, 6));
        assert_eq!(go(&[("End", true), ("PageDown", false)]), at(999_999, 6));
        assert_eq!(go(&[("End", true), ("Home", false)]), at(999_999, 0));
        assert_eq!(go(&[("PageDown", false), ("PageDown", false)]), at(38, 0));
        assert_eq!(go(&[("ArrowUp", false)]), Place { row: None, at: 0 });
        assert_eq!(go(&[("ArrowUp", false), ("ArrowDown", false)]), at(0, 0));
        assert_eq!(go(&[("x", false)]), at(0, 0));
    }

    #[test]
    fn a_table_without_rows_has_its_head() {
        let empty = Extent { rows: 0, ..TABLE };
        let head = Place { row: None, at: 2 };
        assert_eq!(empty.step(head, "ArrowDown", false), Some(head));
        assert_eq!(
            empty.step(head, "End", true).map(|place| place.row),
            Some(None)
        );
    }
}
