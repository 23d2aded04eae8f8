//! From the scroll bar to rows and back. A browser's elements end at some tens of millions of
//! pixels, so beyond [`CANVAS`] the bar stands for more than it is long: small moves go by as
//! many pixels as they say, large ones to the part of the table that the bar is at. Near both
//! ends the bar is exact, so that no move runs into an end before the rows do. Pure.

use std::ops::Range;

/// The highest that the element inside the frame is made, in pixels.
const CANVAS: f64 = 8_000_000.0;

/// So near to an end the bar stands for just as much as it is long.
const EXACT: f64 = 1_000_000.0;

/// Where the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scroll {
    /// Height of a row, in pixels.
    pub(super) row: f64,
    /// How many rows there are.
    pub(super) rows: u64,
    /// Height of what is seen of them.
    pub(super) high: f64,
    /// Pixels of rows above what is seen.
    top: f64,
    /// Where the bar is.
    bar: f64,
    /// By how much the bar was moved last.
    by: f64,
}

impl Scroll {
    fn all(&self) -> f64 {
        self.rows as f64 * self.row
    }

    /// The height of the element that the frame scrolls, below its head.
    pub(super) fn canvas(&self) -> f64 {
        self.all().min(CANVAS)
    }

    /// The furthest down.
    fn most(&self) -> f64 {
        (self.all() - self.high).max(0.0)
    }

    fn bar_most(&self) -> f64 {
        (self.canvas() - self.high).max(0.0)
    }

    /// Whether the bar stands for more than it is long.
    pub(super) fn is_scaled(&self) -> bool {
        self.all() > CANVAS
    }

    /// The bar was moved to a place.
    pub(super) fn moved(&mut self, bar: f64) {
        let by = bar - self.bar;
        (self.bar, self.by) = (bar, by);
        self.top = if !self.is_scaled() {
            bar
        } else if self.is_small(by) {
            (self.top + by).clamp(0.0, self.most())
        } else {
            self.top_for_bar()
        };
    }

    fn is_small(&self, by: f64) -> bool {
        by.abs() <= self.high.max(600.0)
    }

    /// Whether it went up last.
    pub(super) fn is_rising(&self) -> bool {
        self.by < 0.0
    }

    /// The rows beyond those drawn that come into sight next; none after a jump.
    pub(super) fn ahead(&self, drawn: &Range<u64>, rows: u64) -> Range<u64> {
        match self.by {
            by if by == 0.0 || !self.is_small(by) => 0..0,
            by if by > 0.0 => drawn.end..(drawn.end + rows).min(self.rows),
            _ => drawn.start.saturating_sub(rows)..drawn.start,
        }
    }

    fn top_for_bar(&self) -> f64 {
        let (bar_most, most) = (self.bar_most(), self.most());
        match self.bar {
            bar if bar <= EXACT => bar,
            bar if bar >= bar_most - EXACT => most - (bar_most - bar),
            bar => EXACT + (bar - EXACT) * self.scale(),
        }
    }

    /// What a pixel of the bar stands for between the ends.
    fn scale(&self) -> f64 {
        (self.most() - 2.0 * EXACT) / (self.bar_most() - 2.0 * EXACT)
    }

    /// The table or the frame has another size: the same rows stay at the top.
    pub(super) fn resized(&mut self, row: f64, rows: u64, high: f64) {
        let first = if self.row > 0.0 {
            self.top / self.row
        } else {
            0.0
        };
        (self.row, self.rows, self.high) = (row, rows, high);
        self.to(first * row);
    }

    /// Goes to a place by pixels of rows, exactly.
    fn to(&mut self, top: f64) {
        self.top = top.clamp(0.0, self.most()).round();
        self.bar = self.bar_for_top();
    }

    /// The bar that stands for the rows that are seen.
    fn bar_for_top(&self) -> f64 {
        match self.top {
            top if !self.is_scaled() || top <= EXACT => top,
            top if top >= self.most() - EXACT => self.bar_most() - (self.most() - top),
            top => (EXACT + (top - EXACT) / self.scale()).round(),
        }
    }

    /// After small moves the bar is not where the rows are; once all is at rest it may follow.
    /// The place for it, if it is another.
    pub(super) fn settle(&mut self) -> Option<f64> {
        let bar = self.bar_for_top();
        if !self.is_scaled() || (bar - self.bar).abs() < 1.0 {
            return None;
        }
        self.bar = bar;
        Some(bar)
    }

    /// Brings a row into sight by the least way. The bar for it, if it moves.
    pub(super) fn show(&mut self, row: u64) -> Option<f64> {
        let above = row as f64 * self.row;
        let below = above + self.row - self.high;
        let before = self.top;
        if above < self.top {
            self.to(above);
        } else if below > self.top {
            self.to(below);
        }
        ((self.top - before).abs() > 0.0).then_some(self.bar)
    }

    /// Puts a row at the top. The bar for it.
    pub(super) fn put_first(&mut self, row: u64) -> f64 {
        self.to(row as f64 * self.row);
        self.bar
    }

    /// The bar.
    pub(super) const fn bar(&self) -> f64 {
        self.bar
    }

    /// First row that is seen, and one after the last.
    pub(super) fn seen(&self) -> (u64, u64) {
        if self.row <= 0.0 {
            return (0, 0);
        }
        let first = (self.top / self.row).floor();
        let last = ((self.top + self.high) / self.row).ceil();
        (number(first).min(self.rows), number(last).min(self.rows))
    }

    /// How many rows are seen at most, in part or whole.
    pub(super) fn most_seen(&self) -> u64 {
        number((self.high / self.row.max(1.0)).ceil()) + 1
    }

    /// How many rows are seen whole: what a page of the keyboard is.
    pub(super) fn page(&self) -> u64 {
        if self.row <= 0.0 {
            return 1;
        }
        number((self.high / self.row).floor()).max(2) - 1
    }

    /// Where a row stands below the head of the canvas, now.
    pub(super) fn place_of(&self, row: u64) -> f64 {
        row as f64 * self.row + self.bar - self.top
    }
}

fn number(value: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates; below zero is zero"
    )]
    let number = value as u64;
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: u64) -> Scroll {
        let mut scroll = Scroll::default();
        scroll.resized(30.0, rows, 600.0);
        scroll
    }

    #[test]
    fn a_small_table_scrolls_as_it_is() {
        let mut scroll = table(1_000);
        assert_eq!(scroll.canvas(), 30_000.0);
        scroll.moved(29_400.0);
        assert_eq!(scroll.seen(), (980, 1_000));
        assert_eq!(scroll.place_of(980), 29_400.0);
        assert_eq!(scroll.settle(), None);
    }

    #[test]
    fn a_large_table_has_every_row_in_reach() {
        let mut scroll = table(100_000_000);
        assert_eq!(scroll.canvas(), CANVAS);
        scroll.moved(CANVAS - 600.0);
        assert_eq!(scroll.seen(), (99_999_980, 100_000_000));
        scroll.moved(CANVAS - 690.0);
        assert_eq!(scroll.seen(), (99_999_977, 99_999_997));
        assert_eq!(scroll.settle(), None, "exact near the end");
        scroll.moved(4_000_000.0);
        let (first, _) = scroll.seen();
        assert!((49_990_000..50_010_000).contains(&first), "{first}");
        // A turn of the wheel goes by its own pixels, not by those the bar stands for.
        scroll.moved(4_000_090.0);
        assert_eq!(scroll.seen().0, first + 3);
        assert_eq!(scroll.settle(), Some(4_000_000.0));
        assert_eq!(scroll.seen().0, first + 3);
    }

    #[test]
    fn no_move_runs_into_an_end_before_the_rows_do() {
        let mut scroll = table(100_000_000);
        assert_eq!(scroll.show(40), Some(630.0));
        scroll.moved(0.0);
        assert_eq!(scroll.seen(), (0, 20));
    }

    #[test]
    fn what_comes_next_is_ahead_unless_the_bar_jumped() {
        let mut scroll = table(1_000);
        scroll.moved(300.0);
        assert_eq!(scroll.ahead(&(4..36), 100), 36..136);
        scroll.moved(270.0);
        assert_eq!(scroll.ahead(&(3..35), 100), 0..3);
        scroll.moved(15_000.0);
        assert!(scroll.ahead(&(494..526), 100).is_empty());
    }

    #[test]
    fn a_row_that_is_seen_moves_nothing() {
        let mut scroll = table(1_000);
        scroll.put_first(100);
        assert_eq!(scroll.show(110), None);
        assert_eq!(scroll.show(119), None);
        assert_eq!(scroll.show(120), Some(3_030.0));
        assert_eq!(scroll.show(100), Some(3_000.0));
    }

    #[test]
    fn more_rows_leave_the_place_as_it_is() {
        let mut scroll = table(1_000);
        scroll.put_first(500);
        scroll.resized(30.0, 50_000_000, 600.0);
        assert_eq!(scroll.seen().0, 500);
    }
}
