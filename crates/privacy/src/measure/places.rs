//! Numbers for things that are told apart by a hash and a comparison: values, tuples, pairs.
//! The things themselves lie with whoever asks, so that one table serves all three.

/// How many slots one thing may try. Values chosen to collide then end the measuring, instead
/// of freezing the page.
const MOST_PROBES: usize = 512;

/// A thing's number, from 0 in the order of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It was there before.
    Known(u32),
    /// It is new, and has this number now.
    New(u32),
}

/// The hashes of things with their numbers, by open addressing.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// A number plus one; 0 marks an empty slot. At most half of the slots are taken.
    slots: Vec<u32>,
    /// By number, to grow without the things and to compare few of them.
    hashes: Vec<u32>,
}

impl Places {
    /// The bytes that this takes.
    pub(super) fn bytes(&self) -> usize {
        (self.slots.capacity() + self.hashes.capacity()) * size_of::<u32>()
    }

    /// The number of the thing with this hash that `is` says it is; a new one where none is.
    /// `None` when there is no room near its place, which only chosen values bring about.
    #[inline]
    pub(super) fn find(&mut self, hash: u32, is: impl Fn(u32) -> bool) -> Option<Place> {
        if self.hashes.len() * 2 >= self.slots.len() {
            self.grow()?;
        }
        let mask = self.slots.len() - 1;
        for probe in 0..MOST_PROBES {
            let slot = self
                .slots
                .get_mut((hash as usize).wrapping_add(probe) & mask)?;
            let Some(number) = slot.checked_sub(1) else {
                *slot = u32::try_from(self.hashes.len() + 1).ok()?;
                self.hashes.push(hash);
                return Some(Place::New(*slot - 1));
            };
            if self.hashes.get(number as usize) == Some(&hash) && is(number) {
                return Some(Place::Known(number));
            }
        }
        None
    }

    /// Twice the slots; `None` when a thing then finds no place near its own.
    fn grow(&mut self) -> Option<()> {
        let size = (self.slots.len() * 2).max(64);
        let mask = size - 1;
        self.slots = vec![0; size];
        for (number, hash) in (1..).zip(&self.hashes) {
            let free = (0..MOST_PROBES)
                .map(|probe| (*hash as usize).wrapping_add(probe) & mask)
                .find(|at| self.slots.get(*at) == Some(&0))?;
            *self.slots.get_mut(free)? = number;
        }
        Some(())
    }
}

/// Eight bytes at a time, multiplied and folded, as `table` counts its values.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let mut state = fold(SEED, bytes.len() as u64);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let word = word.try_into().unwrap_or_default();
        state = fold(state, u64::from_le_bytes(word));
    }
    let rest = words.remainder().iter();
    let last = rest.fold(0, |word, byte| word << 8 | u64::from(*byte));
    fold(state, last) as u32
}

/// The same of numbers.
pub(super) fn hash_numbers(numbers: &[u32]) -> u32 {
    let folded = numbers
        .iter()
        .fold(SEED, |state, number| fold(state, u64::from(*number)));
    folded as u32
}

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

fn fold(state: u64, word: u64) -> u64 {
    let wide = u128::from(state ^ word) * u128::from(SEED);
    (wide as u64) ^ ((wide >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_keeps_its_number_while_the_table_grows() {
        let mut places = Places::default();
        for thing in 0..10_000_u32 {
            let found = places.find(hash_numbers(&[thing]), |number| number == thing);
            assert_eq!(found, Some(Place::New(thing)));
        }
        for thing in 0..10_000_u32 {
            let found = places.find(hash_numbers(&[thing]), |number| number == thing);
            assert_eq!(found, Some(Place::Known(thing)));
        }
    }

    #[test]
    fn things_chosen_to_collide_end_the_count() {
        let mut places = Places::default();
        let came = (0..2_000).take_while(|_| places.find(7, |_| false).is_some());
        assert_eq!(came.count(), MOST_PROBES);
    }
}
