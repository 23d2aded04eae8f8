//! The first of many by a key.

use crate::Match;
use crate::column::number_at;
use sorting::sort_numbers;

/// What listings are ordered by, the least first.
#[derive(Clone, Copy, Debug)]
pub enum Key<'k> {
    /// Their scores, the highest first.
    Score,
    /// A column (bytes, width) and a key for each of its numbers.
    Column(&'k [u8], u32, &'k [u64]),
    /// A rank of four bytes for each.
    Rank(&'k [u8]),
}

/// The `need` first of `found`, which is in the order of numbers: each key with the number below
/// it in 32 bits; equal keys as they are numbered.
#[inline(never)]
#[must_use]
pub fn least(found: &[Match], key: Key<'_>, need: usize) -> Vec<u128> {
    let numbered = |key: u64, hit: &Match| (key, hit.doc);
    match key {
        Key::Score => first(
            found
                .iter()
                .map(|hit| numbered(u64::from(u32::MAX - hit.score), hit)),
            need,
        ),
        Key::Column(bytes, width, keys) => {
            let of = |hit: &Match| keys.get(number_at(bytes, width, hit.doc)).copied();
            first(
                found
                    .iter()
                    .map(|hit| numbered(of(hit).unwrap_or(u64::MAX), hit)),
                need,
            )
        }
        Key::Rank(ranks) => {
            let of = |hit: &Match| number_at(ranks, 4, hit.doc) as u64;
            first(found.iter().map(|hit| numbered(of(hit), hit)), need)
        }
    }
}

/// Numbers rise, so what comes later with an equal key never displaces another.
fn first(keys: impl ExactSizeIterator<Item = (u64, u32)>, need: usize) -> Vec<u128> {
    let count = keys.len();
    if need == 0 {
        return Vec::new();
    }
    // Room for twice as many, so that there is something to sort at a time.
    let room = need.saturating_mul(2).min(count.max(1));
    let mut best: Vec<u128> = Vec::with_capacity(room);
    let mut last = u64::MAX;
    let mut is_full = false;
    for (key, number) in keys {
        if is_full && key >= last {
            continue;
        }
        if best.len() >= room {
            sort_numbers(&mut best);
            best.truncate(need);
            last = best.last().map_or(u64::MAX, |best| (best >> 32) as u64);
            is_full = best.len() == need;
            if is_full && key >= last {
                continue;
            }
        }
        best.push(u128::from(key) << 32 | u128::from(number));
    }
    sort_numbers(&mut best);
    best.truncate(need);
    best
}
