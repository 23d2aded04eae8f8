//! Which phrases stand in texts again and again: pairs of phrases that often stand side by side
//! become one, round by round, beginning with single bytes (byte pair encoding).

use super::{Coder, LONGEST, Phrases};
use std::collections::HashMap;

/// Between two texts: no phrase goes from one into the other.
const GAP: u32 = u32::MAX;
/// A pair that stands more rarely is nothing to remember.
const RARE: u32 = 4;
/// Pairs that are counted at a time, at most three quarters of it: two to the power of that.
const MOST_ROOM: u32 = 20;
/// Numbers below it take one byte, and above it so many have the first in common.
const BUCKET: usize = 128;

/// At most `most` phrases and every single byte, learnt from `texts`. The most frequent have the
/// lowest numbers.
#[must_use]
pub fn learn(texts: &[&[u8]], most: usize) -> Phrases {
    let mut found: Vec<Vec<u8>> = (0..=u8::MAX).map(|byte| vec![byte]).collect();
    let mut known: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut line: Vec<u32> = Vec::new();
    for text in texts {
        line.extend(text.iter().map(|byte| u32::from(*byte)));
        line.push(GAP);
    }
    // A third more than are wanted: some are only ever parts of longer ones.
    let enough = most + most / 3 + found.len();
    let mut pairs = Pairs::default();
    while found.len() < enough {
        let length = |part: u64| found.get(part as usize).map_or(0, Vec::len);
        let fits = |pair: u64| length(pair >> 32) + length(pair & u64::from(GAP)) <= LONGEST;
        let often = pairs.count(&line, &fits);
        let least = often.first().map_or(0, |(count, _)| *count) / 2;
        // Not one by one, which would take a round for each.
        let at_once = (found.len() / 16).min(enough - found.len());
        let mut merged = HashMap::new();
        let often = often.into_iter().take(at_once);
        for (_, pair) in often.take_while(|(count, _)| *count >= least) {
            let parts = [(pair >> 32) as u32, pair as u32];
            let parts = parts.map(|part| found.get(part as usize).map_or(&[][..], Vec::as_slice));
            let phrase = parts.concat();
            let new = found.len() as u32;
            let number = *known.entry(phrase.clone()).or_insert(new);
            if number == new {
                found.push(phrase);
            }
            merged.insert(pair, number);
        }
        if merged.is_empty() {
            break;
        }
        merge(&mut line, &merged);
    }
    useful(&found, texts, most)
}

/// Writes every pair in `merged` as one.
fn merge(line: &mut Vec<u32>, merged: &HashMap<u64, u32>) {
    let (mut from, mut to) = (0, 0);
    while let Some(first) = line.get(from).copied() {
        let second = line.get(from + 1).copied().unwrap_or(GAP);
        let both = match first == GAP || second == GAP {
            true => None,
            false => merged.get(&pair(first, second)),
        };
        from += if both.is_some() { 2 } else { 1 };
        if let Some(slot) = line.get_mut(to) {
            *slot = both.copied().unwrap_or(first);
        }
        to += 1;
    }
    line.truncate(to);
}

/// Those of `found` that the texts are really written with, and every single byte.
fn useful(found: &[Vec<u8>], texts: &[&[u8]], most: usize) -> Phrases {
    let mut all = Phrases::default();
    found.iter().for_each(|phrase| all.push(phrase));
    let coder = Coder::new(&all);
    let mut counts = vec![0_u32; found.len()];
    for text in texts {
        coder.each(text, &mut |number| {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        });
    }
    let mut used: Vec<(u32, &Vec<u8>)> = counts.into_iter().zip(found).collect();
    used.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let (mut kept, mut room) = (Vec::new(), most);
    for (count, phrase) in used {
        let is_kept = phrase.len() == 1 || (count >= RARE / 2 && room > 0);
        if is_kept {
            room = room.saturating_sub(usize::from(phrase.len() > 1));
            kept.push(phrase);
        }
    }
    // Numbers of one length are alike; beside similar phrases each packs better.
    kept.chunks_mut(BUCKET).for_each(<[_]>::sort);
    let mut phrases = Phrases::default();
    kept.into_iter().for_each(|phrase| phrases.push(phrase));
    phrases
}

const fn pair(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

/// Pairs being counted: each plus one, and how often it came; 0 is free.
#[derive(Default)]
struct Pairs(Vec<(u64, u32)>);

impl Pairs {
    /// The pairs of `line` that are not rare and that `fits` takes, the most frequent first.
    fn count(&mut self, line: &[u32], fits: &dyn Fn(u64) -> bool) -> Vec<(u32, u64)> {
        let bits = (line.len() + 4).ilog2().min(MOST_ROOM - 1) + 1;
        let room = 1 << bits;
        self.0.clear();
        self.0.resize(room, (0, 0));
        let mut free = room / 4 * 3;
        for two in line.windows(2) {
            let (Some(first), Some(second)) = (two.first(), two.get(1)) else {
                break;
            };
            if *first == GAP || *second == GAP {
                continue;
            }
            let key = pair(*first, *second) + 1;
            let mut place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize;
            while let Some((known, count)) = self.0.get_mut(place & (room - 1)) {
                if *known == 0 && free > 0 {
                    free -= 1;
                    *known = key;
                }
                if *known == key {
                    *count += 1;
                }
                if *known == key || *known == 0 {
                    break;
                }
                place += 1;
            }
        }
        let mut often: Vec<(u32, u64)> = (self.0.iter())
            .filter(|(key, count)| *count >= RARE && fits(key - 1))
            .map(|(key, count)| (*count, key - 1))
            .collect();
        often.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        often
    }
}
