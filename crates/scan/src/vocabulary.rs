//! The different terms of all listings, numbered as they come.

use crate::tokens::tokens;

/// Terms and their numbers.
#[derive(Debug, Default)]
pub struct Vocabulary {
    table: Vec<Slot>,
    /// Where each term ends in the text; it begins where the one before ends.
    ends: Vec<u32>,
    text: Vec<u8>,
    /// The tokens of the text that is looked at.
    seen: Vec<Seen>,
}

/// A token, and what stands where it is looked for first.
#[derive(Clone, Copy, Debug)]
struct Seen {
    start: usize,
    end: usize,
    key: u64,
    tag: u32,
    slot: Slot,
}

/// A place of the table. All that tells most terms apart is in it, so that a term is found by
/// one look into memory that is too large to be near.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The first bytes of a term.
    key: u64,
    /// What tells terms with these first bytes apart, see [`tag`].
    tag: u32,
    /// The number of the term plus one; 0 is free.
    next: u32,
}

/// The lowest tag of a term that is longer than its key.
const LONG: u32 = 1 << 31;

impl Vocabulary {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Appends the number of every token of `text`, with the bits `field`; with the bits `first`
    /// too if it is the first, `last` if the text ends with it.
    pub fn numbers(&mut self, text: &str, [field, first, last]: [u32; 3], out: &mut Vec<u32>) {
        let mut bits = field | first;
        let mut seen = std::mem::take(&mut self.seen);
        // Most places are too far away to be there at once. First all are asked for and nothing
        // is made of them, so that the processor waits for many at the same time.
        tokens(text, &mut |start, end| {
            let token = text.as_bytes().get(start..end).unwrap_or_default();
            let (key, tag) = (key(token), tag(token));
            let slot = Slot::default();
            seen.push(Seen {
                start,
                end,
                key,
                tag,
                slot,
            });
        });
        let mask = self.table.len().wrapping_sub(1);
        for one in &mut seen {
            let slot = self.table.get(hash(one.key, one.tag) & mask);
            one.slot = slot.copied().unwrap_or_default();
        }
        for one in &seen {
            let token = text.as_bytes().get(one.start..one.end).unwrap_or_default();
            let last = if one.end == text.len() { last } else { 0 };
            let number = match self.is_of(&one.slot, one.key, one.tag, token) {
                true => one.slot.next - 1,
                false => self.number(token),
            };
            out.push(number | bits | last);
            bits = field;
        }
        seen.clear();
        self.seen = seen;
    }

    /// Whether a slot is that of `token`.
    #[inline(always)]
    fn is_of(&self, slot: &Slot, key: u64, tag: u32, token: &[u8]) -> bool {
        // Only a term that is longer than its key has more to compare.
        slot.next > 0
            && slot.key == key
            && slot.tag == tag
            && (tag < LONG || self.text_of(slot.next as usize - 1) == token)
    }

    /// The number of `token`, new or known.
    pub fn number(&mut self, token: &[u8]) -> u32 {
        // A smaller table is nearer, though one place in three must be passed over.
        if self.ends.len() * 4 >= self.table.len() * 3 {
            self.grow();
        }
        let key = key(token);
        let tag = tag(token);
        let mask = self.table.len() - 1;
        let mut place = hash(key, tag) & mask;
        while let Some(slot) = self.table.get(place).filter(|slot| slot.next > 0) {
            if self.is_of(slot, key, tag, token) {
                return slot.next - 1;
            }
            place = (place + 1) & mask;
        }
        self.text.extend_from_slice(token);
        self.ends.push(self.text.len() as u32);
        let next = self.ends.len() as u32;
        if let Some(slot) = self.table.get_mut(place) {
            *slot = Slot { key, tag, next };
        }
        next - 1
    }

    #[inline(never)]
    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1 << 10);
        let old = std::mem::replace(&mut self.table, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.next > 0) {
            let mut place = hash(slot.key, slot.tag) & (size - 1);
            while self.table.get(place).is_some_and(|slot| slot.next > 0) {
                place = (place + 1) & (size - 1);
            }
            if let Some(free) = self.table.get_mut(place) {
                *free = slot;
            }
        }
    }

    /// A term by its number.
    #[must_use]
    pub fn text_of(&self, number: usize) -> &[u8] {
        let end = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }
}

/// The first eight bytes as a number, the missing ones zero.
#[inline(always)]
fn key(token: &[u8]) -> u64 {
    match token.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => {
            let bytes = token.iter().rev();
            bytes.fold(0, |key, byte| key << 8 | u64::from(*byte))
        }
    }
}

/// The length of a term that its key holds whole; else [`LONG`] and a hash of the rest.
#[inline(always)]
fn tag(token: &[u8]) -> u32 {
    let Some(rest) = token.get(8..).filter(|rest| !rest.is_empty()) else {
        return token.len() as u32;
    };
    let mut sum = 0_u64;
    for byte in rest {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(ODD).rotate_left(23);
    }
    LONG | (sum ^ sum >> 32) as u32
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Where a term is looked for. Multiplied twice: once carries the last bytes of a key only into
/// bits that no table is so large as to look at.
#[inline(always)]
fn hash(key: u64, tag: u32) -> usize {
    let sum = (key ^ u64::from(tag) << 32).wrapping_mul(ODD);
    let sum = (sum ^ sum >> 32).wrapping_mul(ODD);
    (sum >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_keep_their_numbers_however_many_come() {
        let mut vocabulary = Vocabulary::default();
        let term = |n: u32| match n % 3 {
            0 => format!("{n}"),
            1 => format!("{n:08}"),
            _ => format!("beginning alike {n}"),
        };
        for n in 0..5_000 {
            assert_eq!(vocabulary.number(term(n).as_bytes()), n);
        }
        for n in 0..5_000 {
            assert_eq!(vocabulary.number(term(n).as_bytes()), n);
            assert_eq!(vocabulary.text_of(n as usize), term(n).as_bytes());
        }
        assert_eq!(vocabulary.len(), 5_000);
    }

    #[test]
    fn terms_that_begin_alike_or_hold_zeros_are_told_apart() {
        let mut vocabulary = Vocabulary::default();
        let terms: [&[u8]; 6] = [
            b"",
            b"\0",
            b"12345678",
            b"12345678\0",
            b"123456789",
            b"1234567",
        ];
        for _ in 0..2 {
            for (n, term) in terms.iter().enumerate() {
                assert_eq!(vocabulary.number(term), n as u32);
            }
        }
    }

    #[test]
    fn the_tokens_of_a_text_say_where_they_stand() {
        let mut vocabulary = Vocabulary::default();
        let mut numbers = Vec::new();
        vocabulary.numbers("api 语音数", [0x10, 0x100, 0x1000], &mut numbers);
        assert_eq!(numbers, [0x110, 0x11, 0x1012, 0x1013]);
    }
}
