//! A column: the number of the set of values that each listing has in a facet or range.

use crate::Index;
use crate::store::{Bytes, ColumnHead};
use scan::{Key, Match, Which};

/// A column, read.
#[derive(Debug)]
pub(crate) struct Column {
    bytes: Bytes,
    width: u32,
}

impl Column {
    /// The column that `head` is of.
    pub(crate) fn read(index: &Index, head: &ColumnHead) -> Self {
        Self::of(head, |chunk| Some(index.chunk(chunk)))
    }

    /// The same from chunks by themselves.
    pub(crate) fn of(head: &ColumnHead, chunk: impl Fn(u32) -> Option<Bytes>) -> Self {
        let bytes = match head.width {
            0 => None,
            _ => chunk(head.chunk),
        };
        Self {
            bytes: bytes.unwrap_or_default(),
            width: head.width,
        }
    }

    /// The number of a listing.
    pub(crate) fn get(&self, doc: u32) -> usize {
        scan::number_at(&self.bytes, self.width, doc)
    }

    /// Counts the numbers of what was found.
    pub(crate) fn count(&self, found: &[Match], counts: &mut [u32]) {
        scan::count(&self.bytes, self.width, found, counts);
    }

    /// What listings are ordered by, a key for each number of the column.
    pub(crate) fn key<'k>(&'k self, keys: &'k [u64]) -> Key<'k> {
        Key::Column(&self.bytes, self.width, keys)
    }

    /// As [`scan::fail`].
    pub(crate) fn fail(&self, allowed: &[bool], mark: u8, which: Which<'_>, states: &mut [u8]) {
        scan::fail(&self.bytes, self.width, allowed, mark, which, states);
    }
}
