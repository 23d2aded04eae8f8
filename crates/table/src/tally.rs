//! Counts different texts up to a bound, in bounded memory and bounded time per text.

/// How many slots one text may try before the tally gives up. Texts chosen to collide then
/// cost a little and end the count, instead of freezing the page.
const MOST_PROBES: usize = 64;

/// The bytes of text that one tally keeps.
const MOST_TEXT: usize = 1 << 20;

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u64,
    start: u32,
    long: u32,
    /// How often the text was seen; 0 marks an empty slot.
    count: u64,
}

/// Different texts and how often each was seen, or only how many there were at least.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    slots: Vec<Slot>,
    text: String,
    different: u64,
    bound: u64,
    /// Set once there was more than fits: from then on nothing is counted.
    over: bool,
}

impl Tally {
    pub(crate) fn new(bound: u64) -> Self {
        Self {
            slots: Vec::new(),
            text: String::new(),
            different: 0,
            bound,
            over: false,
        }
    }

    /// How many different texts, and whether that is all of them.
    pub(crate) fn different(&self) -> (u64, bool) {
        (self.different, !self.over)
    }

    #[inline]
    pub(crate) fn add(&mut self, text: &str) {
        if !self.over && !self.count(text) {
            self.over = true;
            self.different += 1;
            self.slots = Vec::new();
            self.text = String::new();
        }
    }

    /// The most frequent texts, most frequent first and then by text. Nothing once there were
    /// too many to count, because then the counts would not be the whole truth.
    pub(crate) fn top(&self, most: usize) -> Vec<(&str, u64)> {
        let mut all: Vec<(&str, u64)> = self
            .slots
            .iter()
            .filter(|slot| slot.count > 0)
            .filter_map(|slot| Some((self.text_of(slot)?, slot.count)))
            .collect();
        all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        all.truncate(most);
        all
    }

    fn text_of(&self, slot: &Slot) -> Option<&str> {
        let start = slot.start as usize;
        self.text.get(start..start + slot.long as usize)
    }

    /// `false` when the text is new and does not fit.
    fn count(&mut self, text: &str) -> bool {
        if (self.different as usize + 1) * 2 > self.slots.len() && !self.grow() {
            return false;
        }
        let hash = hash(text.as_bytes());
        let mask = self.slots.len() - 1;
        for probe in 0..MOST_PROBES {
            let at = (hash as usize).wrapping_add(probe) & mask;
            let Some(slot) = self.slots.get(at).copied() else {
                return false;
            };
            if slot.count == 0 {
                return self.insert(at, hash, text);
            }
            if slot.hash == hash && self.text_of(&slot) == Some(text) {
                if let Some(slot) = self.slots.get_mut(at) {
                    slot.count += 1;
                }
                return true;
            }
        }
        false
    }

    fn insert(&mut self, at: usize, hash: u64, text: &str) -> bool {
        if self.different >= self.bound || self.text.len() + text.len() > MOST_TEXT {
            return false;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            let (start, long) = (self.text.len() as u32, text.len() as u32);
            *slot = Slot {
                hash,
                start,
                long,
                count: 1,
            };
        }
        self.text.push_str(text);
        self.different += 1;
        true
    }

    /// Doubles the slots; `false` when a text then finds no place near its own.
    fn grow(&mut self) -> bool {
        let size = (self.slots.len() * 2).max(16);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        let mask = size - 1;
        for slot in old.into_iter().filter(|slot| slot.count > 0) {
            let free = (0..MOST_PROBES)
                .map(|probe| (slot.hash as usize).wrapping_add(probe) & mask)
                .find(|at| self.slots.get(*at).is_some_and(|slot| slot.count == 0));
            match free.and_then(|at| self.slots.get_mut(at)) {
                Some(place) => *place = slot,
                None => return false,
            }
        }
        true
    }
}

/// Eight bytes at a time, multiplied and folded: the standard hasher resists attackers, which
/// the probe bound does here, and is several times slower on short cells.
fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let fold = |state: u64, word: u64| {
        let wide = u128::from(state ^ word) * u128::from(K);
        (wide as u64) ^ ((wide >> 64) as u64)
    };
    let mut state = fold(K, bytes.len() as u64);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        state = fold(
            state,
            u64::from_le_bytes(word.try_into().unwrap_or_default()),
        );
    }
    let last = words
        .remainder()
        .iter()
        .fold(0u64, |word, b| word << 8 | u64::from(*b));
    fold(state, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_exactly_up_to_the_bound() {
        let mut tally = Tally::new(1000);
        for i in 0..3000u32 {
            tally.add(&(i % 1000).to_string());
        }
        assert_eq!(tally.different(), (1000, true));
        assert_eq!(tally.top(2), [("0", 3), ("1", 3)]);
        tally.add("one more");
        assert_eq!(tally.different(), (1001, false));
        assert!(tally.top(2).is_empty());
    }

    #[test]
    fn stops_at_its_memory() {
        let mut tally = Tally::new(1000);
        let long = "长".repeat(100_000);
        for i in 0..10 {
            tally.add(&format!("{i}{long}"));
        }
        assert_eq!(tally.different(), (4, false));
    }
}
