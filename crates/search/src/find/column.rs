//! A column: the number of the set of values that each listing has in a facet or range.

use super::words::Match;
use crate::Index;
use crate::store::{Bytes, ColumnHead};

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
        match self.width {
            1 => at::<1>(&self.bytes, doc as usize),
            2 => at::<2>(&self.bytes, doc as usize),
            4 => at::<4>(&self.bytes, doc as usize),
            _ => 0,
        }
    }

    /// Counts the numbers of what was found.
    pub(crate) fn count(&self, found: &[Match], counts: &mut [u32]) {
        match self.width {
            1 => count::<1>(&self.bytes, found, counts),
            2 => count::<2>(&self.bytes, found, counts),
            4 => count::<4>(&self.bytes, found, counts),
            _ => {
                if let Some(first) = counts.first_mut() {
                    *first += found.len() as u32;
                }
            }
        }
    }

    /// Counts the numbers of all listings but those found.
    pub(crate) fn count_others(&self, docs: u32, found: &[Match], counts: &mut [u32]) {
        match self.width {
            1 => count_others::<1>(&self.bytes, docs, found, counts),
            2 => count_others::<2>(&self.bytes, docs, found, counts),
            4 => count_others::<4>(&self.bytes, docs, found, counts),
            _ => {
                if let Some(first) = counts.first_mut() {
                    *first += docs.saturating_sub(found.len() as u32);
                }
            }
        }
    }

    /// Notes in `states` which listings fail here: 0 stays where the number is allowed, 0
    /// becomes `mark` where it is not, and what had failed before becomes [`FAILED`].
    pub(crate) fn fail(&self, allowed: &[bool], mark: u8, which: Which<'_>, states: &mut [u8]) {
        match self.width {
            1 => fail::<1>(&self.bytes, allowed, mark, which, states),
            2 => fail::<2>(&self.bytes, allowed, mark, which, states),
            4 => fail::<4>(&self.bytes, allowed, mark, which, states),
            _ => {
                if allowed.first() != Some(&true) {
                    states.iter_mut().for_each(|state| failed(state, mark));
                }
            }
        }
    }
}

/// The state of a listing that fails more than one test.
pub(crate) const FAILED: u8 = u8::MAX;

/// Of which listings the states are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which<'f> {
    /// All.
    All,
    /// These.
    Found(&'f [Match]),
}

#[inline(always)]
fn at<const W: usize>(bytes: &[u8], doc: usize) -> usize {
    let number = bytes.get(doc * W..).and_then(<[u8]>::first_chunk::<W>);
    number.map_or(0, read::<W>)
}

#[inline(always)]
fn read<const W: usize>(bytes: &[u8; W]) -> usize {
    let mut four = [0; 4];
    for (slot, byte) in four.iter_mut().zip(bytes) {
        *slot = *byte;
    }
    u32::from_le_bytes(four) as usize
}

fn count<const W: usize>(bytes: &[u8], found: &[Match], counts: &mut [u32]) {
    for hit in found {
        if let Some(count) = counts.get_mut(at::<W>(bytes, hit.doc as usize)) {
            *count += 1;
        }
    }
}

fn count_others<const W: usize>(bytes: &[u8], docs: u32, found: &[Match], counts: &mut [u32]) {
    let (numbers, _) = bytes.as_chunks::<W>();
    let mut next = 0;
    let mut add = |from: usize, to: usize| {
        for number in numbers.get(from..to).unwrap_or_default() {
            if let Some(count) = counts.get_mut(read::<W>(number)) {
                *count += 1;
            }
        }
    };
    for hit in found {
        add(next, hit.doc as usize);
        next = hit.doc as usize + 1;
    }
    add(next, docs as usize);
}

#[inline(always)]
const fn failed(state: &mut u8, mark: u8) {
    *state = if *state == 0 { mark } else { FAILED };
}

fn fail<const W: usize>(
    bytes: &[u8],
    allowed: &[bool],
    mark: u8,
    which: Which<'_>,
    states: &mut [u8],
) {
    match which {
        Which::All => {
            let (numbers, _) = bytes.as_chunks::<W>();
            for (state, number) in states.iter_mut().zip(numbers) {
                if allowed.get(read::<W>(number)) != Some(&true) {
                    failed(state, mark);
                }
            }
        }
        Which::Found(found) => {
            for (state, hit) in states.iter_mut().zip(found) {
                if allowed.get(at::<W>(bytes, hit.doc as usize)) != Some(&true) {
                    failed(state, mark);
                }
            }
        }
    }
}
