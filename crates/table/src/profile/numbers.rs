//! How numbers are spread: counted into bins that grow with what comes, ten of them into one.

use super::Histogram;
use super::bars::{MOST_BARS, bars};

/// The most bins.
const MOST_BINS: i64 = 1_000;

/// Numbers of this size and beyond are not told apart from their neighbours.
const LARGEST: f64 = 1e15;

/// The finest bins: a millionth.
const FINEST: i32 = -6;

/// Bins as wide as a power of ten, each from a multiple of its width up to the next one.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    /// The power of ten.
    power: i32,
    /// What makes a number of bins out of a number.
    scale: f64,
    /// Which multiple the first bin begins at.
    first: i64,
    counts: Vec<u64>,
    /// The largest number, and how often it came.
    most: (f64, u64),
    /// Some number cannot be told from its neighbours.
    broken: bool,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            power: FINEST,
            scale: power(-FINEST),
            first: 0,
            counts: Vec::new(),
            most: (f64::NEG_INFINITY, 0),
            broken: false,
        }
    }
}

impl Numbers {
    /// Counts a number `times`.
    #[inline]
    pub(super) fn add(&mut self, value: f64, times: u64) {
        if value >= self.most.0 {
            let before = if value > self.most.0 { 0 } else { self.most.1 };
            self.most = (value, before + times);
        }
        let bin = self.bin(value).filter(|bin| *bin >= self.first);
        let slot = bin.and_then(|bin| self.counts.get_mut((bin - self.first) as usize));
        match slot {
            Some(count) => *count += times,
            None => self.stretch(value, times),
        }
    }

    /// The bars, as a column writes them; `suffix` stands behind each number, and between two
    /// `whole` ones there is none. `None` where there are not two.
    pub(super) fn finish(&self, suffix: &str, whole: bool) -> Option<(Histogram, u64)> {
        if self.broken {
            return None;
        }
        let front = self.counts.iter().position(|count| *count > 0)? as i64 + self.first;
        let back = self.counts.iter().rposition(|count| *count > 0)? as i64 + self.first;
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
        let one = if whole {
            10_i64.pow(self.power.min(0).unsigned_abs())
        } else {
            0
        };
        let step = steps
            .into_iter()
            .filter(|step| *step >= one.min(1_000))
            .find(|step| back.div_euclid(*step) - front.div_euclid(*step) < MOST_BARS)?;
        let (front, back) = (front.div_euclid(step), back.div_euclid(step));
        let edges: Vec<i64> = (front..=back + 1).map(|at| at * step).collect();
        let texts = edges.iter().map(|edge| written(*edge, self.power, suffix));
        let (mut found, all) = bars(&edges, texts.collect(), &self.counts, self.first)?;
        // What ends at a round number, as percentages do, needs no bar for that number alone:
        // the last bar takes its upper edge too.
        let alone = step != one
            && found.counts.last() == Some(&self.most.1)
            && edges
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|edge| self.edge(*edge) == self.most.0);
        if alone && found.counts.len() > 2 {
            found.edges.pop();
            let last = found.counts.pop().unwrap_or_default();
            if let Some(count) = found.counts.last_mut() {
                *count += last;
            }
        }
        Some((found, all))
    }

    /// The bin of a number. What is decided is whether it is at or above the bin's edge, as the
    /// edge is read when it is written down: a product alone may be off by one there.
    #[inline]
    fn bin(&self, value: f64) -> Option<i64> {
        let product = value * self.scale;
        if product.abs() >= LARGEST || product.is_nan() {
            return None;
        }
        let floor = product.floor();
        let mut bin = floor as i64;
        let rest = product - floor;
        if !(1e-3..0.999).contains(&rest) || product.abs() > 1e9 {
            while self.edge(bin) > value {
                bin -= 1;
            }
            while self.edge(bin + 1) <= value {
                bin += 1;
            }
        }
        Some(bin)
    }

    /// The number that a bin begins with, rounded once, as its text is read.
    fn edge(&self, bin: i64) -> f64 {
        if self.power < 0 {
            bin as f64 / power(-self.power)
        } else {
            bin as f64 * power(self.power)
        }
    }

    /// Makes room for a number outside of the bins.
    #[cold]
    fn stretch(&mut self, value: f64, times: u64) {
        self.broken |= value.is_nan() || value.abs() >= LARGEST;
        if self.broken {
            return;
        }
        loop {
            let (length, first) = (self.counts.len() as i64, self.first);
            let Some(bin) = self.bin(value) else {
                self.coarsen();
                continue;
            };
            let (front, back) = match length {
                0 => (bin, bin),
                _ => (first.min(bin), (first + length - 1).max(bin)),
            };
            if back - front >= MOST_BINS {
                self.coarsen();
                continue;
            }
            let before = if length == 0 { 0 } else { first - front };
            self.counts
                .splice(..0, std::iter::repeat_n(0, before as usize));
            self.counts.resize((back - front + 1) as usize, 0);
            self.first = front;
            if let Some(count) = self.counts.get_mut((bin - front) as usize) {
                *count += times;
            }
            return;
        }
    }

    fn coarsen(&mut self) {
        let first = self.first.div_euclid(10);
        let mut counts = Vec::new();
        for (at, count) in (self.first..).zip(&self.counts) {
            let to = (at.div_euclid(10) - first) as usize;
            counts.resize(counts.len().max(to + 1), 0);
            if let Some(slot) = counts.get_mut(to) {
                *slot += count;
            }
        }
        (self.power, self.first, self.counts) = (self.power + 1, first, counts);
        self.scale = power(-self.power.min(0)) / power(self.power.max(0));
    }
}

/// Ten to a power from 0 to 22, exactly.
fn power(of: i32) -> f64 {
    const POWERS: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    POWERS.get(of as usize).copied().unwrap_or(f64::INFINITY)
}

/// A multiple of a power of ten in digits.
fn written(multiple: i64, power: i32, suffix: &str) -> String {
    let sign = if multiple < 0 { "-" } else { "" };
    let digits = multiple.unsigned_abs().to_string();
    if power >= 0 {
        let zeros = if multiple == 0 { 0 } else { power as usize };
        return format!("{sign}{digits}{}{suffix}", "0".repeat(zeros));
    }
    let places = power.unsigned_abs() as usize;
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(values: &[f64]) -> Option<Histogram> {
        let mut numbers = Numbers::default();
        values.iter().for_each(|value| numbers.add(*value, 1));
        numbers.finish("", false).map(|(histogram, _)| histogram)
    }

    #[test]
    fn bars_have_edges_that_people_choose() {
        let values: Vec<f64> = (0..1_000).map(|i| f64::from(i) * 0.37 - 40.0).collect();
        let found = histogram(&values).unwrap();
        assert_eq!(found.edges.first().map(String::as_str), Some("-40"));
        assert_eq!(found.edges.get(1).map(String::as_str), Some("-20"));
        assert_eq!(found.counts.iter().sum::<u64>(), 1_000);
        assert!(found.counts.len() <= 20 && found.edges.len() == found.counts.len() + 1);
        let found = histogram(&[0.1, 0.25, 0.3]).unwrap();
        assert_eq!(found.edges.first().map(String::as_str), Some("0.1"));
        assert_eq!(found.edges.last().map(String::as_str), Some("0.3"));
    }

    #[test]
    fn whole_numbers_have_a_bar_each_where_they_are_few() {
        let mut ages = Numbers::default();
        (20..25).for_each(|age| ages.add(f64::from(age), 3));
        let (found, all) = ages.finish("", true).unwrap();
        assert_eq!((found.counts, all), (vec![3; 5], 15));
        assert_eq!(found.edges, ["20", "21", "22", "23", "24", "25"]);
        let mut many = Numbers::default();
        (0..=100).for_each(|number| many.add(f64::from(number), 1));
        let (found, _) = many.finish("", true).unwrap();
        assert_eq!(found.edges.get(1).map(String::as_str), Some("10"));
    }

    #[test]
    fn one_value_and_numbers_too_large_have_none() {
        assert_eq!(histogram(&[5.0, 5.0]), None);
        assert_eq!(histogram(&[1.0, 1e15]), None);
        assert_eq!(histogram(&[]), None);
        assert!(histogram(&[-9e14, 0.000_001, 9e14]).is_some());
    }
}
