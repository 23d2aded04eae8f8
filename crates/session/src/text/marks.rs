//! Places at which reading can begin again: one every 64 KiB, wider apart in a large file.

use readers::Mark;

/// Most marks: a megabyte.
const MOST: usize = 65_536;

/// Bytes between two marks at least, at first.
const LEAST: u64 = 32 * 1024;

/// The marks of a file, in their order.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    marks: Vec<Mark>,
    least: u64,
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            marks: Vec::new(),
            least: LEAST,
        }
    }
}

impl Marks {
    /// Takes a mark if it is far enough behind the last one.
    pub(super) fn add(&mut self, mark: Mark) {
        let far = |last: &Mark| mark.bytes >= last.bytes + self.least && mark.row > last.row;
        if self.marks.last().is_none_or(far) {
            self.marks.push(mark);
        }
        if self.marks.len() > MOST {
            let mut at = 0;
            self.marks.retain(|_| {
                at += 1;
                at % 2 == 1
            });
            self.least *= 2;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The piece that a row is in.
    pub(super) fn of_row(&self, row: u64) -> Option<usize> {
        self.marks
            .partition_point(|mark| mark.row <= row)
            .checked_sub(1)
    }

    pub(super) fn get(&self, piece: usize) -> Option<Mark> {
        self.marks.get(piece).copied()
    }

    /// Rows before the last mark within so many bytes.
    pub(super) fn rows_within(&self, bytes: u64) -> u64 {
        let next = self.marks.partition_point(|mark| mark.bytes <= bytes);
        let last = next.checked_sub(1).and_then(|at| self.marks.get(at));
        last.map_or(0, |mark| mark.row)
    }
}
