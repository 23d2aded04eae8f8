//! Which pieces of a file hold the rows that are wanted, and which of them are asked for
//! together.

use super::marks::Marks;
use std::ops::Range;

/// Bytes of one request at most, unless one piece is longer.
const MOST: u64 = 1 << 20;

/// A piece of the file: the rows between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) at: usize,
    pub(super) start: u64,
    pub(super) end: u64,
    /// The number of its first row.
    pub(super) row: u64,
    /// It ends with what was read of the file.
    pub(super) last: bool,
}

/// The pieces that hold these rows of a file of which `bytes` were read, in their order.
pub(super) fn pieces(marks: &Marks, numbers: &[u64], bytes: u64) -> Vec<Piece> {
    // By insertion: they are few, mostly in order, and a sort of its own is three kilobytes.
    let mut wanted: Vec<usize> = Vec::new();
    for piece in numbers.iter().filter_map(|row| marks.of_row(*row)) {
        let at = wanted.partition_point(|other| *other < piece);
        if wanted.get(at) != Some(&piece) {
            wanted.insert(at, piece);
        }
    }
    let piece = |at: usize| {
        let (start, next) = (marks.get(at)?, marks.get(at + 1));
        Some(Piece {
            at,
            start: start.bytes,
            end: next.map_or(bytes, |next| next.bytes),
            row: start.row,
            last: next.is_none(),
        })
    };
    wanted.into_iter().filter_map(piece).collect()
}

/// Pieces that follow each other are one request.
pub(super) fn requests(pieces: &[Piece]) -> Vec<(Range<u64>, Vec<Piece>)> {
    let mut requests: Vec<(Range<u64>, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match requests.last_mut() {
            Some((range, together))
                if range.end == piece.start && piece.end - range.start <= MOST =>
            {
                range.end = piece.end;
                together.push(*piece);
            }
            _ => requests.push((piece.start..piece.end, vec![*piece])),
        }
    }
    requests
}
