//! Counts different texts exactly, in bounded memory and bounded time per text.

use super::hash::{Key, SHORT};

/// How many slots one text may try before the tally gives up. Texts chosen to collide then cost
/// a little and end the count, instead of freezing the page.
const MOST_PROBES: usize = 512;

/// Bits of a slot that name an entry; the others are some of the text's number, so that most
/// slots that hold another text are passed over without looking at it.
const ENTRY_BITS: u32 = 17;

/// The most different texts of a tally; one less than a slot can name.
pub(super) const MOST_DIFFERENT: usize = 100_000;

/// The bytes of text that one tally keeps.
const MOST_TEXT: usize = 8 << 20;

/// Short texts stand here whole: what is looked up most often is one place in memory. Of long
/// ones, their place in the text and their number.
#[derive(Clone, Copy, Debug)]
struct Entry {
    words: [u64; 2],
    long: u32,
    /// How often the text was seen.
    count: u32,
}

/// Tallies of fewer slots lie near anyway.
const LARGE: usize = 1 << 13;

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// It was there before.
    Again,
    /// It is new.
    New,
    /// It is new, and there is no room for it.
    NoRoom,
}

/// Different texts and how often each was seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Places in `entries` from 1, each with some bits of the hash; 0 is empty.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    /// The texts, one behind the other.
    text: String,
    /// Memory that is used again.
    warmed: Vec<u32>,
}

impl Tally {
    /// How many different texts.
    pub(super) fn different(&self) -> usize {
        self.entries.len()
    }

    /// The bytes of memory it holds.
    pub(super) fn size(&self) -> usize {
        self.slots.capacity() * size_of::<u32>()
            + self.entries.capacity() * size_of::<Entry>()
            + self.text.capacity()
    }

    /// Looks at the places of these keys, so that they are near when they are needed: here
    /// none waits for another one. Changes nothing that is counted.
    pub(super) fn warm(&mut self, keys: &[Key]) {
        if self.slots.len() < LARGE {
            return;
        }
        let mask = self.slots.len() - 1;
        let mut sum = 0u32;
        self.warmed.clear();
        self.warmed.extend(keys.iter().map(|key| {
            let slot = self.slots.get((key.hash >> 32) as usize & mask);
            (slot.copied().unwrap_or_default() & ((1 << ENTRY_BITS) - 1)).wrapping_sub(1)
        }));
        for place in &self.warmed {
            let entry = self.entries.get(*place as usize);
            sum = sum.wrapping_add(entry.map_or(0, |entry| entry.count));
        }
        // What nobody reads would not be looked at.
        std::hint::black_box(sum);
    }

    /// Counts a text `times` by its key.
    #[inline]
    pub(super) fn add(&mut self, text: &str, key: Key, times: u32) -> Added {
        if self.entries.len() * 5 >= self.slots.len() * 3 {
            self.grow();
        }
        let mask = self.slots.len().wrapping_sub(1);
        let hash = (key.hash >> 32) as u32;
        for probe in 0..MOST_PROBES {
            let at = (hash as usize).wrapping_add(probe) & mask;
            let Some(slot) = self.slots.get(at).copied() else {
                return Added::NoRoom;
            };
            if slot == 0 {
                return self.insert(at, key, text, times);
            }
            if (slot ^ hash) >> ENTRY_BITS != 0 {
                continue;
            }
            let place = (slot & ((1 << ENTRY_BITS) - 1)).wrapping_sub(1);
            if let Some(entry) = self.entries.get_mut(place as usize)
                && entry.long == key.long
                && entry.is(&self.text, text, key)
            {
                entry.count = entry.count.saturating_add(times);
                return Added::Again;
            }
        }
        Added::NoRoom
    }

    /// All texts with how often each was seen, in the order they came.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, u64)> {
        let mut start = 0;
        self.entries.iter().map(move |entry| {
            let end = start + entry.long as usize;
            let text = self.text.get(start..end);
            start = end;
            (text.unwrap_or_default(), u64::from(entry.count))
        })
    }

    /// The most frequent texts, most frequent first and then by text.
    pub(super) fn top(&self, most: usize) -> Vec<(&str, u64)> {
        let mut top: Vec<(&str, u64)> = Vec::with_capacity(most + 1);
        for (text, count) in self.all() {
            let before = |other: &(&str, u64)| (other.1, text) > (count, other.0);
            let at = top.partition_point(before);
            if at < most {
                top.insert(at, (text, count));
                top.truncate(most);
            }
        }
        top
    }

    fn insert(&mut self, at: usize, key: Key, text: &str, times: u32) -> Added {
        if self.entries.len() >= MOST_DIFFERENT || self.text.len() + text.len() > MOST_TEXT {
            return Added::NoRoom;
        }
        let place = self.entries.len() as u32;
        let words = match key.words {
            [_, hash] if key.long as usize > SHORT => [self.text.len() as u64, hash],
            words => words,
        };
        self.text.push_str(text);
        self.entries.push(Entry {
            words,
            long: key.long,
            count: times,
        });
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = named((key.hash >> 32) as u32, place);
        }
        Added::New
    }

    /// Doubles the slots, at least.
    #[cold]
    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        self.slots.clear();
        self.slots.resize(size, 0);
        let mask = size - 1;
        for (place, entry) in (0..).zip(&self.entries) {
            let hash = (Key::number(entry.words, entry.long) >> 32) as u32;
            let free = (0..size)
                .map(|probe| (hash as usize).wrapping_add(probe) & mask)
                .find(|at| self.slots.get(*at) == Some(&0));
            if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
                *slot = named(hash, place);
            }
        }
    }
}

impl Entry {
    /// Whether it is of this text, which is as long as its own.
    #[inline]
    fn is(&self, texts: &str, text: &str, key: Key) -> bool {
        if key.long as usize <= SHORT {
            return self.words == key.words;
        }
        let [start, hash] = self.words;
        hash == key.hash && is_at(texts.as_bytes(), start as usize, text.as_bytes())
    }
}

fn is_at(texts: &[u8], start: usize, text: &[u8]) -> bool {
    texts.get(start..start + text.len()) == Some(text)
}

fn named(hash: u32, place: u32) -> u32 {
    hash & !((1 << ENTRY_BITS) - 1) | (place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(tally: &mut Tally, text: &str) -> Added {
        tally.add(text, Key::of(text), 1)
    }

    #[test]
    fn counts_exactly_up_to_the_bound() {
        let mut tally = Tally::default();
        for i in 0..300_000u32 {
            assert_ne!(add(&mut tally, &(i % 100_000).to_string()), Added::NoRoom);
        }
        assert_eq!(tally.different(), 100_000);
        assert_eq!(tally.top(2), [("0", 3), ("1", 3)]);
        assert_eq!(add(&mut tally, "one more"), Added::NoRoom);
        assert_eq!(add(&mut tally, "99999"), Added::Again);
        assert_eq!(tally.top(1), [("99999", 4)]);
        assert!(tally.size() < 5 << 20, "{}", tally.size());
    }

    #[test]
    fn stops_at_its_memory() {
        let mut tally = Tally::default();
        let long = "长".repeat(1_000_000);
        for i in 0..10 {
            add(&mut tally, &format!("{i}{long}"));
        }
        assert_eq!(tally.different(), 2);
    }

    #[test]
    fn texts_chosen_to_collide_end_the_count() {
        let mut tally = Tally::default();
        let all = (0..2_000u32).map(|i| {
            let text = i.to_string();
            let key = Key {
                hash: 7,
                ..Key::of(&text)
            };
            tally.add(&text, key, 1)
        });
        let all: Vec<Added> = all.collect();
        assert_eq!(all.last(), Some(&Added::NoRoom));
    }
}
