//! Values that are numbers or days before they are texts: how they are spread, and about how many
//! are different.

use super::about::{Distinct, Frequent};
use super::column::SEEDS;
use super::days::Days;
use super::numbers::Numbers;
use super::{Histogram, hash};
use crate::kind::day_key;
use crate::{Count, Kind};

/// Takes in the values of one column. Holds some 20 kB whatever their number.
#[derive(Clone, Debug)]
pub struct Spread {
    numbers: Numbers,
    days: Days,
    distinct: Distinct,
    filled: u64,
}

impl Spread {
    /// `wide`: the table has so many columns that each gets less.
    #[must_use]
    pub fn new(wide: bool) -> Self {
        Self {
            numbers: Numbers::default(),
            days: Days::default(),
            distinct: Distinct::new(wide),
            filled: 0,
        }
    }

    /// Takes in a number; `bits` tell it from others where it is rounded.
    #[inline]
    pub fn number(&mut self, value: f64, bits: u64) {
        self.numbers.add(value, 1);
        self.different(bits);
    }

    /// Takes in a moment by its second, counted from 1970-01-01T00:00:00; `bits` tell it from
    /// others in the same second.
    #[inline]
    pub fn moment(&mut self, second: i64, bits: u64) {
        if let Some(key) = day_key(second) {
            self.days.add(key, 1);
        }
        self.different(bits);
    }

    /// Takes in a value that has no place in a histogram.
    #[inline]
    pub fn different(&mut self, bits: u64) {
        self.filled += 1;
        self.distinct.add(hash::of_number(bits));
    }

    /// How many different values, by HyperLogLog; only meant for more than some ten thousand.
    #[must_use]
    pub fn about(&self) -> Count {
        Count::About(self.distinct.estimate())
    }

    /// The bars for values of this kind; none where they would not cover every value.
    #[must_use]
    pub fn histogram(&self, kind: Kind) -> Option<Histogram> {
        let (histogram, counted) = match kind {
            Kind::Integer => self.numbers.finish("", true),
            _ if kind.is_number() => self.numbers.finish("", false),
            _ if kind.is_date() => self.days.finish(),
            _ => None,
        }?;
        (counted == self.filled).then_some(histogram)
    }
}

/// Most frequent values of a column with more different ones than are kept, as the profiles of
/// texts count them: those that certainly stand out.
#[derive(Clone, Debug)]
pub struct Standing(Frequent);

impl Standing {
    /// How many of the most frequent values before are counted in before others are.
    pub const SEEDS: usize = SEEDS;

    /// `wide`: the table has so many columns that each gets less.
    #[must_use]
    pub fn new(wide: bool) -> Self {
        Self(Frequent::new(wide))
    }

    /// Counts a value by the bits that tell it from others; its text is written where it is kept.
    #[inline]
    pub fn add(&mut self, bits: u64, times: u64, write: impl FnOnce(&mut String)) {
        self.0.count(hash::of_number(bits), times, write);
    }

    /// Those that stand out, at most so many, most frequent first and then by text.
    #[must_use]
    pub fn top(&self, most: usize) -> Vec<(String, u64)> {
        let top = self.0.top(most).into_iter();
        top.map(|(text, count)| (text.to_owned(), count)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_have_bars_and_about_a_count() {
        let mut spread = Spread::new(false);
        for i in 0..200_000u32 {
            spread.number(f64::from(i % 150_000), u64::from(i % 150_000));
        }
        let ratio = spread.about().value() as f64 / 150_000.0;
        assert!((ratio - 1.0).abs() < 0.03, "{ratio}");
        let bars = spread.histogram(Kind::Integer).unwrap();
        assert_eq!(bars.counts.iter().sum::<u64>(), 200_000);
        let mut spread = Spread::new(false);
        (0..100).for_each(|day| spread.moment(day * 86_400, day as u64));
        let bars = spread.histogram(Kind::Date).unwrap();
        assert_eq!(bars.edges.first().map(String::as_str), Some("1970-01-01"));
    }
}
