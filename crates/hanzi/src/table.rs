//! The block of characters that the tables are about, U+4E00 to U+9FFF, and sets of them.

/// The first character of the block.
pub(crate) const FIRST: u32 = 0x4E00;
/// How many characters the block has.
pub(crate) const SIZE: usize = 0x5200;

/// The place of a character in the block.
#[inline(always)]
pub(crate) const fn place(c: char) -> Option<usize> {
    match c {
        '\u{4E00}'..='\u{9FFF}' => Some((c as u32 - FIRST) as usize),
        _ => None,
    }
}

/// The character at a place of the block.
pub(crate) fn at(place: usize) -> Option<char> {
    let place = u32::try_from(place).ok().filter(|p| *p < SIZE as u32)?;
    char::from_u32(FIRST + place)
}

/// A set of places, a bit each. A word is what the first two of the three bytes of such a
/// character in UTF-8 say, a bit of it the third.
pub(crate) struct Set([u64; SIZE / 64]);

impl Set {
    /// Reads the form in which it lies in a file. Done at compile time, so the program holds
    /// the set once.
    pub(crate) const fn read(bytes: &[u8; SIZE / 8]) -> Self {
        let mut words = [0; SIZE / 64];
        let mut at = 0;
        while at < bytes.len() {
            words[at / 8] |= (bytes[at] as u64) << (at % 8 * 8);
            at += 1;
        }
        Self(words)
    }

    /// The 64 places that begin at 64 times `word`.
    #[inline(always)]
    pub(crate) fn word(&self, word: usize) -> u64 {
        self.0.get(word).copied().unwrap_or(0)
    }

    #[inline(always)]
    pub(crate) fn has(&self, place: usize) -> bool {
        self.word(place / 64) >> (place % 64) & 1 != 0
    }

    /// All places in order.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        (0..SIZE).filter(|place| self.has(*place))
    }
}
