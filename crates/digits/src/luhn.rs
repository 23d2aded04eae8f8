//! The check digit of payment cards (ISO/IEC 7812-1, annex B), known as Luhn's.

/// Whether the last digit is the one that the others make. One of ten random numbers passes.
/// `false` for what is empty or not all digits.
#[must_use]
pub fn luhn(digits: &[u8]) -> bool {
    let mut sum = 0_u32;
    for (at, byte) in digits.iter().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let digit = u32::from(byte - b'0');
        sum += match at % 2 {
            0 => digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        };
    }
    !digits.is_empty() && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_last_digit_of_ten_fits() {
        // The number that card networks publish for tests.
        let fits = |last: u8| luhn(&[b"411111111111111".as_slice(), &[last]].concat());
        let fitting: Vec<u8> = (b'0'..=b'9').filter(|last| fits(*last)).collect();
        assert_eq!(fitting, b"1");
        assert!(!luhn(b"") && !luhn(b"41x1"));
    }
}
