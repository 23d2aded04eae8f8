//! What the listings that pass state in a range: for every unit how many, the least, the most.

use super::filter::{Passed, sums_of};
use crate::build::Measure;
use crate::range::decimal;
use crate::{Facet, Index, Range, RangeCounts, Scale};

impl Passed {
    /// The scales of one range.
    pub(crate) fn scales(&self, index: &Index, range: Range) -> RangeCounts {
        let mut counts = RangeCounts {
            range,
            scales: Vec::new(),
            unstated: 0,
        };
        let Some(column) = index.range(range) else {
            return counts;
        };
        let head = &column.head;
        let place = Facet::ALL.len() + range as usize;
        let sums = sums_of(
            column.measures.len(),
            head,
            &self.counts(index, place, head),
        );
        let mut bounds: Vec<(u64, u64)> = Vec::new();
        let stated = column.measures.iter().zip(sums);
        for (measure, count) in stated.filter(|(_, count)| *count > 0) {
            match measure {
                Some(measure) => add(measure, count, &mut counts.scales, &mut bounds),
                None => counts.unstated += count,
            }
        }
        let written = |number: u64| match number {
            u64::MAX => String::new(),
            number if range.is_of_days() => day(number),
            number => decimal(number),
        };
        for (scale, (least, most)) in counts.scales.iter_mut().zip(bounds) {
            scale.least = written(least);
            scale.most = written(most);
        }
        counts
    }
}

fn add(measure: &Measure, count: u64, scales: &mut Vec<Scale>, bounds: &mut Vec<(u64, u64)>) {
    let known = scales.iter().position(|scale| scale.unit == measure.unit);
    let place = known.unwrap_or(scales.len());
    if known.is_none() {
        scales.push(Scale {
            unit: measure.unit.clone(),
            ..Scale::default()
        });
        bounds.push((u64::MAX, 0));
    }
    if let (Some(scale), Some((least, most))) = (scales.get_mut(place), bounds.get_mut(place)) {
        scale.count += count;
        *least = (*least).min(measure.least);
        // A price "from" has no most of its own.
        *most = (*most).max(if measure.most == u64::MAX {
            measure.least
        } else {
            measure.most
        });
    }
}

/// `YYYYMMDD` as `YYYY-MM-DD`.
fn day(number: u64) -> String {
    let (year, rest) = (number / 10_000, number % 10_000);
    format!("{year:04}-{:02}-{:02}", rest / 100, rest % 100)
}
