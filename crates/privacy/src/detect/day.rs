//! Days of the calendar.

use std::ops::RangeInclusive;

/// Whether eight bytes are a day, `YYYYMMDD`, in one of these years.
pub(super) fn is_day(text: &[u8], years: RangeInclusive<u32>) -> bool {
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to)?;
        digits.iter().try_fold(0, |number, byte| {
            let digit = char::from(*byte).to_digit(10)?;
            Some(number * 10 + digit)
        })
    };
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(4, 6), number(6, 8)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    years.contains(&year) && (1..=last).contains(&day)
}

/// The bytes of a day and a time at the beginning, as logs have them: `2024-01-15 10:30:00`.
/// They have as many digits as what is looked for, and are the commonest cells that do.
#[inline]
pub(super) fn timestamp(bytes: &[u8]) -> usize {
    let at = |place: usize| bytes.get(place).copied().unwrap_or(0);
    let is_date = matches!(at(4), b'-' | b'/' | b'.')
        && at(4) == at(7)
        && [0, 1, 2, 3, 5, 6, 8, 9]
            .iter()
            .all(|place| at(*place).is_ascii_digit());
    if !is_date {
        return 0;
    }
    let is_time = matches!(at(10), b' ' | b'T')
        && at(13) == b':'
        && [11, 12, 14, 15]
            .iter()
            .all(|place| at(*place).is_ascii_digit());
    match (is_time, at(16), at(10)) {
        (true, b':', _) => 19.min(bytes.len()),
        (true, _, _) => 16,
        (false, _, b'0'..=b'9' | b'-' | b'.') => 0,
        (false, _, _) => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_days_are_days_in_leap_years_only() {
        assert!(is_day(b"20000229", 1900..=2030));
        assert!(!is_day(b"19000229", 1900..=2030));
        assert!(!is_day(b"20230431", 1900..=2030));
        assert!(!is_day(b"2023043", 1900..=2030));
    }

    #[test]
    fn timestamps_are_passed_over_with_or_without_a_time() {
        assert_eq!(timestamp(b"2024-01-15 10:30:00.123"), 19);
        assert_eq!(timestamp(b"2024-01-15T10:30"), 16);
        assert_eq!(timestamp(b"2024-01-15, 13812345678"), 10);
        assert_eq!(timestamp(b"2024-01-1513812345678"), 0);
        assert_eq!(timestamp(b"13812345678"), 0);
    }
}
