//! The clock of the command line: what is over is over by the day, in UTC as in the shop.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is an end: here the clock comes in"
    )]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    day(since.map_or(0, |time| time.as_secs() / 86_400))
}

/// A day by its number since 1970-01-01. Counted in years that begin in March, so that the
/// day of a leap year comes last (H. Hinnant, "chrono-compatible low-level date algorithms").
fn day(number: u64) -> String {
    let days = number + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (month, turn) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    format!("{:04}-{month:02}-{date:02}", era * 400 + year + turn)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn counts_days_over_leap_years() {
        for (number, written) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_782, "2024-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(day(number), written);
        }
    }
}
