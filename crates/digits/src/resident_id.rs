//! The last character of a resident identity number (GB 11643-1999, which takes ISO 7064
//! MOD 11-2).

/// The eighteenth character that the first seventeen digits make: a digit or `X`. `None` where
/// there are fewer, or one is no digit.
#[must_use]
pub fn resident_id(number: &[u8]) -> Option<u8> {
    const WEIGHTS: [u8; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let mut sum = 0;
    for (byte, weight) in number.get(..17)?.iter().zip(WEIGHTS) {
        if !byte.is_ascii_digit() {
            return None;
        }
        sum += u32::from(byte - b'0') * u32::from(weight);
    }
    b"10X98765432".get((sum % 11) as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_the_last_characters_of_the_standards_own_examples() {
        // Examples in GB 11643-1999, annex A.
        assert_eq!(resident_id(b"11010519491231002"), Some(b'X'));
        assert_eq!(resident_id(b"44052418800101001"), Some(b'4'));
        assert_eq!(resident_id(b"1101051949123100"), None);
        assert_eq!(resident_id(b"1101051949123100X"), None);
    }
}
