//! What a cell is worth, to compare it with another one of its column.

use super::Kind;
use super::day::{compact_day, day};
use super::fit::IDENTIFIER;
use super::number::number;

/// Seconds that a day's key leaves room for.
const END_OF_DAY: i64 = 99_999;

impl Kind {
    /// The value that cells of this kind are ordered by: a number as it is, a day so that a
    /// later one is larger. `None` for kinds without an order, for texts that are of another
    /// kind, and for days that cannot be told from months (`03/04/2021`).
    #[must_use]
    pub fn value(self, text: &str) -> Option<f64> {
        match self {
            Self::Integer | Self::Decimal | Self::Percent => amount(text.trim()),
            Self::Date | Self::DateTime => moment(text.trim()).map(|key| key as f64),
            _ => None,
        }
    }

    /// The largest value that what this text names can have: of a year or month its last day,
    /// of a day its last second, of a number itself.
    #[must_use]
    pub fn last_value(self, text: &str) -> Option<f64> {
        if !self.is_date() {
            return self.value(text);
        }
        let key = moment(text.trim())?;
        let (days, seconds) = (key / 100_000, key % 100_000);
        let (month, day) = (days / 32 % 16, days % 32);
        let last = match (month, day, seconds) {
            (0, ..) => (days + 15 * 32 + 31) * 100_000 + END_OF_DAY,
            (_, 0, _) => (days + 31) * 100_000 + END_OF_DAY,
            (_, _, 0) if !text.contains(':') => key + END_OF_DAY,
            _ => key,
        };
        Some(last as f64)
    }

    /// The kind by which two bounds of a range are compared in a column of this one: its own,
    /// or where that has no order, what the bound itself is.
    #[must_use]
    pub fn ordering(self, bound: &str) -> Self {
        if self.is_number() || self.is_date() {
            self
        } else if day(bound.trim()).is_some() {
            Self::Date
        } else {
            Self::Decimal
        }
    }
}

fn amount(text: &str) -> Option<f64> {
    let (form, value) = number(text)?;
    (form & IDENTIFIER == 0).then_some(value)
}

fn moment(text: &str) -> Option<i64> {
    match day(text) {
        Some((_, key)) => key,
        None => compact_day(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_kind_are_worth_what_they_say() {
        for (kind, text, value) in [
            (Kind::Integer, " 1,234 ", Some(1234.0)),
            (Kind::Decimal, "３万", Some(30_000.0)),
            (Kind::Percent, "12%", Some(12.0)),
            (Kind::Decimal, "007", None),
            (Kind::Text, "1", None),
            (Kind::Date, "03/04/2021", None),
        ] {
            assert_eq!(kind.value(text), value, "{text}");
        }
        let date = |text| Kind::Date.value(text).unwrap();
        assert_eq!(date("2021年3月31日"), date("20210331"));
        assert!(date("2021-03-31") < date("2021/4/1"));
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        for (coarse, inside, after) in [
            ("2021年", "2021-12-31", "2022-01-01"),
            ("2021-03", "2021-03-31", "2021-04-01"),
            ("2021-03-31", "2021-03-31 23:59:59", "2021-04-01"),
        ] {
            let last = Kind::DateTime.last_value(coarse).unwrap();
            assert!(Kind::DateTime.value(inside).unwrap() <= last, "{coarse}");
            assert!(Kind::DateTime.value(after).unwrap() > last, "{coarse}");
        }
    }
}
