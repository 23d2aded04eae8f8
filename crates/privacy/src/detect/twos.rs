//! Sets of two digits, a bit for each, read from a list at compile time.

/// Some of the numbers from 00 to 99.
#[derive(Clone, Copy, Debug)]
pub(super) struct Twos(u128);

impl Twos {
    /// The numbers of a list in which each has its two digits last, before a space: ` 138 139`
    /// means 38 and 39 where `long` is 4, ` 11 12` with 3 what it says.
    pub(super) const fn of(list: &str, long: usize) -> Self {
        let bytes = list.as_bytes();
        let (mut set, mut at) = (0, long);
        while at <= bytes.len() {
            let number = (bytes[at - 2] - b'0') * 10 + (bytes[at - 1] - b'0');
            set |= 1 << number;
            at += long;
        }
        Self(set)
    }

    /// Whether two bytes are digits and one of the numbers.
    #[inline]
    pub(super) fn has(self, tens: u8, ones: u8) -> bool {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        tens < 10 && ones < 10 && self.0 >> (tens * 10 + ones) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_the_list_has() {
        let (two, three) = (Twos::of(" 11 99", 3), Twos::of(" 138 100", 4));
        assert!(two.has(b'1', b'1') && two.has(b'9', b'9') && !two.has(b'1', b'9'));
        assert!(three.has(b'3', b'8') && three.has(b'0', b'0') && !three.has(b'1', b'3'));
        assert!(!two.has(b'x', b'1') && !two.has(b'1', b' '));
    }
}
