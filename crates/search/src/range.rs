//! Ranges: the facets whose values are days or amounts, and the bounds that a query sets.

use record::Record;
use std::cmp::Ordering;

/// What can be bounded. Its token is its key in the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Record)]
#[record(names = "lowercase")]
pub enum Range {
    /// Day of the last change; no unit.
    Modified,
    /// Day of the first listing; no unit.
    Issued,
    /// How much data there is, in one unit of [`Bounds::unit`].
    Size,
    /// What it costs, in one currency and per one thing.
    Amount,
}

impl Range {
    /// Every range, in the order the panel shows them.
    pub const ALL: &'static [Self] = &[Self::Modified, Self::Issued, Self::Size, Self::Amount];

    /// The token in URLs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Modified => "modified",
            Self::Issued => "issued",
            Self::Size => "size",
            Self::Amount => "amount",
        }
    }

    /// The range written as `token`.
    #[must_use]
    pub fn parse(token: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|range| range.as_str() == token)
    }

    /// Which of two bounds is less; open ones and what is no bound at all come first.
    #[must_use]
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        if self.is_of_days() {
            a.cmp(b)
        } else {
            scaled(a).cmp(&scaled(b))
        }
    }

    /// Whether its bounds are days, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and have no unit. The
    /// bounds of the others are decimal numbers, and mean nothing without a unit.
    #[must_use]
    pub const fn is_of_days(self) -> bool {
        matches!(self, Self::Modified | Self::Issued)
    }
}

/// What a query asks of one range. A listing passes if what it states can lie within: fuzzy
/// dates and prices "from" are intervals, and one that overlaps is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default, keep)]
pub struct Bounds {
    /// Of [`Range::Size`] one of [`Scale::unit`], such as `byte`; of [`Range::Amount`] a
    /// currency and what is paid for, such as `CNY/one-time` or `CNY/subscription/P1Y`.
    pub unit: String,
    /// The least, inclusive, in its shortest form; empty is open.
    pub from: String,
    /// The most, inclusive; empty is open.
    pub to: String,
    /// Whether listings that state nothing here pass as well.
    pub unstated: bool,
}

/// How the listings that match, this range's own bounds set aside, stand on one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
pub struct Scale {
    /// As in [`Bounds::unit`]; empty for days.
    pub unit: String,
    /// Listings that state a value in this unit.
    pub count: u64,
    /// The least value stated, written as a bound.
    pub least: String,
    /// The most.
    pub most: String,
}

/// What the matching listings state in one range.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(keep)]
pub struct RangeCounts {
    /// Which.
    pub range: Range,
    /// A scale for every unit, the one that most listings use first.
    pub scales: Vec<Scale>,
    /// Listings that state nothing.
    pub unstated: u64,
}

/// Ten-thousandths of one in a decimal number without sign or exponent; more digits are cut:
/// a price with more is doubtful anyway. `None` if it is not one, or too large.
pub(crate) fn scaled(decimal: &str) -> Option<u64> {
    const ONE: u64 = 10_000;
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(4);
    let below = digits.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(ONE)?
        .checked_add(below)
}

/// The shortest decimal number of so many ten-thousandths.
pub(crate) fn decimal(scaled: u64) -> String {
    let (whole, below) = (scaled / 10_000, scaled % 10_000);
    let text = format!("{whole}.{below:04}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_to_the_ten_thousandth_and_written_shortest() {
        for (written, shortest) in [
            ("0", Some("0")),
            ("12", Some("12")),
            ("12.50", Some("12.5")),
            ("0.00019", Some("0.0001")),
            ("1844674407370955.1", Some("1844674407370955.1")),
            ("1844674407370956", None),
            ("", None),
            (".5", None),
            ("-1", None),
            ("1e3", None),
            ("１２", None),
        ] {
            assert_eq!(
                scaled(written).map(decimal).as_deref(),
                shortest,
                "{written}"
            );
        }
    }
}
