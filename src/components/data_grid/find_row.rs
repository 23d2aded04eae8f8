//! The row that an address names by its number in the file, found in a view that leaves rows out:
//! numbers rise in it, so some pieces halve the way to the row.

use super::control::Grid;
use leptos::prelude::*;

/// Rows that are looked through where an order leaves no other way.
const FIRST: u64 = 100;

/// What is known of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    number: u64,
    from: u64,
    /// One behind the last place it can have; `None` until the view stands.
    to: Option<u64>,
}

impl Wanted {
    pub(super) const fn new(number: u64) -> Self {
        Self {
            number,
            from: 0,
            to: None,
        }
    }
}

impl Grid {
    /// Goes on with finding the row, if one is wanted and something came.
    pub(super) fn find_row(self) {
        let Some(mut wanted) = self.wanted.try_get_value().flatten() else {
            return;
        };
        if untrack(|| self.table.rows()).is_none() {
            return;
        }
        let view = self.table.view();
        let rows = self.extent().rows;
        if view.is_all() {
            return self.found(wanted.number.min(rows.saturating_sub(1)));
        }
        if view.order.is_some() {
            if let Some(number) = self.number(0) {
                let mut first = 0..rows.min(FIRST);
                let at = first.find(|row| self.number(*row) == Some(wanted.number));
                self.found(at.unwrap_or(if number == wanted.number { 0 } else { u64::MAX }));
            }
            return;
        }
        let mut to = wanted.to.unwrap_or(rows);
        while wanted.from < to {
            let middle = wanted.from.midpoint(to);
            match self.number(middle) {
                Some(number) if number < wanted.number => wanted.from = middle + 1,
                Some(_) => to = middle,
                None => {
                    wanted.to = Some(to);
                    self.wanted.set_value(Some(wanted));
                    return self.ask_for(middle);
                }
            }
        }
        self.found(wanted.from.min(rows.saturating_sub(1)));
    }

    fn ask_for(self, row: u64) {
        let first = self
            .columns
            .with_untracked(|all| all.shown().first().copied());
        let now = platform::monotonic_millis();
        let columns = first.into_iter();
        let span = self.with(|painter| painter.tiles.wanted(row..row + 1, columns, now));
        if let Some(Some(span)) = span {
            self.table.on_span.run(span);
        }
    }

    fn found(self, row: u64) {
        self.wanted.set_value(None);
        if row < self.extent().rows {
            self.go_first(row);
        }
    }
}
