//! Counts different texts exactly, in bounded memory and bounded time per text.

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

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    /// Where its text ends; it begins where the one before it ends.
    end: u32,
    /// How often the text was seen.
    count: u32,
}

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
    text: String,
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

    /// Counts a text; `hash` is its number.
    #[inline]
    pub(super) fn add(&mut self, text: &str, hash: u64) -> Added {
        if self.entries.len() * 5 >= self.slots.len() * 3 {
            self.grow();
        }
        let mask = self.slots.len().wrapping_sub(1);
        let hash = (hash >> 32) as u32;
        let tag = hash & !((1 << ENTRY_BITS) - 1);
        for probe in 0..MOST_PROBES {
            let at = (hash as usize).wrapping_add(probe) & mask;
            let Some(slot) = self.slots.get(at).copied() else {
                return Added::NoRoom;
            };
            if slot == 0 {
                return self.insert(at, hash, text);
            }
            if (slot ^ tag) >> ENTRY_BITS == 0 {
                let place = (slot & ((1 << ENTRY_BITS) - 1)) as usize - 1;
                if self.text_at(place) == text.as_bytes()
                    && let Some(entry) = self.entries.get_mut(place)
                {
                    entry.count = entry.count.saturating_add(1);
                    return Added::Again;
                }
            }
        }
        Added::NoRoom
    }

    /// All texts with how often each was seen, in the order they came.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, u64)> {
        let mut start = 0;
        self.entries.iter().map(move |entry| {
            let text = self.text.get(start..entry.end as usize);
            start = entry.end as usize;
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

    #[inline]
    fn text_at(&self, place: usize) -> &[u8] {
        let end = self.entries.get(place).map_or(0, |entry| entry.end);
        let before = place
            .checked_sub(1)
            .and_then(|place| self.entries.get(place));
        let start = before.map_or(0, |entry| entry.end);
        let bytes = self.text.as_bytes();
        bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    fn insert(&mut self, at: usize, hash: u32, text: &str) -> Added {
        if self.entries.len() >= MOST_DIFFERENT || self.text.len() + text.len() > MOST_TEXT {
            return Added::NoRoom;
        }
        self.text.push_str(text);
        self.entries.push(Entry {
            hash,
            end: self.text.len() as u32,
            count: 1,
        });
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = named(hash, self.entries.len());
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
        for (place, entry) in self.entries.iter().enumerate() {
            let free = (0..size)
                .map(|probe| (entry.hash as usize).wrapping_add(probe) & mask)
                .find(|at| self.slots.get(*at) == Some(&0));
            if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
                *slot = named(entry.hash, place + 1);
            }
        }
    }
}

fn named(hash: u32, place: usize) -> u32 {
    hash & !((1 << ENTRY_BITS) - 1) | place as u32
}

#[cfg(test)]
mod tests {
    use super::super::hash::hash;
    use super::*;

    fn add(tally: &mut Tally, text: &str) -> Added {
        tally.add(text, hash(text.as_bytes()))
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
        assert!(tally.size() < 4 << 20, "{}", tally.size());
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
        let all = (0..2_000)
            .map(|i| tally.add(&i.to_string(), 7))
            .collect::<Vec<_>>();
        assert_eq!(all.last(), Some(&Added::NoRoom));
    }
}
