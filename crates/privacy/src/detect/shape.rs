//! How many bytes of each class a cell has: one look-up and one addition a byte, which tells of
//! most cells that nothing can be in them.

/// Eight counts of a byte each, added as one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u64);

/// The shortest text with a passport and the word before it, `护照` and eight characters, which
/// is shorter than a credit code.
const ANNOUNCED: usize = 14;

const DIGIT: u32 = 0;
const HIGH: u32 = 8;
const DOT: u32 = 16;
const COLON: u32 = 24;
const AT: u32 = 32;
const HYPHEN: u32 = 40;
const LETTER: u32 = 48;
const PLUS: u32 = 56;

static CLASSES: [u64; 256] = classes();

const fn classes() -> [u64; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let class = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            0x80.. => HIGH,
            b'.' => DOT,
            b':' => COLON,
            b'@' => AT,
            b'-' => HYPHEN,
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'+' => PLUS,
            _ => u32::MAX,
        };
        if class != u32::MAX {
            classes[byte] = 1 << class;
        }
        byte += 1;
    }
    classes
}

impl Shape {
    /// The shape of a text; counts stop at 255.
    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        if bytes.len() <= 255 {
            return Self(sum(bytes));
        }
        bytes.chunks(255).map(sum).fold(Self(0), Self::add)
    }

    fn add(self, other: u64) -> Self {
        let (mine, theirs) = (self.0.to_le_bytes(), other.to_le_bytes());
        let both = std::array::from_fn(|at| match (mine.get(at), theirs.get(at)) {
            (Some(mine), Some(theirs)) => mine.saturating_add(*theirs),
            _ => 0,
        });
        Self(u64::from_le_bytes(both))
    }

    const fn count(self, class: u32) -> u8 {
        (self.0 >> class) as u8
    }

    /// Digits.
    pub(crate) const fn digits(self) -> u8 {
        self.count(DIGIT)
    }

    /// Bytes of characters that are not ASCII.
    pub(crate) const fn high(self) -> u8 {
        self.count(HIGH)
    }

    /// Latin letters.
    pub(crate) const fn letters(self) -> u8 {
        self.count(LETTER)
    }

    /// Whether a number that is told by its digits can be in it: a mobile number (11 digits), an
    /// ID (15 or 17), a card (14), one with `+` (8), a credit code (7 and letters), a passport
    /// (the same, behind a word).
    pub(crate) const fn may_be_number(self, long: usize) -> bool {
        self.digits() >= 11
            || (self.digits() >= 7
                && (self.count(PLUS) >= 1 || (self.letters() >= 1 && long >= ANNOUNCED)))
    }

    /// Whether anything that is told within a text can be in it.
    #[inline]
    pub(crate) const fn may_be_any(self, long: usize) -> bool {
        self.may_be_number(long)
            || self.may_be_email()
            || self.may_be_ipv4()
            || self.may_be_hexadecimal()
            || self.may_be_plate()
            || self.may_be_pair()
    }

    /// Whether a mail address can be in it.
    pub(crate) const fn may_be_email(self) -> bool {
        self.count(AT) >= 1 && self.count(DOT) >= 1
    }

    /// Whether an address of four bytes can be in it.
    pub(crate) const fn may_be_ipv4(self) -> bool {
        self.count(DOT) >= 3 && self.digits() >= 4
    }

    /// Whether an address of sixteen bytes or a network card's can be in it.
    pub(crate) const fn may_be_hexadecimal(self) -> bool {
        self.count(COLON) >= 3
            || (self.count(COLON) == 2 && self.letters() >= 1)
            || (self.count(HYPHEN) >= 5 && self.letters() >= 1)
    }

    /// Whether a licence plate can be in it.
    pub(crate) const fn may_be_plate(self) -> bool {
        self.high() >= 3 && self.letters() >= 1 && self.digits() >= 3
    }

    /// Whether a pair of coordinates can be in it.
    pub(crate) const fn may_be_pair(self) -> bool {
        self.count(DOT) >= 2 && self.digits() >= 8
    }
}

#[inline]
fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut sum = 0_u64;
    for [a, b, c, d, e, f, g, h] in words {
        // Eight at a time, since a step costs as much as a look-up.
        sum = sum
            .wrapping_add(class(*a))
            .wrapping_add(class(*b))
            .wrapping_add(class(*c))
            .wrapping_add(class(*d))
            .wrapping_add(class(*e))
            .wrapping_add(class(*f))
            .wrapping_add(class(*g))
            .wrapping_add(class(*h));
    }
    rest.iter()
        .fold(sum, |sum, byte| sum.wrapping_add(class(*byte)))
}

#[inline]
const fn class(byte: u8) -> u64 {
    // A byte has a place in a table of 256, so that nothing is checked here.
    CLASSES[byte as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_do_not_run_over_into_each_other() {
        let long = "1".repeat(700) + "@." + &".".repeat(300);
        let shape = Shape::of(long.as_bytes());
        assert_eq!((shape.digits(), shape.high(), shape.letters()), (255, 0, 0));
        assert!(shape.may_be_email() && !shape.may_be_hexadecimal());
        assert!(!Shape::of("数据 2024-01".as_bytes()).may_be_number(14));
    }
}
