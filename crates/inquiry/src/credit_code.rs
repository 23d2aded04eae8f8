//! The unified social credit code (GB 32100-2015): eighteen characters, of which the last checks
//! the others and the seventeenth checks the organisation code within (GB 11714-1997).

use crate::clean;

/// The alphabet, in the order of its values; I, O, S, V and Z are not in it.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What stands in the way of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// Not eighteen characters, but so many.
    Length(usize),
    /// A character that no code has, such as I or O.
    Character(char),
    /// The last character should be this one.
    CheckDigit {
        /// What it is.
        found: char,
        /// What the first seventeen make it.
        expected: char,
    },
}

/// A code whose last character is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditCode {
    /// In capitals, without spaces.
    pub code: String,
    /// What the seventeenth character should be, if it does not fit: worth a question, as
    /// registers are known to hold some of these.
    pub organization_digit_expected: Option<char>,
}

/// Reads a code as typed: spaces, full-width and small letters are forgiven.
///
/// # Errors
/// The first [`CreditCodeFault`].
pub fn credit_code(typed: &str) -> Result<CreditCode, CreditCodeFault> {
    let code = clean::code(typed).replace('-', "").to_ascii_uppercase();
    let characters = code.chars().count();
    if characters != 18 {
        return Err(CreditCodeFault::Length(characters));
    }
    let mut values = [0_u32; 18];
    for (value, c) in values.iter_mut().zip(code.chars()) {
        *value = value_of(c).ok_or(CreditCodeFault::Character(c))?;
    }
    let mut sum = 0;
    let mut weight = 1;
    for value in values.iter().take(17) {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let expected = character((31 - sum % 31) % 31);
    let found = code.chars().last().unwrap_or(' ');
    if found != expected {
        return Err(CreditCodeFault::CheckDigit { found, expected });
    }
    Ok(CreditCode {
        organization_digit_expected: organization_digit(&code),
        code,
    })
}

/// The right seventeenth character, if the one that stands there is wrong.
fn organization_digit(code: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = code
        .chars()
        .skip(8)
        .zip(WEIGHTS)
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum();
    let expected = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    (code.chars().nth(16) != Some(expected)).then_some(expected)
}

fn value_of(c: char) -> Option<u32> {
    let at = ALPHABET.iter().position(|known| char::from(*known) == c)?;
    u32::try_from(at).ok()
}

fn character(value: u32) -> char {
    usize::try_from(value)
        .ok()
        .and_then(|at| ALPHABET.get(at))
        .map_or('0', |byte| char::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Published codes of three large companies.
    const REAL: &[&str] = &[
        "91440300708461136T",
        "914403001922038216",
        "91110000802100433B",
    ];

    #[test]
    fn accepts_codes_of_real_companies() {
        for code in REAL {
            let read = credit_code(code);
            assert_eq!(read.as_ref().map(|read| read.code.as_str()), Ok(*code));
            assert_eq!(
                read.map(|read| read.organization_digit_expected),
                Ok(None),
                "{code}"
            );
        }
    }

    #[test]
    fn tells_the_check_digit_that_the_others_make() {
        let fault = CreditCodeFault::CheckDigit {
            found: '8',
            expected: 'T',
        };
        assert_eq!(credit_code("914403007084611368"), Err(fault));
    }

    #[test]
    fn every_wrong_last_character_is_found() {
        for c in ALPHABET
            .iter()
            .map(|byte| char::from(*byte))
            .filter(|c| *c != 'T')
        {
            assert!(
                credit_code(&format!("91440300708461136{c}")).is_err(),
                "{c}"
            );
        }
    }

    #[test]
    fn names_length_and_character() {
        assert_eq!(credit_code("9144"), Err(CreditCodeFault::Length(4)));
        assert_eq!(
            credit_code("9144O300708461136T"),
            Err(CreditCodeFault::Character('O'))
        );
    }

    #[test]
    fn forgives_spaces_width_and_case() {
        assert!(credit_code(" ９１44 0300 7084 6113 6t ").is_ok());
    }
}
