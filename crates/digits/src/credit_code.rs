//! The unified social credit code (GB 32100-2015): eighteen characters, of which the last checks
//! the others and the seventeenth checks the organisation code within (GB 11714-1997).

/// The alphabet, in the order of its values; I, O, S, V and Z are not in it.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The value of a character in a credit code; `None` for one that no code has, small letters
/// among them.
#[must_use]
pub fn credit_value(byte: u8) -> Option<u8> {
    let at = ALPHABET.iter().position(|known| *known == byte)?;
    u8::try_from(at).ok()
}

/// The last character that the first seventeen make, each three times as heavy as the one
/// before, modulo 31. `None` where there are fewer, or one is not in the alphabet.
#[must_use]
pub fn credit_code(code: &[u8]) -> Option<u8> {
    let (mut sum, mut weight) = (0, 1);
    for byte in code.get(..17)? {
        sum += u32::from(credit_value(*byte)?) * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET.get(((31 - sum % 31) % 31) as usize).copied()
}

/// The ninth character of an organisation code that its first eight make, modulo 11; in a credit
/// code those are the ninth to the sixteenth, and this is the seventeenth. `None` where there
/// are fewer, or one is neither digit nor letter.
#[must_use]
pub fn organization(code: &[u8]) -> Option<u8> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let mut sum = 0;
    for (byte, weight) in code.get(..8)?.iter().zip(WEIGHTS) {
        sum += char::from(*byte).to_digit(36)? * weight;
    }
    Some(match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b'0' + digit as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_both_check_characters_of_published_codes() {
        for code in [
            b"91440300708461136T",
            b"914403001922038216",
            b"91110000802100433B",
        ] {
            assert_eq!(credit_code(code), Some(code[17]));
            assert_eq!(organization(&code[8..]), Some(code[16]));
        }
    }

    #[test]
    fn short_and_foreign_text_has_none() {
        assert_eq!(credit_code(b"9144"), None);
        assert_eq!(credit_code(b"9144O300708461136T"), None);
        assert_eq!(organization(b"\xE4\xB8\x80\xE4\xB8\x80\xE4\xB8"), None);
    }
}
