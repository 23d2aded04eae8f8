//! The timeline: years from the earliest to the latest day of the dates shown, and where on
//! it a date lies. Computed from the data, so that no year is written into the page.

use catalog::{Exchange, FuzzyDate};

/// Most labels on the axis; more would run into each other.
const MOST_TICKS: i64 = 8;

/// The years shown, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// First year.
    pub(super) from: i64,
    /// Last year.
    pub(super) to: i64,
    /// Years between two labels.
    step: i64,
}

impl Axis {
    /// The axis that holds the first dates of these exchanges; none if none is dated.
    pub(super) fn over<'e>(exchanges: impl Iterator<Item = &'e Exchange>) -> Option<Self> {
        let years = exchanges
            .filter_map(|exchange| exchange.established.as_ref())
            .filter_map(|date| Some((year(&date.earliest)?, year(&date.latest)?)));
        let (from, to) = years.reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)))?;
        let mut step = 1;
        while (to - from + 1) > MOST_TICKS * step {
            step = if step == 2 { 5 } else { step * 2 };
        }
        Some(Self { from, to, step })
    }

    /// Labels with their place in per cent of the axis.
    pub(super) fn ticks(self) -> Vec<(i64, f64)> {
        let step = usize::try_from(self.step).unwrap_or(1);
        (self.from..=self.to)
            .step_by(step)
            .map(|year| (year, self.at(days(year, 1, 1))))
            .collect()
    }

    /// Distance of two labels in per cent of the axis.
    pub(super) fn cell(self) -> f64 {
        100.0 * self.step as f64 / (self.to - self.from + 1) as f64
    }

    /// Start and width of a date, in per cent of the axis.
    pub(super) fn span(self, date: &FuzzyDate) -> Option<(f64, f64)> {
        let (first, last) = (day(&date.earliest)?, day(&date.latest)?);
        let start = self.at(first);
        Some((start, (self.at(last + 1) - start).max(0.0)))
    }

    fn at(self, day: i64) -> f64 {
        let (first, end) = (days(self.from, 1, 1), days(self.to + 1, 1, 1));
        100.0 * (day - first) as f64 / (end - first) as f64
    }
}

fn parts(date: &str) -> Option<(i64, i64, i64)> {
    let mut parts = date.splitn(3, '-').map(str::parse);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => Some((year, month, day)),
        _ => None,
    }
}

fn year(date: &str) -> Option<i64> {
    parts(date).map(|(year, ..)| year)
}

fn day(date: &str) -> Option<i64> {
    parts(date).map(|(year, month, day)| days(year, month, day))
}

/// Days since a fixed day, by the Gregorian calendar (H. Hinnant, "chrono-compatible
/// low-level date algorithms", `days_from_civil`, without its offset).
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}
