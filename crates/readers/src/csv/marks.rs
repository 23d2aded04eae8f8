//! Finds the bytes that part cells and rows, eight at a time: most of a file are the others.
//! Plain words of 64 bits and no vector instructions, so that every browser runs it.

const LOW: u64 = 0x0101_0101_0101_0101;
const SEVEN: u64 = 0x7F7F_7F7F_7F7F_7F7F;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Bytes below this one are looked at: line feed, carriage return, NUL, and with them a few that
/// hardly stand in text.
const CONTROLS: u64 = 0x0E;

/// The bytes of a text that may part something, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    delimiter: u64,
    /// Where the words begin that are not looked at yet.
    next: usize,
    /// Where the word begins that `found` is about.
    base: usize,
    /// The high bit of each byte found and not given out yet.
    found: u64,
}

impl<'a> Marks<'a> {
    /// Of a text whose cells are parted by an ASCII character.
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        Self {
            bytes,
            delimiter: LOW * u64::from(delimiter),
            next: 0,
            base: 0,
            found: 0,
        }
    }

    /// The place of the next delimiter, quotation mark or control character.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.base = self.next;
            let rest = self.bytes.get(self.next..)?;
            let word = match rest.first_chunk::<8>() {
                Some(word) => u64::from_le_bytes(*word),
                None if rest.is_empty() => return None,
                None => {
                    // Filled up with a letter, which parts nothing.
                    let mut word = [b'a'; 8];
                    word.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                    u64::from_le_bytes(word)
                }
            };
            self.next = self.bytes.len().min(self.next + 8);
            self.found = parting(word, self.delimiter);
        }
        let at = self.base + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// The high bit of each byte that is a delimiter, a quotation mark or a control character.
#[inline(always)]
fn parting(word: u64, delimiter: u64) -> u64 {
    // A byte is zero if adding 0x7F to its lower bits does not reach the high one and the high
    // one is not set; no sum carries into the next byte.
    let other = |word: u64| ((word & SEVEN) + SEVEN) | word;
    let control = ((word & SEVEN) + LOW * (0x80 - CONTROLS)) | word;
    !(control & other(word ^ delimiter) & other(word ^ (LOW * u64::from(b'"')))) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_looking_at_each_byte_finds() {
        let bytes: Vec<u8> = (0..2_000u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        for delimiter in [b',', b'\t', b'|', 0] {
            for start in 0..20 {
                let bytes = &bytes[start..];
                let mut marks = Marks::new(bytes, delimiter);
                let found: Vec<usize> = std::iter::from_fn(|| marks.next()).collect();
                let expected = bytes
                    .iter()
                    .enumerate()
                    .filter(|(_, byte)| **byte < 0x0E || **byte == b'"' || **byte == delimiter);
                assert_eq!(found, expected.map(|(at, _)| at).collect::<Vec<_>>());
            }
        }
    }
}
