//! Days, months and times as tables write them. Gives a key to order by; shifts no zones:
//! a date is never shown a day early because of where the reader sits.

use super::fit::{DATE, DATE_TIME};

/// What a key is made of; month and day are 0 where the text does not say them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayParts {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    /// Seconds since midnight.
    pub(crate) seconds: i64,
}

/// The parts of a key.
pub(crate) fn day_parts(key: i64) -> DayParts {
    let days = key / 100_000;
    DayParts {
        year: days / 512,
        month: days / 32 % 16,
        day: days % 32,
        seconds: key % 100_000,
    }
}

/// The key of a second, counted from 1970-01-01T00:00:00; `None` outside of the years 0 to 9999.
pub(crate) fn day_key(seconds: i64) -> Option<i64> {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = seconds.div_euclid(86_400).checked_add(719_468)?;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let of_400 = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * of_400 + of_400 / 4 - of_400 / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = of_400 + era * 400 + i64::from(month <= 2);
    let days = year * 512 + month * 32 + day;
    let is_year = (0..=9_999).contains(&year);
    is_year.then_some(days * 100_000 + seconds.rem_euclid(86_400))
}

/// The form (a bit of `fit`) and an ordering key, or `None` if the text is no date. The key is
/// absent where the order of day and month cannot be known. `text` is trimmed.
pub(super) fn day(text: &str) -> Option<(u16, Option<i64>)> {
    if !text.as_bytes().first()?.is_ascii_digit() || text.len() > 48 {
        return None;
    }
    if let Some(found) = usual(text.as_bytes()) {
        return Some(found);
    }
    let mut rest = Rest(text);
    let first = rest.digits(4)?;
    match first.len() {
        4 => year_first(value(first), &mut rest),
        1 | 2 => year_last(value(first), &mut rest),
        _ => None,
    }
}

/// `2021-03-31` and `2021-03-31 08:00:00`, which most dates are; what is read here is read the
/// same by the general way.
#[inline]
pub(super) fn usual(text: &[u8]) -> Option<(u16, Option<i64>)> {
    let (date, time) = text.split_first_chunk::<10>()?;
    let [a, b, c, d, first, e, f, second, g, h] = *date;
    if first != second || !matches!(first, b'-' | b'/') {
        return None;
    }
    let two = |tens: u8, ones: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then_some(i64::from(tens) * 10 + i64::from(ones))
    };
    let year = two(a, b)? * 100 + two(c, d)?;
    let (month, day) = (two(e, f)?, two(g, h)?);
    if !(1_000..3_000).contains(&year) || !valid(month, day) {
        return None;
    }
    match *time {
        [] => Some((DATE, Some(key(year, month, day, 0)))),
        [b' ' | b'T', a, b, b':', c, d, b':', e, f] => {
            let (hour, minute, second) = (two(a, b)?, two(c, d)?, two(e, f)?);
            let sound = hour <= 24 && minute < 60 && second <= 60;
            let seconds = (hour * 60 + minute) * 60 + second;
            sound.then_some((DATE_TIME, Some(key(year, month, day, seconds))))
        }
        _ => None,
    }
}

/// Whether eight digits are a day written without separators (`20210331`).
pub(super) fn compact_day(text: &str) -> Option<i64> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) = (
        value(text.get(..4)?),
        value(text.get(4..6)?),
        value(text.get(6..)?),
    );
    ((1900..2100).contains(&year) && valid(month, day)).then(|| key(year, month, day, 0))
}

fn year_first(year: i64, rest: &mut Rest<'_>) -> Option<(u16, Option<i64>)> {
    if !(1000..3000).contains(&year) {
        return None;
    }
    let chinese = rest.take('年');
    if chinese && rest.0.is_empty() {
        return Some((DATE, Some(key(year, 0, 0, 0))));
    }
    let separator = ['-', '/', '.']
        .into_iter()
        .find(|c| !chinese && rest.take(*c));
    if separator.is_none() && !chinese {
        return None;
    }
    let month = value(rest.digits(2)?);
    if chinese && !rest.take('月') {
        return None;
    }
    if rest.0.is_empty() && separator != Some('.') {
        return valid(month, 1).then(|| (DATE, Some(key(year, month, 0, 0))));
    }
    if separator.is_some_and(|separator| !rest.take(separator)) {
        return None;
    }
    let day = value(rest.digits(2)?);
    if chinese {
        let _ = rest.take('日') || rest.take('号');
    }
    if !valid(month, day) {
        return None;
    }
    if rest.0.is_empty() {
        return Some((DATE, Some(key(year, month, day, 0))));
    }
    let seconds = time(rest)?;
    Some((DATE_TIME, Some(key(year, month, day, seconds))))
}

/// `31/03/2021` or `03/31/2021`: a date, but of which day is only known for some.
fn year_last(first: i64, rest: &mut Rest<'_>) -> Option<(u16, Option<i64>)> {
    let separator = ['/', '.', '-'].into_iter().find(|c| rest.take(*c))?;
    let second = value(rest.digits(2)?);
    let year = if rest.take(separator) {
        rest.digits(4)?
    } else {
        return None;
    };
    let sound = year.len() == 4 && (valid(second, first) || valid(first, second));
    if !sound {
        return None;
    }
    if rest.0.is_empty() {
        return Some((DATE, None));
    }
    time(rest).map(|_| (DATE_TIME, None))
}

/// A time of day and an optional zone, as seconds since midnight without regard to the zone.
fn time(rest: &mut Rest<'_>) -> Option<i64> {
    if !(rest.take('T') || rest.take(' ')) {
        return None;
    }
    let hour = value(rest.digits(2)?);
    let minute = if rest.take(':') {
        value(rest.digits(2)?)
    } else {
        return None;
    };
    let second = if rest.take(':') {
        value(rest.digits(2)?)
    } else {
        0
    };
    if rest.take('.') {
        rest.digits(9)?;
    }
    let _ = rest.take(' ');
    if !rest.take('Z') && (rest.take('+') || rest.take('-')) {
        rest.digits(4)?;
        if rest.take(':') {
            rest.digits(2)?;
        }
    }
    let sound = hour <= 24 && minute < 60 && second <= 60 && rest.0.is_empty();
    sound.then_some((hour * 60 + minute) * 60 + second)
}

/// What is left to read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// One or more digits, at most `most`.
    fn digits(&mut self, most: usize) -> Option<&'a str> {
        let long = self
            .0
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        let (digits, rest) = self.0.split_at_checked(long)?;
        self.0 = rest;
        (long > 0).then_some(digits)
    }

    fn take(&mut self, c: char) -> bool {
        let rest = self.0.strip_prefix(c);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

fn value(digits: &str) -> i64 {
    digits
        .bytes()
        .fold(0, |value, b| value * 10 + i64::from(b.wrapping_sub(b'0')))
}

fn valid(month: i64, day: i64) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=longest).contains(&day)
}

fn key(year: i64, month: i64, day: i64, seconds: i64) -> i64 {
    ((year * 16 + month) * 32 + day) * 100_000 + seconds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_the_key_of_their_text() {
        for (seconds, text) in [
            (0, "1970-01-01 00:00:00"),
            (-1, "1969-12-31 23:59:59"),
            (1_709_164_800, "2024-02-29 00:00:00"),
            (1_700_000_000, "2023-11-14 22:13:20"),
        ] {
            let (_, key) = day(text).unwrap();
            assert_eq!(day_key(seconds), key, "{text}");
        }
    }

    #[test]
    fn orders_dates_however_they_are_written() {
        let keys: Vec<i64> = [
            "2020年",
            "2020-05",
            "2020/5/1",
            "2020年5月2日",
            "2020.05.03",
            "2020-05-03 08:00",
            "2020-05-03T09:30:00.123+08:00",
            "2021-01-01",
        ]
        .iter()
        .map(|text| {
            day(text)
                .and_then(|(_, key)| key)
                .unwrap_or_else(|| panic!("{text}"))
        })
        .collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }

    #[test]
    fn knows_a_date_whose_day_it_cannot_tell() {
        assert_eq!(day("03/04/2021"), Some((DATE, None)));
        assert_eq!(day("31.03.2021 12:00:00"), Some((DATE_TIME, None)));
    }

    #[test]
    fn leaves_everything_else_alone() {
        for text in [
            "2021",
            "2021-13",
            "2021-02-30",
            "0000-00-00",
            "2021-3-31-1",
            "2021/3-31",
            "2021.05",
            "32/13/2021",
            "12:30",
            "2021-03-31T",
            "2021-03-31 25:00",
            "2021年3",
            "99/99",
            "R/P1D",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn reads_days_without_separators() {
        assert!(compact_day("20210331").is_some());
        assert!(compact_day("20211331").is_none());
        assert!(compact_day("11010119").is_none());
    }
}
