//! Days counted from an epoch, as ISO text.

use super::shape::Moment;

/// Where a workbook begins to count days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Day 1 is 1900-01-01, and 1900 has a 29th of February that never was.
    #[default]
    Of1900,
    /// Day 0 is 1904-01-01.
    Of1904,
}

/// The last day that spreadsheet programs know, 9999-12-31, since 1899-12-30.
const LAST: f64 = 2_958_466.0;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The ISO text of a moment; `None` for numbers that are none.
pub(super) fn text(value: f64, moment: Moment, epoch: Epoch) -> Option<String> {
    if !value.is_finite() || value.abs() >= LAST {
        return None;
    }
    let unit = if moment.fraction { 1.0 } else { 1_000.0 };
    let millis = (value * DAY as f64 / unit).round() * unit;
    let millis = millis as i64;
    if moment.elapsed {
        return Some(clock(millis, moment.fraction));
    }
    if value < 0.0 {
        return None;
    }
    let (days, rest) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
    if !moment.day {
        return Some(clock(rest, moment.fraction));
    }
    let day = match epoch {
        Epoch::Of1904 => days + 1_462,
        // The day that never was is the one before it shown twice.
        Epoch::Of1900 if days == 0 => return (rest > 0).then(|| clock(rest, moment.fraction)),
        Epoch::Of1900 if days < 60 => days + 1,
        Epoch::Of1900 => days,
    };
    let date = date(day);
    Some(match moment.time {
        true => format!("{date}T{}", clock(rest, moment.fraction)),
        false => date,
    })
}

/// Hours, minutes and seconds; hours may be more than a day has.
fn clock(millis: i64, fraction: bool) -> String {
    let sign = if millis < 0 { "-" } else { "" };
    let millis = millis.unsigned_abs();
    let (seconds, part) = (millis / 1_000, millis % 1_000);
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    let seconds = seconds % 60;
    let part = match fraction && part > 0 {
        true => format!(".{part:03}"),
        false => String::new(),
    };
    format!("{sign}{hours:02}:{minutes:02}:{seconds:02}{part}")
}

/// The date so many days after 1899-12-30 (Howard Hinnant's `civil_from_days`).
fn date(days: i64) -> String {
    // From 0000-03-01, the day after which leap days come at the end of a year.
    let days = days + 693_899;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, late) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + late)
}

/// A span of time as ODS writes it (`PT36H00M01.5S`) as hours, minutes and seconds.
pub(crate) fn duration_of(text: &str) -> Option<String> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text),
        None => ("", text),
    };
    let (days, rest) = text.strip_prefix('P')?.split_once('T')?;
    let days: u64 = match days {
        "" => 0,
        days => days.strip_suffix('D')?.parse().ok()?,
    };
    let (hours, rest) = rest.split_once('H').unwrap_or(("0", rest));
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds = rest.strip_suffix('S').unwrap_or("0");
    let (whole, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let number = |text: &str| text.parse::<u64>().ok().filter(|n| *n < 1_000_000_000);
    let hours = number(hours)? + days.min(1_000_000) * 24;
    let (minutes, seconds) = (number(minutes)?, number(whole)?);
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    part.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| format!("{sign}{hours:02}:{minutes:02}:{seconds:02}{point}{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64, day: bool, time: bool) -> Option<String> {
        let moment = Moment {
            day,
            time,
            ..Moment::default()
        };
        text(value, moment, Epoch::Of1900)
    }

    #[test]
    fn days_are_counted_as_spreadsheet_programs_do() {
        for (value, day) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (25_569.0, "1970-01-01"),
            (44_197.0, "2021-01-01"),
            (45_351.0, "2024-02-29"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(of(value, true, false).as_deref(), Some(day));
        }
        assert_eq!(
            of(44_197.75, true, true).as_deref(),
            Some("2021-01-01T18:00:00")
        );
        assert_eq!(of(0.25, false, true).as_deref(), Some("06:00:00"));
        assert_eq!(of(-1.0, true, false), None);
        assert_eq!(of(1e9, true, false), None);
        let day = Moment {
            day: true,
            ..Moment::default()
        };
        assert_eq!(text(0.0, day, Epoch::Of1904).as_deref(), Some("1904-01-01"));
    }

    #[test]
    fn spans_count_on() {
        let elapsed = Moment {
            time: true,
            elapsed: true,
            ..Moment::default()
        };
        assert_eq!(
            text(1.5, elapsed, Epoch::Of1900).as_deref(),
            Some("36:00:00")
        );
        assert_eq!(duration_of("PT36H00M01.50S").as_deref(), Some("36:00:01.5"));
        assert_eq!(duration_of("P1DT1H").as_deref(), Some("25:00:00"));
        assert_eq!(duration_of("12"), None);
    }
}
