//! Whole numbers as differences to the one before, packed in blocks
//! (Encodings.md "Delta Encoding (DELTA_BINARY_PACKED)").

use super::bits::{long, one, varint};
use crate::fault::{Stop, broken};

/// Numbers of a block, at most; writers use 128 or 256.
const MOST_BLOCK: u64 = 1 << 20;

/// A place in packed differences.
#[derive(Clone, Debug)]
pub(crate) struct Delta {
    /// Behind the bytes that are taken up.
    at: usize,
    /// Numbers left over all blocks, the first one included.
    left: usize,
    /// Numbers of a miniblock, and miniblocks of a block.
    mini: usize,
    minis: usize,
    /// Where the widths of this block stand, and how many of its miniblocks are begun.
    widths: usize,
    begun: usize,
    /// The open miniblock: where it begins, its width, numbers taken and in all.
    start: usize,
    width: u32,
    taken: usize,
    open: usize,
    least: i64,
    last: i64,
    first: bool,
}

impl Delta {
    /// Reads the header at `at`.
    pub(crate) fn new(bytes: &[u8], mut at: usize) -> Result<Self, Stop> {
        let mut number = || varint(bytes, &mut at).ok_or(Stop::Short);
        let (block, minis, count, first) = (number()?, number()?, number()?, number()?);
        let mini = block.checked_div(minis).unwrap_or(0);
        if mini == 0 || mini % 8 != 0 || block > MOST_BLOCK || mini * minis != block {
            return broken("differences: their blocks");
        }
        Ok(Self {
            at,
            left: usize::try_from(count).unwrap_or(usize::MAX),
            mini: mini as usize,
            minis: minis as usize,
            widths: 0,
            begun: minis as usize,
            start: 0,
            width: 0,
            taken: 0,
            open: 0,
            least: 0,
            last: zigzag(first),
            first: true,
        })
    }

    /// Numbers that are not read yet.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Where the bytes behind the numbers begin, once all are read.
    pub(crate) fn end(&self) -> usize {
        self.at
    }

    /// Hands out `count` numbers.
    pub(crate) fn read(
        &mut self,
        bytes: &[u8],
        count: usize,
        mut each: impl FnMut(i64),
    ) -> Result<(), Stop> {
        if count > self.left {
            return broken("differences: fewer than announced");
        }
        self.left -= count;
        let mut wanted = count;
        if self.first && wanted > 0 {
            self.first = false;
            each(self.last);
            wanted -= 1;
        }
        while wanted > 0 {
            if self.taken == self.open {
                self.next_mini(bytes)?;
            }
            let now = wanted.min(self.open - self.taken);
            let (width, least, mut last) = (self.width, self.least, self.last);
            let mut bit = self.taken * width as usize;
            let packed = bytes.get(self.start..self.at).ok_or(Stop::Short)?;
            for _ in 0..now {
                let delta = if width <= 56 {
                    narrow(packed, bit, width)
                } else {
                    one(packed, bit, width)
                };
                bit += width as usize;
                last = last.wrapping_add(least).wrapping_add(delta as i64);
                each(last);
            }
            self.last = last;
            self.taken += now;
            wanted -= now;
        }
        Ok(())
    }

    fn next_mini(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        if self.begun == self.minis {
            let mut at = self.at;
            self.least = zigzag(varint(bytes, &mut at).ok_or(Stop::Short)?);
            self.widths = at;
            self.at = at + self.minis;
            self.begun = 0;
        }
        let width = *bytes.get(self.widths + self.begun).ok_or(Stop::Short)?;
        if width > 64 {
            return broken("differences: their width");
        }
        self.begun += 1;
        self.start = self.at;
        self.width = u32::from(width);
        self.at = self.start + self.mini * usize::from(width) / 8;
        self.taken = 0;
        self.open = self.mini;
        Ok(())
    }
}

/// As [`one`], for widths that never reach into a ninth byte.
#[inline(always)]
fn narrow(bytes: &[u8], bit: usize, width: u32) -> u64 {
    let rest = bytes.get(bit / 8..).unwrap_or_default();
    (long(rest) >> (bit % 8)) & ((1_u64 << width) - 1)
}

fn zigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_format_is_read_in_pieces() {
        // Encodings.md, example 2: 7 5 3 1 2 3 4 5; block of 128, four miniblocks.
        let mut bytes = vec![0x80, 1, 4, 8, 14];
        bytes.extend([3, 2, 0, 0, 0]);
        bytes.extend([0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0, 0]);
        let mut delta = Delta::new(&bytes, 0).unwrap();
        let mut out = Vec::new();
        for count in [1, 4, 3] {
            delta.read(&bytes, count, |value| out.push(value)).unwrap();
        }
        assert_eq!(out, [7, 5, 3, 1, 2, 3, 4, 5]);
        assert_eq!((delta.left(), delta.end()), (0, bytes.len()));
        assert!(delta.read(&bytes, 1, |_| ()).is_err());
    }

    #[test]
    fn blocks_of_no_numbers_are_refused() {
        for head in [[0, 4, 8, 14], [8, 0, 8, 14], [12, 1, 8, 14]] {
            assert!(Delta::new(&head, 0).is_err());
        }
    }
}
