//! Passports. Their numbers have nothing to check and look as product numbers do, so they are
//! believed only where the column's name or the word before them says what they are.

/// Whether a token looks like a number of a passport: of China `E12345678`, `EA1234567`,
/// `G12345678`, or those for service and diplomats; of elsewhere one or two letters and six to
/// eight digits.
pub(super) fn may_be_passport(token: &[u8]) -> bool {
    let letters = token
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let digits = token.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && (6..=8).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
}

/// Whether a cell of a column of passports is one: the same, or nine digits as some countries
/// have them.
pub(crate) fn passport(cell: &[u8]) -> bool {
    may_be_passport(cell) || (cell.len() == 9 && cell.iter().all(u8::is_ascii_digit))
}

/// Whether the words right before a place say that a passport follows.
pub(super) fn is_announced(before: &[u8]) -> bool {
    let near = before
        .get(before.len().saturating_sub(24)..)
        .unwrap_or_default();
    let says = |word: &[u8]| {
        near.windows(word.len())
            .any(|window| window.eq_ignore_ascii_case(word))
    };
    says("护照".as_bytes()) || says(b"passport")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_needs_its_word() {
        assert!(may_be_passport(b"E12345678") && may_be_passport(b"EA1234567"));
        assert!(!may_be_passport(b"ABC1234567") && !may_be_passport(b"123456789"));
        assert!(is_announced("持护照号：".as_bytes()) && is_announced(b"Passport No. "));
        assert!(!is_announced("产品".as_bytes()));
    }
}
