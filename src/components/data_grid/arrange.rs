//! What the visitor does with columns: makes them wider, hides, pins and moves them. Pure.

use super::columns::Columns;
use sift::Arranged;
use table::Column;

/// The narrowest and the widest that a column is made by hand, in pixels.
const NARROWEST: u32 = 48;
const WIDEST: u32 = 900;

impl Columns {
    /// What an address says of it.
    pub(super) fn arranged(&self, columns: &[Column]) -> Arranged {
        let by_hand = self.by_hand.iter();
        let arranged = Arranged {
            first: Arranged::first_of(self.order.clone()),
            hidden: self.hidden.clone(),
            pinned: self.pinned.clone(),
            widths: by_hand
                .map(|column| (*column, self.width(*column)))
                .collect(),
            names: None,
        };
        arranged.named(columns)
    }

    /// Lets the columns stand as an address says, as far as they are known.
    pub(super) fn arrange(&mut self, arranged: &Arranged) {
        let all = u32::try_from(self.all()).unwrap_or(u32::MAX);
        self.order = arranged.order(all);
        self.hidden = arranged.hidden_of(all);
        self.pinned.clone_from(&arranged.pinned);
        self.by_hand.clear();
        for (column, wide) in &arranged.widths {
            self.resize(*column, *wide);
        }
        self.settle();
    }

    /// Makes a column so wide.
    pub(super) fn resize(&mut self, column: u32, wide: u32) {
        self.set.insert(column);
        self.by_hand.insert(column);
        if let Some(width) = self.widths.get_mut(column as usize) {
            *width = wide.clamp(NARROWEST, WIDEST);
        }
        self.settle();
    }

    /// Hides a column. The last one stays.
    pub(super) fn hide(&mut self, column: u32) {
        if self.shown.len() > 1 {
            self.hidden.insert(column);
            self.settle();
        }
    }

    /// Shows all that are hidden.
    pub(super) fn show_all(&mut self) {
        self.hidden.clear();
        self.settle();
    }

    /// Pins a column, or lets it go.
    pub(super) fn pin(&mut self, column: u32) {
        if !self.pinned.remove(&column) {
            self.pinned.insert(column);
        }
        self.settle();
    }

    /// Moves a column by one place among those shown.
    pub(super) fn shift(&mut self, column: u32, right: bool) {
        let Some(place) = self.place_of(column) else {
            return;
        };
        let next = if right {
            Some(place + 1)
        } else {
            place.checked_sub(1)
        };
        if let Some(beside) = next.and_then(|next| self.shown.get(next)).copied() {
            self.put(column, beside);
        }
    }

    /// Puts a column to where another one stands.
    pub(super) fn put(&mut self, column: u32, beside: u32) {
        let at = |wanted: u32| self.order.iter().position(|known| *known == wanted);
        if let (Some(from), Some(to)) = (at(column), at(beside))
            && self.is_pinned(column) == self.is_pinned(beside)
        {
            let moved = self.order.remove(from);
            self.order.insert(to, moved);
            self.settle();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_again_as_they_were_arranged() {
        let called: Vec<Column> = ["a", "b", "c", "d", "e"].map(Column::new).to_vec();
        let new = || {
            let mut all = Columns::default();
            all.extend(&called, &[]);
            all
        };
        let mut all = new();
        assert_eq!(all.arranged(&called).write(), None);
        all.pin(3);
        all.hide(0);
        all.shift(4, false);
        all.resize(1, 320);
        let arranged = all.arranged(&called);
        let mut again = new();
        again.arrange(&arranged);
        assert_eq!(again.shown(), all.shown());
        assert_eq!(again.arranged(&called), arranged);
        // Back to how the file has them.
        again.arrange(&Arranged::default());
        assert_eq!(again.shown(), [0, 1, 2, 3, 4]);
        // What is said of columns that are not there does not hide those that are.
        again.arrange(&Arranged {
            hidden: (0..9).collect(),
            first: vec![8, 2],
            ..Arranged::default()
        });
        assert_eq!(again.shown(), [0]);
    }
}
