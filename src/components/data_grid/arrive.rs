//! Rows that come: kept where they belong, and once they are the first ones, what the columns are
//! made as wide as.

use super::control::Grid;
use crate::engine::RowsCame;
use leptos::prelude::*;
use wire::preview::Span;

impl Grid {
    /// Rows came, or will not.
    pub(super) fn came(self, came: RowsCame) {
        if self.shown.try_get_value() != Some(Some(came.look)) {
            return;
        }
        let refused = self.with(|painter| {
            match came.rows {
                Ok((numbers, cells)) => painter.tiles.take(came.span, numbers, cells),
                Err(_) => painter.tiles.refuse(came.span),
            }
            painter.tiles.has_refused()
        });
        if came.span.from == 0 {
            self.fit(came.span);
        }
        let refused = refused.unwrap_or_default();
        if self.refused.get_untracked() != refused {
            self.refused.set(refused);
        }
        self.arrived
            .update(|arrived| *arrived = arrived.wrapping_add(1));
        // Now, not at the next frame, which may have begun.
        self.paint();
    }

    /// Makes the columns as wide as their first cells ask for, once.
    fn fit(self, span: Span) {
        let names = self.table.opened.with_untracked(|opened| {
            let columns = opened.as_ref().map(|shared| &shared.0.columns);
            let names = columns.map(|all| all.iter().map(|column| column.name.clone()).collect());
            names.unwrap_or_else(Vec::new)
        });
        let mut columns = self.columns.get_untracked();
        let last = span.first_column + span.columns;
        let changed = self.with(|painter| {
            let mut changed = false;
            for column in span.first_column..last {
                let name = names.get(column as usize).map_or("", String::as_str);
                let cells = painter.tiles.first_of(column);
                changed |= columns.measure(column, name, cells);
            }
            changed
        });
        if changed == Some(true) {
            columns.settle();
            self.columns.set(columns);
        }
    }
}
