//! Payment cards (ISO/IEC 7812-1): the issuer's first digits, a length that goes with them, and
//! Luhn's check digit. One of ten numbers with prefix and length passes by chance.

/// First digits, from and to, and the lengths that go with them, from and to. UnionPay has
/// most of China's cards; 9558 is an older series of ICBC.
const ISSUERS: &[([u16; 2], [u8; 2])] = &[
    ([6200, 6299], [16, 19]),
    ([9558, 9558], [19, 19]),
    ([4000, 4999], [16, 16]),
    ([5100, 5599], [16, 16]),
    ([2221, 2720], [16, 16]),
    ([3528, 3589], [16, 16]),
    ([3400, 3499], [15, 15]),
    ([3700, 3799], [15, 15]),
    ([3600, 3699], [14, 14]),
    ([6011, 6011], [16, 16]),
    ([6440, 6599], [16, 16]),
];

/// Whether digits have the first four and the length of a card.
pub(super) fn may_be_card(digits: &[u8]) -> bool {
    let Some(four) = digits.first_chunk::<4>() else {
        return false;
    };
    let first = four
        .iter()
        .fold(0, |sum, digit| sum * 10 + u16::from(digit & 15));
    ISSUERS.iter().any(|([from, to], [short, long])| {
        (*from..=*to).contains(&first)
            && (usize::from(*short)..=usize::from(*long)).contains(&digits.len())
    })
}

/// Whether digits are those of a card.
pub(super) fn bank_card(digits: &[u8]) -> bool {
    // Sixteen zeros behind a four pass, and fill forms.
    let varied = digits
        .get(4..)
        .is_some_and(|rest| rest.iter().any(|digit| Some(digit) != rest.first()));
    may_be_card(digits) && varied && digits::luhn(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_length_and_check_digit_go_together() {
        // Numbers that card networks publish for tests.
        for card in [
            &b"4012888888881881"[..],
            b"378282246310005",
            b"6200000000000005",
        ] {
            assert!(bank_card(card), "{}", String::from_utf8_lossy(card));
        }
        assert!(!bank_card(b"411111111111111") && !bank_card(b"1234567890123452"));
        assert!(!bank_card(b"6011000990139425"));
    }
}
