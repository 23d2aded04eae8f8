//! Pieces of a file that were parsed lately.

use std::rc::Rc;
use table::Table;

/// Pieces that are kept: some megabytes.
const MOST: usize = 48;

/// The pieces, the latest used last.
#[derive(Default)]
pub(super) struct Shelf(Vec<(usize, u64, Rc<Table>)>);

impl Shelf {
    /// A piece, if it is here and was read as far as it is now: `end` is its last byte.
    pub(super) fn get(&mut self, piece: usize, end: u64) -> Option<Rc<Table>> {
        let at = self
            .0
            .iter()
            .position(|(at, to, _)| (*at, *to) == (piece, end))?;
        let found = self.0.remove(at);
        let table = Rc::clone(&found.2);
        self.0.push(found);
        Some(table)
    }

    pub(super) fn put(&mut self, piece: usize, end: u64, table: Rc<Table>) {
        self.0.retain(|(at, ..)| *at != piece);
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push((piece, end, table));
    }
}
