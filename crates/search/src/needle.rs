//! A needle in folded text, and what stands around it.

use crate::fold::is_word;
use crate::terms::Term;
use memchr::memchr;

/// A term made ready: its bytes, the one to look for, and what must stand around it.
pub(crate) struct Needle<'t> {
    bytes: &'t [u8],
    /// Place of its rarest byte, and that byte.
    rarest: usize,
    byte: u8,
    /// Bytes of the first character, the least step after a miss.
    step: usize,
    bound_start: bool,
    bound_end: bool,
}

/// Letters that are rare in most languages come last.
const LETTERS: &[u8] = b"eatoinsrhldcumfpgwybvkxjqz";

/// How rare a byte of folded text is, roughly.
fn rarity(byte: u8) -> usize {
    match byte {
        b'0'..=b'9' => 18,
        // The last byte of a character tells most of it, the first nearly nothing.
        0x80..=0xBF => 20,
        _ => LETTERS.iter().position(|l| *l == byte).unwrap_or(0),
    }
}

impl<'t> Needle<'t> {
    /// What the term itself asks for.
    pub(crate) fn new(term: &'t Term) -> Self {
        let needle = term.needle.as_str();
        Self {
            bound_start: needle.starts_with(is_word),
            bound_end: needle.ends_with(is_word) && !term.prefix,
            ..Self::anywhere(needle)
        }
    }

    /// Text that may stand anywhere.
    pub(crate) fn anywhere(needle: &'t str) -> Self {
        let bytes = needle.as_bytes();
        let (mut rarest, mut most) = (0, 0);
        for (place, byte) in bytes.iter().enumerate() {
            if rarity(*byte) >= most {
                (rarest, most) = (place, rarity(*byte));
            }
        }
        Self {
            bytes,
            rarest,
            byte: bytes.get(rarest).copied().unwrap_or(0),
            step: needle.chars().next().map_or(1, char::len_utf8),
            bound_start: false,
            bound_end: false,
        }
    }

    /// The first place at or after byte `from` of `text` where it stands within word bounds.
    pub(crate) fn find(&self, text: &str, mut from: usize) -> Option<usize> {
        loop {
            let at = self.next(text.as_bytes(), from)?;
            let before = || text.get(..at).is_some_and(|t| t.ends_with(is_word));
            let after = || {
                text.get(at + self.bytes.len()..)
                    .is_some_and(|t| t.starts_with(is_word))
            };
            if !(self.bound_start && before() || self.bound_end && after()) {
                return Some(at);
            }
            from = at + self.step;
        }
    }

    /// Whether the bytes stand in a text, whatever is around them.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.next(text.as_bytes(), 0).is_some()
    }

    /// The next place of the bytes at or after `from`.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut from = from + self.rarest;
        loop {
            let found = from + memchr(self.byte, text.get(from..)?)?;
            let start = found - self.rarest;
            if text.get(start..)?.starts_with(self.bytes) {
                return Some(start);
            }
            from = found + 1;
        }
    }
}
