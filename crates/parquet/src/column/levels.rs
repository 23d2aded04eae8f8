//! Definition and repetition levels: which entries are values, and where rows begin.

use crate::encoding::bits::width_of;
use crate::encoding::hybrid::Hybrid;
use crate::encoding::number;
use crate::fault::{Fault, Stop};

/// A place in levels.
#[derive(Clone, Debug)]
pub(super) enum Levels {
    /// All are 0 and none is written: the column is neither optional nor repeated.
    None,
    Runs {
        runs: Hybrid,
        most: u8,
    },
    /// Read already, up to a place.
    Read(Vec<u8>, usize),
}

impl Levels {
    /// Levels up to `most` in `bytes` from `at` on, with their size in front as data pages of
    /// version 1 have them; `at` moves behind them.
    pub(super) fn v1(
        bytes: &[u8],
        at: &mut usize,
        most: u8,
        encoding: i32,
        entries: usize,
    ) -> Result<Self, Stop> {
        if most == 0 {
            return Ok(Self::None);
        }
        let width = width_of(u32::from(most));
        if encoding == number::BIT_PACKED {
            let end = *at + entries.saturating_mul(width as usize).div_ceil(8);
            let packed = bytes.get(*at..end).ok_or(Stop::Short)?;
            *at = end;
            return Ok(Self::Read(highest_first(packed, width, entries), 0));
        }
        if encoding != number::RLE {
            return Err(Stop::Fault(Fault::Encoding(encoding)));
        }
        let rest = bytes.get(*at..).unwrap_or_default();
        let (size, _) = rest.split_first_chunk::<4>().ok_or(Stop::Short)?;
        let start = *at + 4;
        let end = start.saturating_add(u32::from_le_bytes(*size) as usize);
        *at = end;
        Ok(Self::v2(start, end, most))
    }

    /// Levels from `at` to `end`, as data pages of version 2 have them.
    pub(super) fn v2(at: usize, end: usize, most: u8) -> Self {
        if most == 0 {
            return Self::None;
        }
        let runs = Hybrid::new(at, end, width_of(u32::from(most)));
        Self::Runs { runs, most }
    }

    /// Puts the next `count` levels behind `out`.
    pub(super) fn read(
        &mut self,
        bytes: &[u8],
        count: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), Stop> {
        match self {
            Self::None => out.resize(out.len() + count, 0),
            // More than the most means nothing; it is read as the most.
            Self::Runs { runs, most } => {
                runs.read(bytes, count, out, |level| (level as u8).min(*most))?;
            }
            Self::Read(levels, at) => {
                let next = levels.get(*at..*at + count).ok_or(Stop::Short)?;
                out.extend_from_slice(next);
                *at += count;
            }
        }
        Ok(())
    }
}

/// Levels of the encoding `BIT_PACKED`, which nobody writes any more: the highest bit first.
fn highest_first(packed: &[u8], width: u32, entries: usize) -> Vec<u8> {
    let bit = |bit: usize| packed[bit / 8] >> (7 - bit % 8) & 1;
    let width = width as usize;
    let level = |entry: usize| (0..width).fold(0, |level, i| level << 1 | bit(entry * width + i));
    (0..entries).map(level).collect()
}
