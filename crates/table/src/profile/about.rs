//! What is known of a column with more different texts than are kept: about how many there are,
//! and those that stand out.

/// Counters that share what they are asked for.
const WAYS: usize = 4;

/// Sets of counters; a power of two.
const SETS: usize = 128;

/// How many different texts, by HyperLogLog: for each text the longest row of zeros that its
/// number begins with, kept apart for some thousands of groups. About 1 % off with 8,192 groups,
/// 2 % with 2,048.
#[derive(Clone, Debug)]
pub(super) struct Distinct {
    ranks: Vec<u8>,
    /// The bits of a number that name its group.
    bits: u32,
}

impl Distinct {
    /// `wide`: the table has so many columns that each gets less.
    pub(super) fn new(wide: bool) -> Self {
        let bits = if wide { 11 } else { 13 };
        Self {
            ranks: vec![0; 1 << bits],
            bits,
        }
    }

    #[inline]
    pub(super) fn add(&mut self, hash: u64) {
        let group = (hash >> (64 - self.bits)) as usize;
        let rank = ((hash << self.bits) | (1 << (self.bits - 1))).leading_zeros() as u8 + 1;
        if let Some(slot) = self.ranks.get_mut(group)
            && *slot < rank
        {
            *slot = rank;
        }
    }

    /// The estimate. Only meant for more texts than there are groups.
    pub(super) fn estimate(&self) -> u64 {
        let groups = self.ranks.len() as f64;
        let sum: f64 = self
            .ranks
            .iter()
            .map(|rank| 1.0 / (1u64 << rank.min(&63)) as f64)
            .sum();
        let bias = 0.7213 / (1.0 + 1.079 / groups);
        (bias * groups * groups / sum).round() as u64
    }
}

/// The most frequent texts, by space-saving counters: a text without a counter takes that of
/// the least frequent one in its set, and what that one had counts as its possible error.
#[derive(Clone, Debug)]
pub(super) struct Frequent {
    sets: Vec<Set>,
    /// The texts of the counters; empty until a text comes a second time, so that columns in
    /// which none does copy nothing.
    texts: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Set {
    hashes: [u32; WAYS],
    counts: [u32; WAYS],
    errors: [u32; WAYS],
}

impl Frequent {
    /// `wide`: the table has so many columns that each gets less.
    pub(super) fn new(wide: bool) -> Self {
        let sets = if wide { SETS / 8 } else { SETS };
        Self {
            sets: vec![Set::default(); sets],
            texts: vec![String::new(); sets * WAYS],
        }
    }

    /// Counts a text `times` more; `hash` is its number.
    #[inline]
    pub(super) fn add(&mut self, text: &str, hash: u64, times: u64) {
        self.count(hash, times, |kept| kept.push_str(text));
    }

    /// The same for a text that is written only if it is kept.
    #[inline]
    pub(super) fn count(&mut self, hash: u64, times: u64, write: impl FnOnce(&mut String)) {
        let times = u32::try_from(times).unwrap_or(u32::MAX);
        let place = hash as usize & (self.sets.len() - 1);
        let Some(set) = self.sets.get_mut(place) else {
            return;
        };
        let hash = (hash >> 16) as u32;
        let (mut least, mut way) = (u32::MAX, 0);
        for at in 0..WAYS {
            if set.hashes[at] == hash && set.counts[at] > 0 {
                set.counts[at] = set.counts[at].saturating_add(times);
                if let Some(kept) = self.texts.get_mut(place * WAYS + at)
                    && kept.is_empty()
                {
                    write(kept);
                }
                return;
            }
            if set.counts[at] < least {
                (least, way) = (set.counts[at], at);
            }
        }
        set.hashes[way] = hash;
        set.counts[way] = least.saturating_add(times);
        set.errors[way] = least;
        if let Some(kept) = self.texts.get_mut(place * WAYS + way)
            && !kept.is_empty()
        {
            kept.clear();
        }
    }

    /// The texts that certainly stand out, most frequent first: counted at least ten times as
    /// often as they may be wrong. Each with how often it was counted for certain.
    pub(super) fn top(&self, most: usize) -> Vec<(&str, u64)> {
        let counters = self
            .sets
            .iter()
            .flat_map(|set| set.counts.iter().zip(&set.errors));
        let all = counters
            .zip(&self.texts)
            .filter(|((count, error), text)| {
                !text.is_empty() && **count / 10 >= **error && **count - **error > 1
            })
            .map(|((count, error), text)| (text.as_str(), u64::from(count - error)));
        sorting::first(all, most, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::Key;
    use super::*;

    #[test]
    fn estimates_are_about_right() {
        for (wide, off) in [(false, 0.03), (true, 0.06)] {
            for count in [150_000u32, 1_000_000] {
                let mut distinct = Distinct::new(wide);
                for i in 0..count {
                    distinct.add(Key::of(&format!("row {i}")).hash);
                }
                let ratio = distinct.estimate() as f64 / f64::from(count);
                assert!((ratio - 1.0).abs() < off, "{count}: {ratio}");
            }
        }
    }

    #[test]
    fn what_stands_out_is_found_among_a_million_others() {
        let mut frequent = Frequent::new(false);
        let mut add = |text: &str| frequent.add(text, Key::of(text).hash, 1);
        for i in 0..1_000_000u32 {
            add(&i.to_string());
            if i % 20 == 0 {
                add("often");
            }
            if i % 50 == 0 {
                add("seldom");
            }
        }
        let top = frequent.top(5);
        let names: Vec<&str> = top.iter().map(|(text, _)| *text).collect();
        assert_eq!(names, ["often", "seldom"]);
        assert!(top[0].1 >= 49_000 && top[0].1 <= 50_000, "{top:?}");
    }
}
