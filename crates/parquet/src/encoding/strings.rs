//! Texts with their lengths in front as differences, and texts as what they share with the one
//! before (Encodings.md "Delta-length byte array", "Delta Strings").

use super::delta::Delta;
use crate::fault::{Fault, Stop, broken};
use crate::values::Blob;

/// A place in such texts.
#[derive(Clone, Debug)]
pub(crate) struct Strings {
    /// Bytes that each shares with the one before; empty when none does.
    shared: Vec<u32>,
    lengths: Vec<u32>,
    next: usize,
    at: usize,
    last: Vec<u8>,
}

impl Strings {
    /// `DELTA_LENGTH_BYTE_ARRAY` at `at`, of at most `most` texts.
    pub(crate) fn lengths(bytes: &[u8], at: usize, most: usize) -> Result<Self, Stop> {
        let (lengths, at) = numbers(bytes, at, most)?;
        Ok(Self {
            shared: Vec::new(),
            lengths,
            next: 0,
            at,
            last: Vec::new(),
        })
    }

    /// `DELTA_BYTE_ARRAY`.
    pub(crate) fn shared(bytes: &[u8], at: usize, most: usize) -> Result<Self, Stop> {
        let (shared, at) = numbers(bytes, at, most)?;
        let mut strings = Self::lengths(bytes, at, most)?;
        if shared.len() != strings.lengths.len() {
            return broken("texts: two numbers of them");
        }
        strings.shared = shared;
        Ok(strings)
    }

    /// Puts the next `count` texts behind `out`, which must not grow over `most` bytes.
    pub(crate) fn read(
        &mut self,
        bytes: &[u8],
        count: usize,
        out: &mut Blob,
        most: u64,
    ) -> Result<(), Stop> {
        for _ in 0..count {
            let Some(length) = self.lengths.get(self.next) else {
                return broken("texts: fewer than announced");
            };
            let end = self.at.saturating_add(*length as usize);
            let own = bytes.get(self.at..end).ok_or(Stop::Short)?;
            self.at = end;
            let size = out.bytes() as u64;
            if let Some(shared) = self.shared.get(self.next) {
                if *shared as usize > self.last.len() {
                    return broken("texts: more shared than there is");
                }
                self.last.truncate(*shared as usize);
                self.last.extend_from_slice(own);
                check(size + self.last.len() as u64, most)?;
                out.push(&self.last);
            } else {
                check(size + own.len() as u64, most)?;
                out.push(own);
            }
            self.next += 1;
        }
        Ok(())
    }
}

fn check(size: u64, most: u64) -> Result<(), Stop> {
    if size <= most {
        return Ok(());
    }
    let what = "texts of a column";
    Err(Stop::Fault(Fault::TooLarge { what, size, most }))
}

/// All of a list of differences, and where the bytes behind it begin.
fn numbers(bytes: &[u8], at: usize, most: usize) -> Result<(Vec<u32>, usize), Stop> {
    let mut delta = Delta::new(bytes, at)?;
    if delta.left() > most {
        return broken("texts: more than entries");
    }
    let mut numbers = Vec::new();
    let mut negative = false;
    delta.read(bytes, delta.left(), |value| {
        negative |= value < 0;
        numbers.push(u32::try_from(value).unwrap_or(u32::MAX));
    })?;
    if negative {
        return broken("texts: a negative length");
    }
    Ok((numbers, delta.end()))
}
