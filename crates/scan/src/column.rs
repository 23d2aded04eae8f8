//! Columns: a number of 0, 1, 2 or 4 bytes for every listing, and the loops over them. A column
//! of no bytes has 0 everywhere.

use crate::Match;

/// The state of a listing that fails more than one test.
pub const FAILED: u8 = u8::MAX;

/// Of which listings the states are.
#[derive(Clone, Copy, Debug)]
pub enum Which<'f> {
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

fn count_of<const W: usize>(bytes: &[u8], found: &[Match], counts: &mut [u32]) {
    for hit in found {
        if let Some(count) = counts.get_mut(at::<W>(bytes, hit.doc as usize)) {
            *count += 1;
        }
    }
}

fn count_others_of<const W: usize>(bytes: &[u8], docs: u32, found: &[Match], counts: &mut [u32]) {
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

fn fail_of<const W: usize>(
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

/// The number of a listing.
#[must_use]
pub fn number_at(bytes: &[u8], width: u32, doc: u32) -> usize {
    match width {
        1 => at::<1>(bytes, doc as usize),
        2 => at::<2>(bytes, doc as usize),
        4 => at::<4>(bytes, doc as usize),
        _ => 0,
    }
}

/// Counts the numbers of what was found.
pub fn count(bytes: &[u8], width: u32, found: &[Match], counts: &mut [u32]) {
    match width {
        1 => count_of::<1>(bytes, found, counts),
        2 => count_of::<2>(bytes, found, counts),
        4 => count_of::<4>(bytes, found, counts),
        _ => {
            if let Some(first) = counts.first_mut() {
                *first += found.len() as u32;
            }
        }
    }
}

/// Counts the numbers of all listings but those found.
pub fn count_others(bytes: &[u8], width: u32, docs: u32, found: &[Match], counts: &mut [u32]) {
    match width {
        1 => count_others_of::<1>(bytes, docs, found, counts),
        2 => count_others_of::<2>(bytes, docs, found, counts),
        4 => count_others_of::<4>(bytes, docs, found, counts),
        _ => {
            if let Some(first) = counts.first_mut() {
                *first += docs.saturating_sub(found.len() as u32);
            }
        }
    }
}

/// Notes in `states` which listings fail: 0 stays where the number is allowed, 0 becomes `mark`
/// where it is not, and what had failed before becomes [`FAILED`].
pub fn fail(
    bytes: &[u8],
    width: u32,
    allowed: &[bool],
    mark: u8,
    which: Which<'_>,
    states: &mut [u8],
) {
    match width {
        1 => fail_of::<1>(bytes, allowed, mark, which, states),
        2 => fail_of::<2>(bytes, allowed, mark, which, states),
        4 => fail_of::<4>(bytes, allowed, mark, which, states),
        _ => {
            if allowed.first() != Some(&true) {
                states.iter_mut().for_each(|state| failed(state, mark));
            }
        }
    }
}
