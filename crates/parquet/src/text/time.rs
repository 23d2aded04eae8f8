//! Dates and times as ISO 8601 writes them (LogicalTypes.md "Temporal Types").

use std::fmt::Write as _;

use crate::kind::Unit;

const SECONDS_OF_DAY: i128 = 86_400;

/// A day, counted from 1970-01-01, in the Gregorian calendar as if there had been no other.
pub(super) fn write_date(days: i128, out: &mut String) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i128::from(month <= 2);
    let _ = match year {
        0..=9_999 => write!(out, "{year:04}-{month:02}-{day:02}"),
        // Years of more digits need a sign and two digits more (ISO 8601 "expanded").
        _ => write!(out, "{year:+07}-{month:02}-{day:02}"),
    };
}

/// A time of day; `Z` behind it says that it is UTC.
pub(super) fn write_time(value: i64, unit: Unit, utc: bool, out: &mut String) {
    let per_second = unit.per_second();
    let seconds = i128::from(value.div_euclid(per_second));
    write_clock(seconds, value.rem_euclid(per_second), unit, out);
    out.push_str(if utc { "Z" } else { "" });
}

/// A day and a time.
pub(super) fn write_timestamp(value: i128, unit: Unit, utc: bool, out: &mut String) {
    let per_second = i128::from(unit.per_second());
    let seconds = value.div_euclid(per_second);
    write_date(seconds.div_euclid(SECONDS_OF_DAY), out);
    out.push('T');
    let fraction = value.rem_euclid(per_second) as i64;
    write_clock(seconds.rem_euclid(SECONDS_OF_DAY), fraction, unit, out);
    out.push_str(if utc { "Z" } else { "" });
}

/// Hours, minutes, seconds; the fraction where there is one, with all digits of its unit.
fn write_clock(seconds: i128, fraction: i64, unit: Unit, out: &mut String) {
    let (hour, minute) = (seconds.div_euclid(3_600), seconds.rem_euclid(3_600) / 60);
    let second = seconds.rem_euclid(60);
    let _ = write!(out, "{hour:02}:{minute:02}:{second:02}");
    if fraction != 0 {
        let _ = match unit {
            Unit::Millis => write!(out, ".{fraction:03}"),
            Unit::Micros => write!(out, ".{fraction:06}"),
            Unit::Nanos => write!(out, ".{fraction:09}"),
        };
    }
}

/// Months, days and milliseconds, four bytes each, as a duration: `P1M2DT3.004S`.
pub(super) fn write_interval(bytes: &[u8], out: &mut String) {
    let part = |at: usize| {
        let four = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
        four.map_or(0, |four| u32::from_le_bytes(*four))
    };
    let (months, days, millis) = (part(0), part(4), part(8));
    out.push('P');
    let _ = match months {
        0 => Ok(()),
        _ => write!(out, "{months}M"),
    };
    if days > 0 || (months == 0 && millis == 0) {
        let _ = write!(out, "{days}D");
    }
    if millis > 0 {
        let _ = write!(out, "T{}", millis / 1_000);
        if millis % 1_000 > 0 {
            let _ = write!(out, ".{:03}", millis % 1_000);
        }
        out.push('S');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn days_before_and_far_behind_1970_are_dates() {
        let date = |days| text(|out| write_date(days, out));
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(-1), "1969-12-31");
        assert_eq!(date(19_782), "2024-02-29");
        assert_eq!(date(-719_529), "-000001-12-31");
        assert_eq!(date(2_932_897), "+010000-01-01");
    }

    #[test]
    fn times_have_a_fraction_where_they_have_one() {
        let at = |value, unit| text(|out| write_timestamp(value, unit, true, out));
        assert_eq!(at(1_700_000_000_000, Unit::Millis), "2023-11-14T22:13:20Z");
        assert_eq!(at(-1, Unit::Micros), "1969-12-31T23:59:59.999999Z");
        assert_eq!(at(1, Unit::Nanos), "1970-01-01T00:00:00.000000001Z");
        let local = text(|out| write_time(3_723_004, Unit::Millis, false, out));
        assert_eq!(local, "01:02:03.004");
    }

    #[test]
    fn intervals_are_durations() {
        let bytes = [1, 0, 0, 0, 2, 0, 0, 0, 0xbc, 0x0b, 0, 0];
        assert_eq!(text(|out| write_interval(&bytes, out)), "P1M2DT3.004S");
        assert_eq!(text(|out| write_interval(&[0; 12], out)), "P0D");
    }
}
