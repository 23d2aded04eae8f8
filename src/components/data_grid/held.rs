//! What is here of the rows: cells, and the numbers of rows. Pure.

use super::tiles::{COLUMNS, Tiles};

/// What is known of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held<'a> {
    /// It is on its way.
    Coming,
    /// The host no longer gives it.
    Refused,
    /// Its text; `None` is missing.
    Here(Option<&'a str>),
}

impl Tiles {
    /// The number of a row in the file, if any of its cells are here.
    pub(super) fn number(&self, row: u64) -> Option<u64> {
        let down = row / self.tall();
        let at = usize::try_from(row % self.tall()).ok()?;
        let mut tiles = self.tiles.range((down, 0)..=(down, u32::MAX));
        tiles.find_map(|(_, tile)| tile.numbers.get(at).copied())
    }

    /// A cell.
    pub(super) fn cell(&self, row: u64, column: u32) -> Held<'_> {
        let key = (row / self.tall(), column / COLUMNS);
        let (down, across) = ((row % self.tall()) as usize, (column % COLUMNS) as usize);
        let Some(cells) = self.tiles.get(&key).and_then(|tile| tile.cells.get(down)) else {
            let refused = self.refused.contains(&key);
            return if refused { Held::Refused } else { Held::Coming };
        };
        Held::Here(cells.get(across).and_then(Option::as_deref))
    }

    /// The first rows of a column that are here.
    pub(super) fn first_of(&self, column: u32) -> impl Iterator<Item = &str> {
        let tile = self.tiles.get(&(0, column / COLUMNS));
        let rows = tile.map_or(&[][..], |tile| &tile.cells);
        let across = (column % COLUMNS) as usize;
        rows.iter()
            .filter_map(move |row| row.get(across).and_then(Option::as_deref))
    }
}
