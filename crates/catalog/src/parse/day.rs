//! Days in the one form that sorts as text, `YYYY-MM-DD`.

/// Whether `text` has the form `YYYY-MM-DD` of the schema: digits and hyphens only.
#[must_use]
pub fn is_iso_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        })
}

/// Whether the day exists in the Gregorian calendar.
#[must_use]
pub fn is_calendar_day(text: &str) -> bool {
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else {
        return false;
    };
    is_iso_day(text) && (1..=days_in_month(year, month)).contains(&day)
}

/// How many days a month has; 0 if there is no such month.
#[must_use]
pub fn days_in_month(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        assert!(is_calendar_day("2024-02-29"));
        for no_day in [
            "2023-02-29",
            "2024-13-01",
            "0000-00-00",
            "2024-1-01",
            "2024/01/01",
        ] {
            assert!(!is_calendar_day(no_day), "{no_day}");
        }
    }
}
