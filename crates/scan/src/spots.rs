//! Where terms stand: places in fields for phrases, places in titles for whole titles. A spot is
//! one number, the listing above and the place below, so that spots compare as they stand.

use crate::blocks::{List, advance, each_block, is_any_between};
use crate::bytes::read_number;
use crate::field::Field;
use crate::list::{Kind, walk};

/// Bits of a place below those that count words: its field.
const PLACE_BITS: u32 = 2;

/// Hands out the places in titles that a block gives of listings that are wanted, each with its
/// ends: 2 if it is the first of a title, 1 if the last.
#[inline(always)]
fn title_places(
    block: &[u8],
    first: u32,
    mut is_wanted: impl FnMut(u32) -> bool,
    mut each: impl FnMut(u32, u32, u32),
) {
    let (mut at, mut doc) = (0, first);
    while at < block.len() {
        let number = read_number(block, &mut at);
        doc = doc.wrapping_add(number >> 2);
        if Kind::read(number) == Kind::Mixed {
            let titles = read_number(block, &mut at);
            let is_wanted = is_wanted(doc);
            let mut place = 0_u32;
            for _ in 0..titles >> 2 {
                if at >= block.len() {
                    break;
                }
                let number = read_number(block, &mut at);
                place = place.wrapping_add(number >> 2);
                if is_wanted {
                    each(doc, place, number & 3);
                }
            }
        }
        doc = doc.wrapping_add(1);
    }
}

/// Hands out every place of a block's term in its field, with the field in the lowest two bits,
/// listing by listing in rising order, of those that are wanted.
#[inline(always)]
fn each_place(
    block: &[u8],
    first: u32,
    places: &[u8],
    mut is_wanted: impl FnMut(u32) -> bool,
    mut each: impl FnMut(u32, u32),
) {
    let mut at = 0;
    walk(block, first, |doc, _, kind| {
        if !is_wanted(doc) {
            skip(places, &mut at, kind);
            return;
        }
        if kind == Kind::FarOnce {
            let place = read_number(places, &mut at);
            each(doc, place << 2 | Field::Far as u32);
            return;
        }
        let mut place = 0_u32;
        while at < places.len() {
            let number = read_number(places, &mut at);
            place = place.wrapping_add(number >> 1);
            each(
                doc,
                match kind {
                    Kind::Mixed => place,
                    Kind::Near => place << 2 | Field::Near as u32,
                    Kind::Far | Kind::FarOnce => place << 2 | Field::Far as u32,
                },
            );
            if number & 1 == 0 {
                break;
            }
        }
    });
}

/// Steps over the places of one listing, without a look at what they are.
#[inline(always)]
fn skip(places: &[u8], at: &mut usize, kind: Kind) {
    while let Some(first) = places.get(*at) {
        let mut byte = *first;
        *at += 1;
        while byte >= 0x80 {
            byte = places.get(*at).copied().unwrap_or(0);
            *at += 1;
        }
        if kind == Kind::FarOnce || first & 1 == 0 {
            return;
        }
    }
}

/// The spots at which something would begin whose word `offset` this list is of, in the listings
/// of `docs` (entries, in order): the listing above 32 bits, the place and its field below.
#[inline(never)]
#[must_use]
pub fn spots(list: List<'_>, offset: u32, docs: &[u32]) -> Vec<u128> {
    let (mut spots, mut at, mut block_at) = (Vec::new(), 0, 0);
    each_block(
        list,
        |first, last| is_any_between(docs, &mut block_at, first, last),
        |first, block, places| {
            let is_wanted = |doc| is_any_between(docs, &mut at, doc, doc);
            each_place(block, first, places, is_wanted, |doc, place| {
                if let Some(start) = place.checked_sub(offset << PLACE_BITS) {
                    spots.push(u128::from(doc) << 32 | u128::from(start));
                }
            });
        },
    );
    spots
}

/// Whether one of the spots `within` is of a listing between two, both included.
#[inline(always)]
fn is_spot_between(within: &[u128], at: &mut usize, first: u32, last: u32) -> bool {
    advance(within, at, u128::from(first) << 32);
    let spot = within.get(*at);
    spot.is_some_and(|spot| spot >> 32 <= u128::from(last))
}

/// What of `within` is among the spots of a list.
#[inline(never)]
#[must_use]
pub fn held_spots(list: List<'_>, offset: u32, within: &[u128]) -> Vec<u128> {
    let (mut spots, mut at, mut doc_at, mut block_at) = (Vec::new(), 0, 0, 0);
    each_block(
        list,
        |first, last| is_spot_between(within, &mut block_at, first, last),
        |first, block, places| {
            let is_wanted = |doc| is_spot_between(within, &mut doc_at, doc, doc);
            each_place(block, first, places, is_wanted, |doc, place| {
                let Some(start) = place.checked_sub(offset << PLACE_BITS) else {
                    return;
                };
                let spot = u128::from(doc) << 32 | u128::from(start);
                advance(within, &mut at, spot);
                if within.get(at) == Some(&spot) {
                    spots.push(spot);
                }
            });
        },
    );
    spots
}

/// The spots in titles of the listings in `held` (entries): listing, place and ends in 32 bits
/// each; of the ends those in `mask`.
#[inline(never)]
#[must_use]
pub fn title_spots(list: List<'_>, offset: u32, mask: u32, held: &[u32]) -> Vec<u128> {
    let (mut spots, mut at, mut block_at) = (Vec::new(), 0, 0);
    each_block(
        list,
        |first, last| is_any_between(held, &mut block_at, first, last),
        |first, block, _| {
            let is_wanted = |doc| is_any_between(held, &mut at, doc, doc);
            title_places(block, first, is_wanted, |doc, place, ends| {
                if let Some(start) = place.checked_sub(offset) {
                    let spot = u128::from(doc) << 64 | u128::from(start) << 32;
                    spots.push(spot | u128::from(ends & mask));
                }
            });
        },
    );
    spots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries;

    #[test]
    fn lists_that_nobody_wrote_give_no_more_than_they_have_bytes_for() {
        let mut random = 7_u64;
        let mut byte = || {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            // Small numbers are what lists are made of.
            (random >> 56) as u8 >> (random >> 40 & 7)
        };
        let scope: Vec<u32> = (0..900).map(|doc| (doc * 3) << 5).collect();
        let within: Vec<u128> = (0..900).map(|doc| doc << 32 | 8).collect();
        for round in 0..2_000 {
            let bytes: Vec<u8> = (0..round).map(|_| byte()).collect();
            let places: Vec<u8> = (0..round).map(|_| byte()).collect();
            for docs in [0, 128, 129, u32::MAX] {
                let list = List {
                    bytes: &bytes,
                    places: &places,
                    docs,
                    is_whole: true,
                };
                for scope in [None, Some(&scope[..])] {
                    assert!(entries(&[list], 1_000, scope).len() <= bytes.len());
                    assert!(entries(&[list, list], 1_000, scope).len() <= 1_000);
                }
                assert!(spots(list, 1, &scope).len() <= 2 * bytes.len());
                assert!(held_spots(list, 1, &within).len() <= 2 * bytes.len());
                assert!(title_spots(list, 1, 3, &scope).len() <= bytes.len());
            }
        }
    }
}
