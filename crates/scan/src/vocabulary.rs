//! The different terms of all listings, numbered as they come.

/// Terms and their numbers.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// A hash, and a number of a term plus one; 0 is free.
    table: Vec<u64>,
    terms: Vec<Term>,
    text: Vec<u8>,
}

/// One term.
#[derive(Clone, Copy, Debug)]
struct Term {
    /// Its first bytes, which tell most terms apart without a look at the text.
    key: u64,
    /// Where it ends in the text; it begins where the one before ends.
    end: u32,
}

impl Vocabulary {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The number of `token`, new or known.
    pub fn number(&mut self, token: &[u8]) -> u32 {
        if self.terms.len() * 2 >= self.table.len() {
            self.grow();
        }
        let key = key(token);
        let hash = hash(key, token);
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.table.get(slot) {
                Some(0) | None => break,
                Some(entry) => {
                    let number = (*entry as u32).wrapping_sub(1);
                    if *entry >> 32 == hash && self.is(number as usize, key, token) {
                        return number;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
        let number = self.terms.len() as u32;
        if let Some(entry) = self.table.get_mut(slot) {
            *entry = hash << 32 | (u64::from(number) + 1);
        }
        self.text.extend_from_slice(token);
        let end = self.text.len() as u32;
        self.terms.push(Term { key, end });
        number
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1 << 10);
        let old = std::mem::replace(&mut self.table, vec![0; size]);
        for entry in old.into_iter().filter(|entry| *entry != 0) {
            let mut slot = (entry >> 32) as usize & (size - 1);
            while self.table.get(slot).is_some_and(|entry| *entry != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = self.table.get_mut(slot) {
                *free = entry;
            }
        }
    }

    /// Whether a term is `token`. Only one shorter than its key ends within it.
    #[inline(always)]
    fn is(&self, number: usize, key: u64, token: &[u8]) -> bool {
        let same = self.terms.get(number).is_some_and(|term| term.key == key);
        same && (token.len() < 8 || self.text_of(number) == token)
    }

    /// A term by its number.
    #[must_use]
    pub fn text_of(&self, number: usize) -> &[u8] {
        let end = |number: usize| self.terms.get(number).map_or(0, |term| term.end as usize);
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
            let mut eight = [0; 8];
            if let Some(some) = eight.get_mut(..token.len()) {
                some.copy_from_slice(token);
            }
            u64::from_le_bytes(eight)
        }
    }
}

/// A hash in the lowest 32 bits.
#[inline(always)]
fn hash(key: u64, token: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = (key ^ token.len() as u64).wrapping_mul(ODD);
    for byte in token.get(8..).unwrap_or_default() {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(ODD).rotate_left(23);
    }
    (sum ^ sum >> 29) >> 32
}
