//! Runs of one number and stretches of packed numbers, mixed: levels, dictionary entries and
//! truth values (Encodings.md "Run Length Encoding / Bit-Packing Hybrid").

use super::bits::{eight, one, varint};
use crate::fault::{Stop, broken};

#[derive(Clone, Copy, Debug)]
enum Run {
    /// So many times this number.
    Same { left: usize, value: u32 },
    /// So many packed numbers, of which the first stood at this byte; `taken` are read.
    Packed {
        left: usize,
        start: usize,
        taken: usize,
    },
}

/// A place in runs.
#[derive(Clone, Debug)]
pub(crate) struct Hybrid {
    at: usize,
    end: usize,
    width: u32,
    run: Run,
}

impl Hybrid {
    /// Numbers of `width` bits, up to 32, in the bytes from `at` to `end`.
    pub(crate) fn new(at: usize, end: usize, width: u32) -> Self {
        let run = Run::Same { left: 0, value: 0 };
        Self {
            at,
            end,
            width,
            run,
        }
    }

    /// Reads `count` numbers and puts what `make` makes of them behind `out`. On
    /// [`Stop::Short`] the place is lost.
    pub(crate) fn read<T: Copy>(
        &mut self,
        bytes: &[u8],
        count: usize,
        out: &mut Vec<T>,
        make: impl Fn(u32) -> T,
    ) -> Result<(), Stop> {
        let bytes = bytes.get(..self.end).unwrap_or(bytes);
        let mut wanted = count;
        while wanted > 0 {
            match &mut self.run {
                Run::Same { left: 0, .. } | Run::Packed { left: 0, .. } => self.next_run(bytes)?,
                Run::Same { left, value } => {
                    let now = wanted.min(*left);
                    out.resize(out.len() + now, make(*value));
                    *left -= now;
                    wanted -= now;
                }
                Run::Packed { left, start, taken } => {
                    let now = wanted.min(*left);
                    let width = self.width;
                    let last_bit = (*taken + now).saturating_mul(width as usize);
                    if *start + last_bit.div_ceil(8) > bytes.len() {
                        return Err(Stop::Short);
                    }
                    unpack(bytes, *start, width, *taken, now, |value| {
                        out.push(make(value))
                    });
                    *taken += now;
                    *left -= now;
                    wanted -= now;
                }
            }
        }
        Ok(())
    }

    fn next_run(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let Some(head) = varint(bytes, &mut self.at) else {
            return Err(Stop::Short);
        };
        let length = usize::try_from(head >> 1).unwrap_or(usize::MAX);
        if length == 0 {
            return broken("runs: one of no length");
        }
        if head & 1 == 1 {
            let start = self.at;
            self.at = start.saturating_add(length.saturating_mul(self.width as usize));
            self.run = Run::Packed {
                left: length.saturating_mul(8),
                start,
                taken: 0,
            };
        } else {
            let size = self.width.div_ceil(8) as usize;
            let value = bytes.get(self.at..self.at.saturating_add(size));
            let Some(value) = value else {
                return Err(Stop::Short);
            };
            self.at += size;
            self.run = Run::Same {
                left: length,
                value: one(value, 0, 8 * size as u32) as u32,
            };
        }
        Ok(())
    }
}

/// Hands out `count` packed numbers behind the first `taken`.
#[inline(always)]
fn unpack(
    bytes: &[u8],
    start: usize,
    width: u32,
    mut taken: usize,
    mut count: usize,
    mut each: impl FnMut(u32),
) {
    while count > 0 {
        let group = start + taken / 8 * width as usize;
        let values = eight(bytes.get(group..).unwrap_or_default(), width);
        let skip = taken % 8;
        if skip == 0 && count >= 8 {
            values.into_iter().for_each(&mut each);
            taken += 8;
            count -= 8;
            continue;
        }
        let now = count.min(8 - skip);
        values.into_iter().skip(skip).take(now).for_each(&mut each);
        taken += now;
        count -= now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_packed_numbers_are_read_in_pieces() {
        // Five times 3, then eight packed numbers of two bits: 0 1 2 3 0 1 2 3.
        let bytes = [5 << 1, 3, 1 << 1 | 1, 0b1110_0100, 0b1110_0100];
        let mut hybrid = Hybrid::new(0, bytes.len(), 2);
        let mut out = Vec::new();
        for count in [2, 4, 3, 4] {
            hybrid.read(&bytes, count, &mut out, |value| value).unwrap();
        }
        assert_eq!(out, [3, 3, 3, 3, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
        assert_eq!(
            hybrid.read(&bytes, 1, &mut out, |value| value),
            Err(Stop::Short)
        );
    }

    #[test]
    fn a_run_of_no_length_does_not_hang() {
        let mut hybrid = Hybrid::new(0, 4, 1);
        let read = hybrid.read(&[0, 0, 0, 0], 1, &mut Vec::new(), |value| value);
        assert!(matches!(read, Err(Stop::Fault(_))));
    }
}
