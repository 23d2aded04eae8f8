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

/// Counts in turns into two tables: one number often follows itself, and then a count would wait
/// for the one before to be written.
fn count_of<const W: usize>(bytes: &[u8], found: &[Match], counts: &mut [u32]) {
    let mut seconds = vec![0_u32; counts.len()];
    let add = |hit: &Match, counts: &mut [u32]| {
        if let Some(count) = counts.get_mut(at::<W>(bytes, hit.doc as usize)) {
            *count += 1;
        }
    };
    let (pairs, rest) = found.as_chunks::<2>();
    for [first, second] in pairs {
        add(first, counts);
        add(second, &mut seconds);
    }
    for hit in rest {
        add(hit, counts);
    }
    for (count, second) in counts.iter_mut().zip(seconds) {
        *count += second;
    }
}

#[inline(always)]
const fn failed(state: &mut u8, mark: u8, fails: bool) {
    // Chosen, not jumped to: what fails comes in no order that could be foreseen.
    let next = if *state == 0 { mark } else { FAILED };
    *state = if fails { next } else { *state };
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
                let fails = allowed.get(read::<W>(number)) != Some(&true);
                failed(state, mark, fails);
            }
        }
        Which::Found(found) => {
            for (state, hit) in states.iter_mut().zip(found) {
                let fails = allowed.get(at::<W>(bytes, hit.doc as usize)) != Some(&true);
                failed(state, mark, fails);
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
#[inline(never)]
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

/// All of `docs` listings but those found.
#[inline(never)]
#[must_use]
pub fn others(docs: u32, found: &[Match]) -> Vec<Match> {
    let mut others = Vec::with_capacity((docs as usize).saturating_sub(found.len()));
    let mut next = 0;
    for hit in found {
        others.extend((next..hit.doc).map(|doc| Match { doc, score: 0 }));
        next = hit.doc.saturating_add(1);
    }
    others.extend((next..docs).map(|doc| Match { doc, score: 0 }));
    others
}

/// Notes in `states` which listings fail: 0 stays where the number is allowed, 0 becomes `mark`
/// where it is not, and what had failed before becomes [`FAILED`].
#[inline(never)]
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
            let fails = allowed.first() != Some(&true);
            for state in states {
                failed(state, mark, fails);
            }
        }
    }
}

/// Parts what passes, which comes first, from what fails only the first test, only the second,
/// and so on, of `tests`.
#[inline(never)]
#[must_use]
pub fn parted(states: &[u8], which: Which<'_>, tests: usize) -> Vec<Vec<Match>> {
    let mut parts = vec![Vec::new(); tests + 1];
    let mut add = |state: u8, hit: Match| {
        if state != FAILED
            && let Some(part) = parts.get_mut(usize::from(state))
        {
            part.push(hit);
        }
    };
    match which {
        Which::Found(found) => {
            for (state, hit) in states.iter().zip(found) {
                add(*state, *hit);
            }
        }
        Which::All => {
            for (doc, state) in (0..).zip(states) {
                add(*state, Match { doc, score: 0 });
            }
        }
    }
    parts
}
