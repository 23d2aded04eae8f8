//! One sensitive column: how often each of its values is in each class.

use table::{Kind, amount};

use super::SensitiveRisk;
use super::places::{Place, Places, hash_numbers};
use super::values::{BLANK, Values};

/// Counts of a column's values by class.
#[derive(Clone, Debug, Default)]
pub(super) struct Sensitive {
    values: Values,
    places: Places,
    /// Class, value and how often, by the pair's number.
    pairs: Vec<[u32; 3]>,
}

impl Sensitive {
    /// Takes in a cell of a row in this class; `None` when there is no room.
    pub(super) fn add(&mut self, class: u32, text: &str) -> Option<()> {
        let value = self.values.number(text)?;
        if value == BLANK {
            return Some(());
        }
        let Self { places, pairs, .. } = self;
        let is = |number: u32| {
            let pair = pairs.get(number as usize);
            pair.is_some_and(|[of, what, _]| (*of, *what) == (class, value))
        };
        match places.find(hash_numbers(&[class, value]), is)? {
            Place::New(_) => pairs.push([class, value, 1]),
            Place::Known(number) => {
                let [_, _, count] = pairs.get_mut(number as usize)?;
                *count += 1;
            }
        }
        Some(())
    }

    pub(super) fn bytes(&self) -> usize {
        let pairs = self.pairs.capacity() * size_of::<[u32; 3]>();
        self.values.bytes() + self.places.bytes() + pairs
    }

    pub(super) fn finish(self) -> SensitiveRisk {
        let Self {
            values, mut pairs, ..
        } = self;
        let (ranks, ordered) = ranks(&values);
        for [_, value, _] in &mut pairs {
            *value = ranks.get(*value as usize).copied().unwrap_or(0);
        }
        pairs.sort_unstable();
        merge(&mut pairs);
        let shares = Shares::of(&pairs);
        let mut risk = SensitiveRisk {
            ordered,
            ..SensitiveRisk::default()
        };
        for class in pairs.chunk_by(|a, b| a[0] == b[0]) {
            let different = class.len() as u64;
            let t = if ordered {
                shares.ordered_distance(class)
            } else {
                shares.equal_distance(class)
            };
            let most = class.iter().map(|[_, _, count]| *count).max().unwrap_or(0);
            risk.l = if risk.l == 0 {
                different
            } else {
                risk.l.min(different)
            };
            risk.t = risk.t.max(t);
            risk.alpha = risk.alpha.max(f64::from(most) / size(class));
        }
        risk
    }
}

/// The rank of each value by its number, from 0, and whether ranks are an order of numbers.
/// Numbers that are equal, such as `34` and `34.0`, have one rank.
fn ranks(values: &Values) -> (Vec<u32>, bool) {
    let kind = Kind::of(values.iter());
    let mut by_amount: Vec<(f64, u32)> = Vec::with_capacity(values.len());
    for (number, text) in (0..).zip(values.iter()).skip(1) {
        match amount(text).filter(|amount| kind.is_number() && amount.is_finite()) {
            Some(amount) => by_amount.push((amount, number)),
            None => {
                return (
                    (0..values.len() as u32)
                        .map(|n| n.saturating_sub(1))
                        .collect(),
                    false,
                );
            }
        }
    }
    let by_amount = sorting::ordered(by_amount, &|a: &(f64, u32), b| a.0.total_cmp(&b.0));
    let mut ranks = vec![0; values.len()];
    let mut rank = 0;
    let mut before: Option<f64> = None;
    for (amount, number) in by_amount {
        if before.is_some_and(|before| before < amount) {
            rank += 1;
        }
        before = Some(amount);
        if let Some(slot) = ranks.get_mut(number as usize) {
            *slot = rank;
        }
    }
    (ranks, true)
}

/// Makes one of neighbours with the same class and rank.
fn merge(pairs: &mut Vec<[u32; 3]>) {
    pairs.dedup_by(|later, first| {
        let same = later[..2] == first[..2];
        if same {
            first[2] += later[2];
        }
        same
    });
}

fn size(class: &[[u32; 3]]) -> f64 {
    class.iter().map(|[_, _, count]| f64::from(*count)).sum()
}

/// The shares of values over all rows, by rank, and their sums.
struct Shares {
    share: Vec<f64>,
    /// The sum of the shares up to each rank, that rank included.
    up_to: Vec<f64>,
    /// The sums of `up_to` before each rank, so that a stretch of them is one subtraction.
    area: Vec<f64>,
}

impl Shares {
    fn of(pairs: &[[u32; 3]]) -> Self {
        let ranks = pairs.iter().map(|[_, rank, _]| *rank as usize + 1).max();
        let mut share = vec![0.0; ranks.unwrap_or(0)];
        for [_, rank, count] in pairs {
            if let Some(slot) = share.get_mut(*rank as usize) {
                *slot += f64::from(*count);
            }
        }
        let all: f64 = share.iter().sum();
        share.iter_mut().for_each(|slot| *slot /= all);
        let (mut sum, mut whole) = (0.0, 0.0);
        let mut up_to = Vec::with_capacity(share.len());
        let mut area = vec![0.0];
        for part in &share {
            sum += part;
            whole += sum;
            up_to.push(sum);
            area.push(whole);
        }
        Self { share, up_to, area }
    }

    /// Half of what the shares differ, summed: every value is as far from every other.
    fn equal_distance(&self, class: &[[u32; 3]]) -> f64 {
        let all = size(class);
        let (mut differs, mut met) = (0.0, 0.0);
        for [_, rank, count] in class {
            let share = self.share.get(*rank as usize).copied().unwrap_or(0.0);
            differs += (f64::from(*count) / all - share).abs();
            met += share;
        }
        // Values that the class does not have differ by all of their share.
        (differs + 1.0 - met) / 2.0
    }

    /// How far the sums of shares are apart, averaged over the steps from value to value.
    ///
    /// Between two values of the class its own sum stands still while that of all rows goes up,
    /// so the stretch is cut where the two meet, and each part is a difference of areas.
    fn ordered_distance(&self, class: &[[u32; 3]]) -> f64 {
        let steps = self.up_to.len() - 1;
        if steps == 0 {
            return 0.0;
        }
        let all = size(class);
        let (mut apart, mut seen, mut from) = (0.0, 0.0, 0);
        let ends = class
            .iter()
            .map(|[_, rank, count]| (*rank as usize, *count));
        for (end, count) in ends.chain([(self.up_to.len(), 0)]) {
            let own = seen / all;
            let stretch = self.up_to.get(from..end).unwrap_or_default();
            let meets = from + stretch.partition_point(|sum| *sum < own);
            let area = |from: usize, to: usize| {
                let at = |place: usize| self.area.get(place).copied().unwrap_or(0.0);
                at(to) - at(from)
            };
            apart += own * (meets - from) as f64 - area(from, meets);
            apart += area(meets, end) - own * (end - meets) as f64;
            seen += f64::from(count);
            from = end;
        }
        apart / steps as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn risk(rows: &[(u32, &str)]) -> SensitiveRisk {
        let mut column = Sensitive::default();
        for (class, text) in rows {
            column.add(*class, text).unwrap();
        }
        column.finish()
    }

    #[test]
    fn equal_distance_of_a_class_with_one_of_two_values() {
        let rows = [(0, "flu"), (0, "flu"), (1, "cold"), (1, "flu")];
        let risk = risk(&rows);
        assert_eq!((risk.l, risk.ordered), (1, false));
        assert!((risk.t - 0.25).abs() < 1e-12, "{}", risk.t);
        assert!((risk.alpha - 1.0).abs() < 1e-12);
    }

    #[test]
    fn ordered_distance_is_that_of_the_paper() {
        // Li et al. 2007, example 3: nine salaries; the class 3k, 4k, 5k is 0.375 away, the
        // class 6k, 8k, 11k 0.167.
        let salaries = ["6k", "8k", "11k", "3k", "4k", "5k", "7k", "9k", "10k"];
        let rows = salaries.map(|salary| salary.trim_end_matches('k'));
        let one = |classes: [u32; 9]| {
            risk(&std::array::from_fn::<_, 9, _>(|at| {
                (classes[at], rows[at])
            }))
        };
        // The remaining six are nearer than the three.
        assert!((one([0, 0, 0, 1, 1, 1, 1, 1, 1]).t - 1.0 / 6.0).abs() < 1e-12);
        assert!((one([0, 0, 0, 1, 1, 1, 0, 0, 0]).t - 0.375).abs() < 1e-12);
        assert!(one([0; 9]).t.abs() < 1e-12 && one([0; 9]).ordered);
    }

    #[test]
    fn blank_cells_tell_nothing_and_equal_numbers_are_one_value() {
        let risk = risk(&[(0, "34"), (0, "34.0"), (0, ""), (1, " "), (2, "34")]);
        assert_eq!((risk.l, risk.ordered), (1, true));
        assert!(risk.t.abs() < 1e-12);
        assert_eq!(Sensitive::default().finish().l, 0);
    }
}
