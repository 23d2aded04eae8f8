//! The rows that are here, in pieces of some rows by some columns, and which piece to ask for
//! next. Of what a quick scroll passes by nothing is asked: only two pieces are on their way at
//! a time, and the next one is chosen when one of them has come. Pure.

use std::collections::BTreeMap;
use std::ops::Range;
use wire::preview::Span;

/// Rows of a piece of a view in the file's order, and of one in another order: its rows lie
/// anywhere in the file, so that each may be a request, and those in sight come first.
const ROWS: u64 = 100;
const SCATTERED_ROWS: u64 = 20;

/// Columns of a piece.
pub(super) const COLUMNS: u32 = 50;

/// Pieces that are kept.
const KEPT: usize = 60;

/// Pieces on their way at a time.
const ON_THEIR_WAY: usize = 2;

/// A piece that did not come for so long is asked for again.
const PATIENCE_MILLIS: f64 = 8_000.0;

/// A piece by its place, in pieces.
pub(super) type Key = (u64, u32);

/// What came of a piece.
pub(super) struct Tile {
    pub(super) numbers: Vec<u64>,
    pub(super) cells: Vec<Vec<Option<String>>>,
    /// When it was last looked at.
    used: u64,
}

/// The pieces of one view.
#[derive(Default)]
pub(super) struct Tiles {
    rows: u64,
    is_scattered: bool,
    columns: u32,
    pub(super) tiles: BTreeMap<Key, Tile>,
    asked: Vec<(Key, f64)>,
    pub(super) refused: Vec<Key>,
    clock: u64,
}

impl Tiles {
    /// Another view: nothing of the one before is right any more. `is_scattered`: its rows stand
    /// in another order than in the file.
    pub(super) fn clear(&mut self, is_scattered: bool) {
        self.is_scattered = is_scattered;
        self.clock += 1;
        self.tiles.clear();
        self.asked.clear();
        self.refused.clear();
    }

    /// Rows of a piece.
    pub(super) const fn tall(&self) -> u64 {
        if self.is_scattered {
            SCATTERED_ROWS
        } else {
            ROWS
        }
    }

    /// How large the view is. Pieces that end where it ended are short now and asked for again.
    pub(super) fn resize(&mut self, rows: u64, columns: u32) {
        (self.rows, self.columns) = (rows, columns);
    }

    /// The next piece to ask for, of those that hold these rows and columns.
    pub(super) fn wanted(
        &mut self,
        rows: Range<u64>,
        columns: impl Iterator<Item = u32> + Clone,
        now: f64,
    ) -> Option<Span> {
        self.asked.retain(|(_, at)| now - at < PATIENCE_MILLIS);
        if self.asked.len() >= ON_THEIR_WAY || rows.is_empty() {
            return None;
        }
        let (first, last) = (rows.start / self.tall(), (rows.end - 1) / self.tall());
        let mut before = None;
        for column in columns {
            let across = column / COLUMNS;
            if before.replace(across) == Some(across) {
                continue;
            }
            let missing = (first..=last)
                .map(|down| (down, across))
                .find(|key| !self.is_here(*key));
            if let Some(key) = missing {
                self.asked.push((key, now));
                return Some(self.span(key));
            }
        }
        None
    }

    fn is_here(&self, key: Key) -> bool {
        let whole = u64::from(self.span(key).count);
        let is_whole = |tile: &Tile| tile.numbers.len() as u64 >= whole;
        self.asked.iter().any(|(known, _)| *known == key)
            || self.refused.contains(&key)
            || self.tiles.get(&key).is_some_and(is_whole)
    }

    fn span(&self, (down, across): Key) -> Span {
        let (from, first_column) = (down * self.tall(), across * COLUMNS);
        let count = self.rows.saturating_sub(from).min(self.tall());
        Span {
            from,
            count: u32::try_from(count).unwrap_or(0),
            first_column,
            columns: self.columns.saturating_sub(first_column).min(COLUMNS),
        }
    }

    /// A piece came.
    pub(super) fn take(&mut self, span: Span, numbers: Vec<u64>, cells: Vec<Vec<Option<String>>>) {
        let key = self.came(span);
        let tile = Tile {
            numbers,
            cells,
            used: self.clock,
        };
        self.tiles.insert(key, tile);
        if self.tiles.len() > KEPT {
            let oldest = self.tiles.iter().min_by_key(|(_, tile)| tile.used);
            if let Some(key) = oldest.map(|(key, _)| *key) {
                self.tiles.remove(&key);
            }
        }
    }

    /// A piece will not come; asked for again only when the visitor says so.
    pub(super) fn refuse(&mut self, span: Span) {
        let key = self.came(span);
        self.refused.push(key);
    }

    /// Asks again for what did not come.
    pub(super) fn retry(&mut self) {
        (self.refused, self.clock) = (Vec::new(), self.clock + 1);
    }

    /// Raised when a cell may be another than before.
    pub(super) const fn changes(&self) -> u64 {
        self.clock
    }

    /// Whether something did not come.
    pub(super) fn has_refused(&self) -> bool {
        !self.refused.is_empty()
    }

    fn came(&mut self, span: Span) -> Key {
        let key = (span.from / self.tall(), span.first_column / COLUMNS);
        self.clock += 1;
        self.asked.retain(|(known, _)| *known != key);
        key
    }

    /// Notes that these rows are looked at.
    pub(super) fn touch(&mut self, rows: Range<u64>) {
        let (first, last) = (rows.start / self.tall(), rows.end / self.tall());
        for (_, tile) in self.tiles.range_mut((first, 0)..=(last, u32::MAX)) {
            tile.used = self.clock;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::held::Held;
    use super::*;

    fn come(tiles: &mut Tiles, span: Span) {
        let rows = 0..u64::from(span.count);
        let cells = rows.clone().map(|row| {
            let columns = 0..span.columns;
            columns
                .map(|column| {
                    Some(format!(
                        "{} {}",
                        span.from + row,
                        span.first_column + column
                    ))
                })
                .collect()
        });
        let cells = cells.collect();
        tiles.take(span, rows.map(|row| span.from + row).collect(), cells);
    }

    #[test]
    fn asks_for_what_is_seen_two_at_a_time() {
        let mut tiles = Tiles::default();
        tiles.resize(1_000, 120);
        let first = tiles.wanted(90..110, 0..60, 0.0).unwrap();
        assert_eq!((first.from, first.count, first.columns), (0, 100, 50));
        let second = tiles.wanted(90..110, 0..60, 0.0).unwrap();
        assert_eq!((second.from, second.first_column), (100, 0));
        assert_eq!(tiles.wanted(90..110, 0..60, 0.0), None);
        come(&mut tiles, first);
        let third = tiles.wanted(90..110, 0..60, 0.0).unwrap();
        assert_eq!((third.from, third.first_column), (0, 50));
        assert_eq!(tiles.cell(99, 49), Held::Here(Some("99 49")));
        assert_eq!(tiles.cell(100, 0), Held::Coming);
        assert_eq!(tiles.number(99), Some(99));
    }

    #[test]
    fn rows_in_another_order_than_in_the_file_come_a_few_at_a_time() {
        let mut tiles = Tiles::default();
        tiles.clear(true);
        tiles.resize(1_000, 3);
        let first = tiles.wanted(10..36, 0..3, 0.0).unwrap();
        let second = tiles.wanted(10..36, 0..3, 0.0).unwrap();
        assert_eq!((first.from, first.count), (0, 20));
        assert_eq!((second.from, second.count), (20, 20));
        come(&mut tiles, second);
        assert_eq!(tiles.cell(25, 1), Held::Here(Some("25 1")));
        assert_eq!(tiles.cell(10, 1), Held::Coming);
    }

    #[test]
    fn a_piece_that_ended_with_the_table_is_asked_for_again_when_that_grew() {
        let mut tiles = Tiles::default();
        tiles.resize(30, 3);
        let first = tiles.wanted(0..30, 0..3, 0.0).unwrap();
        assert_eq!(first.count, 30);
        come(&mut tiles, first);
        assert_eq!(tiles.wanted(0..30, 0..3, 0.0), None);
        tiles.resize(300, 3);
        assert_eq!(tiles.wanted(0..30, 0..3, 0.0).unwrap().count, 100);
        assert_eq!(tiles.cell(29, 0), Held::Here(Some("29 0")));
    }

    #[test]
    fn what_is_refused_is_asked_for_again_only_on_request() {
        let mut tiles = Tiles::default();
        tiles.resize(30, 3);
        let span = tiles.wanted(0..30, 0..3, 0.0).unwrap();
        tiles.refuse(span);
        assert_eq!(tiles.wanted(0..30, 0..3, 0.0), None);
        assert_eq!(tiles.cell(0, 0), Held::Refused);
        tiles.retry();
        assert_eq!(tiles.wanted(0..30, 0..3, 0.0), Some(span));
    }
}
