//! Which columns stand where: order, hidden, pinned, widths, and which of them are seen. Pure.

use super::breadth::{NARROW, wide};
use std::collections::BTreeSet;
use std::ops::Range;
use table::{Column, ColumnProfile};

/// Columns beside those seen that are drawn too.
const BESIDE: usize = 2;

/// The columns of a grid. Those of the file are named by their place there, from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    /// All of them, in their order, pinned ones first.
    pub(super) order: Vec<u32>,
    pub(super) hidden: BTreeSet<u32>,
    pub(super) pinned: BTreeSet<u32>,
    pub(super) widths: Vec<u32>,
    /// Those whose width the visitor set, or which were measured by their cells.
    pub(super) set: BTreeSet<u32>,
    /// Those whose width the visitor set.
    pub(super) by_hand: BTreeSet<u32>,
    pub(super) shown: Vec<u32>,
    /// The frame is too narrow for pinned columns to stay in sight.
    loose: bool,
    frozen: usize,
    /// Where each column that is not pinned begins, and one more: where the last one ends.
    lefts: Vec<u32>,
}

impl Columns {
    /// More columns were found while reading on; those that were there stay as they are.
    pub(super) fn extend(&mut self, columns: &[Column], profiles: &[ColumnProfile]) {
        for at in self.widths.len()..columns.len() {
            let profile = profiles.get(at);
            let texts = profile.into_iter().flat_map(|profile| {
                let top = profile.top.iter().map(|top| top.value.as_str());
                top.chain(profile.min.as_deref())
                    .chain(profile.max.as_deref())
            });
            let name = columns.get(at).map_or("", |column| column.name.as_str());
            self.widths.push(wide(name, texts));
            self.order.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        self.settle();
    }

    /// Makes a column as wide as the first cells ask for, unless that was done before.
    pub(super) fn measure<'a>(
        &mut self,
        column: u32,
        name: &str,
        cells: impl Iterator<Item = &'a str>,
    ) -> bool {
        let wide = wide(name, cells);
        if !self.set.insert(column) {
            return false;
        }
        let Some(width) = self.widths.get_mut(column as usize) else {
            return false;
        };
        let changed = *width != wide;
        *width = wide;
        changed
    }

    /// After widths were measured.
    pub(super) fn settle(&mut self) {
        let pinned = |column: &u32| self.pinned.contains(column);
        self.order.sort_by_key(|column| !pinned(column));
        let hidden = &self.hidden;
        let shown = self.order.iter().copied();
        self.shown = shown.filter(|column| !hidden.contains(column)).collect();
        let frozen = self.shown.iter().take_while(|column| pinned(column));
        self.frozen = if self.loose { 0 } else { frozen.count() };
        let mut left = 0;
        self.lefts = vec![0];
        for column in self.shown.get(self.frozen..).unwrap_or_default() {
            left += self.width(*column);
            self.lefts.push(left);
        }
    }

    /// The width of a column.
    pub(super) fn width(&self, column: u32) -> u32 {
        self.widths.get(column as usize).copied().unwrap_or(NARROW)
    }

    /// Those that are shown, in their order.
    pub(super) fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// How many columns there are, shown or not.
    pub(super) fn all(&self) -> usize {
        self.widths.len()
    }

    /// Whether pinned columns would leave no room for others in so wide a frame.
    pub(super) fn is_loose_in(&self, wide: f64) -> bool {
        let pinned = self.pinned.iter().filter(|c| !self.hidden.contains(c));
        let all: u32 = pinned.map(|column| self.width(*column)).sum();
        f64::from(all) > wide * 0.6
    }

    /// Whether they are let go for that reason.
    pub(super) const fn is_loose(&self) -> bool {
        self.loose
    }

    /// Lets them go, or not.
    pub(super) fn loosen(&mut self, loose: bool) {
        self.loose = loose;
        self.settle();
    }

    /// How many of those stay in sight.
    pub(super) const fn frozen(&self) -> usize {
        self.frozen
    }

    /// How many are hidden.
    pub(super) fn hidden(&self) -> usize {
        self.hidden.len()
    }

    /// Whether a column is pinned.
    pub(super) fn is_pinned(&self, column: u32) -> bool {
        self.pinned.contains(&column)
    }

    /// Where a column stands among those shown.
    pub(super) fn place_of(&self, column: u32) -> Option<usize> {
        self.shown.iter().position(|shown| *shown == column)
    }

    /// How wide the pinned columns are together.
    pub(super) fn frozen_wide(&self) -> u32 {
        let frozen = self.shown.iter().take(self.frozen);
        frozen.map(|column| self.width(*column)).sum()
    }

    /// How wide all others are together.
    pub(super) fn free_wide(&self) -> u32 {
        self.lefts.last().copied().unwrap_or_default()
    }

    /// Where a column begins, behind the pinned ones; nothing for those.
    pub(super) fn left(&self, place: usize) -> Option<u32> {
        self.lefts.get(place.checked_sub(self.frozen)?).copied()
    }

    /// Places of the columns to draw behind the pinned ones, for what is seen of them from `left`
    /// on, `wide` pixels. The range before is kept as long as it holds all that is seen.
    pub(super) fn window(&self, left: f64, wide: f64, before: &Range<usize>) -> Range<usize> {
        let count = self.lefts.len().saturating_sub(1);
        let first = self.lefts.partition_point(|end| f64::from(*end) <= left);
        let first = first.saturating_sub(1).min(count);
        let right = left + wide;
        let last = self
            .lefts
            .partition_point(|start| f64::from(*start) < right);
        let last = last.clamp(first, count);
        let (first, last) = (first + self.frozen, last + self.frozen);
        let is_of_these = self.frozen <= before.start && before.end <= self.shown.len();
        if is_of_these && before.start <= first && last <= before.end {
            return before.clone();
        }
        first.saturating_sub(BESIDE).max(self.frozen)..(last + BESIDE).min(self.shown.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(count: usize) -> Columns {
        let all: Vec<Column> = (0..count).map(|at| Column::new(format!("c{at}"))).collect();
        let mut columns = Columns::default();
        columns.extend(&all, &[]);
        columns
    }

    #[test]
    fn chinese_is_twice_as_broad() {
        let name = [Column::new("a")];
        let broad = |text: &str| {
            let mut all = Columns::default();
            all.extend(&name, &[]);
            all.measure(0, "a", std::iter::repeat_n(text, 5));
            all.width(0)
        };
        assert!(broad("全市社区养老服务站点名录") > broad("abcdefghijkl") + 25);
    }

    #[test]
    fn only_what_is_seen_is_drawn_of_two_thousand_columns() {
        let all = columns(2_000);
        let seen = all.window(0.0, 1_000.0, &(0..0));
        assert_eq!(seen.start, 0);
        assert!(seen.end < 15, "{seen:?}");
        assert_eq!(all.window(10.0, 900.0, &seen), seen, "kept while it does");
        let last = f64::from(all.free_wide());
        assert_eq!(all.window(last - 500.0, 500.0, &seen).end, 2_000);
    }

    #[test]
    fn pinned_columns_stand_first_and_hidden_ones_nowhere() {
        let mut all = columns(5);
        let seen = all.window(0.0, 2_000.0, &(0..0));
        all.pin(3);
        assert_eq!((seen, all.window(0.0, 2_000.0, &(0..5))), (0..5, 1..5));
        all.hide(0);
        assert_eq!((all.shown(), all.frozen()), (&[3, 1, 2, 4][..], 1));
        all.shift(4, false);
        assert_eq!(all.shown(), [3, 1, 4, 2]);
        all.shift(1, false);
        assert_eq!(all.shown(), [3, 1, 4, 2], "not among the pinned ones");
        all.show_all();
        assert_eq!(all.shown().len(), 5);
    }
}
