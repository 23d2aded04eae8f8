//! Resident identity numbers (GB 11643-1999): six digits of a place (GB/T 2260), the day of
//! birth, three of a series, and since 1999 a check digit behind them.
//!
//! Of random eighteen digits 1 in 11 has the right last one, and 1 in some 50,000 the province
//! and the day as well.

use super::day::is_day;
use super::twos::Twos;

/// The latest year of birth that is believed. There is no clock here, and a few years too many
/// cost nothing.
const LATEST_YEAR: u32 = 2035;

/// The first two digits of places in GB/T 2260.
const PROVINCES: Twos = Twos::of(
    " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 \
     71 81 82 83",
    3,
);

/// Whether two digits are those of a province, a region, or what is treated as one.
pub(super) fn is_province(text: &[u8]) -> bool {
    matches!(text, [tens, ones, ..] if PROVINCES.has(*tens, *ones))
}

/// Whether eighteen characters, the first seventeen of them digits, are a number of today's form.
pub(super) fn resident_id(text: &[u8]) -> bool {
    // The cheapest first: hardly any order number goes further.
    is_province(text)
        && text
            .get(6..14)
            .is_some_and(|day| is_day(day, 1900..=LATEST_YEAR))
        && text
            .get(17)
            .is_some_and(|last| digits::resident_id(text) == Some(last.to_ascii_uppercase()))
}

/// Whether fifteen digits are a number of the form until 1999, which has the year with two
/// digits and nothing to check.
pub(super) fn old_resident_id(text: &[u8]) -> bool {
    let mut day = *b"19000000";
    for (to, from) in day.iter_mut().skip(2).zip(text.iter().skip(6)) {
        *to = *from;
    }
    text.len() == 15 && is_province(text) && is_day(&day, 1900..=1999)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digit_day_and_province_must_all_be_right() {
        for (text, right) in [
            (&b"11010519491231002X"[..], true),
            (b"11010519491231002x", true),
            (b"440524188001010014", false), // nobody alive
            (b"110105194912310021", false),
            (b"11010519491331002X", false),
            (b"90010519491231002X", false),
            (b"1101051949123100", false),
        ] {
            assert_eq!(
                resident_id(text),
                right,
                "{}",
                String::from_utf8_lossy(text)
            );
        }
        assert!(old_resident_id(b"110105491231002"));
        assert!(!old_resident_id(b"110105491331002"));
    }
}
