//! Lists in blocks, so that who looks for few listings steps over what cannot hold them.

use crate::bytes::{number_into, read_number};
use crate::list::FIELD_BITS;

/// Listings of a block. A list of no more is not in blocks.
pub(crate) const BLOCK: u32 = 64;

/// One term's list, with the places where it stands if they are asked for.
#[derive(Clone, Copy, Debug)]
pub struct List<'l> {
    /// The list.
    pub bytes: &'l [u8],
    /// The places.
    pub places: &'l [u8],
    /// How many listings it says it has.
    pub docs: u32,
    /// Whether the term is all of what is sought, and not only begins with it.
    pub is_whole: bool,
}

/// Moves `at` to the first of the sorted `numbers` that is not below `least`.
#[inline(always)]
pub(crate) fn advance<T: Copy + Ord>(numbers: &[T], at: &mut usize, least: T) {
    let is_below = |at: usize| numbers.get(at).is_some_and(|number| *number < least);
    if !is_below(*at) {
        return;
    }
    let mut step = 1;
    while is_below(*at + step) {
        *at += step;
        step *= 2;
    }
    let end = numbers.len().min(*at + step);
    let between = numbers.get(*at + 1..end).unwrap_or_default();
    *at += 1 + between.partition_point(|number| *number < least);
}

/// Whether one of the sorted entries `docs` is of a listing between two, both included.
#[inline(always)]
pub(crate) fn is_any_between(docs: &[u32], at: &mut usize, first: u32, last: u32) -> bool {
    advance(docs, at, first << FIELD_BITS);
    docs.get(*at)
        .is_some_and(|entry| entry >> FIELD_BITS <= last)
}

/// Hands out the blocks that are wanted by their first and last listing: the number from which
/// the block counts, its part of the list and of the places.
#[inline(always)]
pub(crate) fn each_block<'l>(
    list: List<'l>,
    mut is_wanted: impl FnMut(u32, u32) -> bool,
    mut each: impl FnMut(u32, &'l [u8], &'l [u8]),
) {
    if list.docs <= BLOCK {
        each(0, list.bytes, list.places);
        return;
    }
    let piece = |bytes: &'l [u8], at: usize, end: usize| {
        bytes.get(at..end.min(bytes.len())).unwrap_or_default()
    };
    let (mut at, mut place, mut first) = (0, 0_usize, 0_u32);
    while at < list.bytes.len() {
        let last = first.wrapping_add(read_number(list.bytes, &mut at));
        let len = read_number(list.bytes, &mut at) as usize;
        let places = read_number(list.bytes, &mut at) as usize;
        let (end, place_end) = (at.saturating_add(len), place.saturating_add(places));
        if is_wanted(first, last) {
            each(
                first,
                piece(list.bytes, at, end),
                piece(list.places, place, place_end),
            );
        }
        (at, place) = (end, place_end);
        first = last.wrapping_add(1);
    }
}

/// Where a block ends: the number behind its last listing, its bytes of the list and of places.
pub(crate) type BlockEnd = (u32, usize, usize);

/// Puts a list into blocks that end at `ends`.
#[must_use]
pub(crate) fn in_blocks(list: &[u8], ends: &[BlockEnd]) -> Vec<u8> {
    let mut blocks = Vec::with_capacity(list.len() + ends.len() * 6);
    let mut before = (0, 0, 0);
    for end in ends {
        let bytes = list.get(before.1..end.1).unwrap_or_default();
        number_into(&mut blocks, (end.0 - before.0).saturating_sub(1));
        number_into(&mut blocks, bytes.len() as u32);
        number_into(&mut blocks, (end.2 - before.2) as u32);
        blocks.extend_from_slice(bytes);
        before = *end;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advancing_finds_the_first_that_is_not_below() {
        let numbers: Vec<u32> = (0..1_000).map(|n| n * 3).collect();
        for from in [0, 1, 500, 999, 1_000] {
            for least in [0, 1, 3, 1_500, 1_501, 2_997, 2_998, 9_999] {
                let mut at = from;
                advance(&numbers, &mut at, least);
                let first = numbers.partition_point(|number| *number < least);
                assert_eq!(at, first.max(from), "{from} {least}");
            }
        }
    }

    #[test]
    fn blocks_that_lie_about_their_lengths_end_with_the_bytes() {
        let endless = [0xFF; 64];
        for bytes in [
            &[0; 64][..],
            &endless,
            &[1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 9, 3, 3],
        ] {
            let list = List {
                bytes,
                places: bytes,
                docs: 1 << 20,
                is_whole: true,
            };
            let mut blocks = 0;
            each_block(list, |_, _| true, |_, _, _| blocks += 1);
            assert!(blocks <= bytes.len());
        }
    }
}
