//! What of a file is here: byte ranges that somebody fetched, by their place in the file.

use std::borrow::Cow;
use std::ops::Range;

/// Fetched bytes. Pieces never overlap and never touch: those that would are joined, so that
/// what lies together in the file is one slice.
#[derive(Clone, Debug, Default)]
pub struct Pieces<'a> {
    pieces: Vec<(u64, Cow<'a, [u8]>)>,
}

impl<'a> Pieces<'a> {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A whole file that is in memory.
    #[must_use]
    pub fn whole(bytes: &'a [u8]) -> Self {
        Self {
            pieces: vec![(0, Cow::Borrowed(bytes))],
        }
    }

    /// Takes in bytes that begin at `start`. Where bytes are here already, those stay.
    pub fn put(&mut self, start: u64, bytes: Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let end = start.saturating_add(bytes.len() as u64);
        let from = self.pieces.partition_point(|piece| end_of(piece) < start);
        let until = self.pieces.partition_point(|piece| piece.0 <= end);
        let mut joined = (start, Cow::Owned(bytes));
        for piece in self.pieces.drain(from..until) {
            joined = join(piece, joined);
        }
        self.pieces.insert(from, joined);
    }

    /// Forgets everything, as between row groups that are read once.
    pub fn clear(&mut self) {
        self.pieces.clear();
    }

    /// Bytes that are held.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let lengths = self.pieces.iter().map(|piece| piece.1.len() as u64);
        lengths.sum()
    }

    /// All that is here from `at` on without a gap; empty where nothing is.
    pub(crate) fn after(&self, at: u64) -> &[u8] {
        let next = self.pieces.partition_point(|piece| piece.0 <= at);
        let piece = next.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.map_or(&[], |(start, bytes)| {
            let skip = usize::try_from(at - start).unwrap_or(usize::MAX);
            bytes.get(skip..).unwrap_or_default()
        })
    }

    /// As much of the beginning of `range` as is here.
    pub(crate) fn prefix(&self, range: &Range<u64>) -> &[u8] {
        let bytes = self.after(range.start);
        let most = range.end.saturating_sub(range.start);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        bytes.get(..most).unwrap_or(bytes)
    }

    /// Whether all of `range` is here.
    pub(crate) fn has(&self, range: &Range<u64>) -> bool {
        self.after(range.start).len() as u64 >= range.end.saturating_sub(range.start)
    }

    /// The rest of `range` behind what is here of its beginning, or `None` if all of it is.
    pub(crate) fn lacking(&self, range: &Range<u64>) -> Option<Range<u64>> {
        let start = range.start + self.prefix(range).len() as u64;
        (start < range.end).then_some(start..range.end)
    }
}

fn end_of(piece: &(u64, Cow<'_, [u8]>)) -> u64 {
    piece.0.saturating_add(piece.1.len() as u64)
}

/// One piece of two that overlap or touch.
fn join<'a>(first: (u64, Cow<'a, [u8]>), second: (u64, Cow<'a, [u8]>)) -> (u64, Cow<'a, [u8]>) {
    let (mut low, high) = if first.0 <= second.0 {
        (first, second)
    } else {
        (second, first)
    };
    let overlap = usize::try_from(end_of(&low) - high.0).unwrap_or(usize::MAX);
    if let Some(rest) = high.1.get(overlap..) {
        low.1.to_mut().extend_from_slice(rest);
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_touch_or_overlap_become_one() {
        let mut pieces = Pieces::new();
        pieces.put(10, vec![10, 11, 12]);
        pieces.put(20, vec![20, 21]);
        assert_eq!(pieces.after(11), [11, 12]);
        assert!(pieces.after(13).is_empty());
        assert_eq!(pieces.lacking(&(11..22)), Some(13..22));
        pieces.put(12, (12..21).collect());
        assert_eq!(pieces.after(10), (10..22).collect::<Vec<u8>>());
        assert!(pieces.has(&(10..22)) && !pieces.has(&(9..22)));
        assert_eq!(pieces.bytes(), 12);
    }

    #[test]
    fn a_piece_inside_another_changes_nothing() {
        let mut pieces = Pieces::whole(&[0, 1, 2, 3]);
        pieces.put(1, vec![9, 9]);
        assert_eq!(pieces.after(0), [0, 1, 2, 3]);
        assert_eq!(pieces.prefix(&(2..9)), [2, 3]);
    }
}
