//! What of the table is drawn in a frame, and which rows it lacks.

use super::{
    columns::Columns,
    paint::{Heads, Painter},
};
use std::ops::Range;
use wire::preview::Span;

/// Rows beyond those seen that are drawn too, where a scroll goes to and where it came from: a
/// browser scrolls before it asks.
const NEXT: u64 = 6;
const PAST: u64 = 2;

/// So many rows are asked for ahead of those drawn while they scroll.
const AHEAD: u64 = 100;

/// What is to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    /// The columns that are drawn.
    pub(super) heads: Heads,
    /// First row that is seen, and one after the last.
    pub(super) seen: (u64, u64),
    /// The rows that are drawn.
    pub(super) drawn: Range<u64>,
}

impl Painter {
    /// What is to be drawn now, and which rows to ask for, so that they are on their way while
    /// the others are drawn.
    pub(super) fn plan(&mut self, columns: &Columns, now: f64, may_ask: bool) -> (Plan, Vec<Span>) {
        self.window = columns.window(self.left, self.room(columns), &self.window);
        let heads = self.lay(columns);
        let seen = self.scroll.seen();
        // As many at each place, so that nodes are neither made nor taken away by a scroll.
        let (rows, most) = (self.scroll.rows, self.scroll.most_seen() + NEXT + PAST);
        let before = if self.scroll.is_rising() { NEXT } else { PAST };
        let first = seen.0.saturating_sub(before).min(rows.saturating_sub(most));
        let drawn = first..(first + most).min(rows);
        self.tiles.touch(drawn.clone());
        let mut ask = Vec::new();
        let ahead = self.scroll.ahead(&drawn, AHEAD);
        for rows in [seen.0..seen.1, drawn.clone(), ahead] {
            let cells = heads.frozen.iter().chain(&heads.free).copied();
            while let Some(span) = may_ask
                .then(|| self.tiles.wanted(rows.clone(), cells.clone(), now))
                .flatten()
            {
                ask.push(span);
            }
        }
        (Plan { heads, seen, drawn }, ask)
    }
}
