//! The unified social credit code (GB 32100-2015): eighteen characters, of which the last checks
//! the others and the seventeenth checks the organisation code within (GB 11714-1997).

use crate::clean;

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
    let foreign = |c: &char| u8::try_from(*c).map_or(true, |c| digits::credit_value(c).is_none());
    if let Some(c) = code.chars().find(foreign) {
        return Err(CreditCodeFault::Character(c));
    }
    let expected = digits::credit_code(code.as_bytes()).map_or(' ', char::from);
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
    let (at, found) = (code.as_bytes().get(8..)?, code.as_bytes().get(16)?);
    let expected = digits::organization(at)?;
    (*found != expected).then_some(char::from(expected))
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
        for c in "0123456789ABCDEFGHJKLMNPQRUWXY".chars() {
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
