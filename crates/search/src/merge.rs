//! Parts added up: one list of hits, one table of counts.

use crate::{
    Answer, Facet, FacetCounts, Hit, Merged, NOT_STATED, Range, RangeCounts, Scale, Total,
    ValueCount,
};
use sorting::{arranged, places};
use std::collections::{BTreeMap, HashMap};

impl Answer {
    /// Adds the parts up. Totals are exact if every part's is.
    #[must_use]
    pub fn merge(self) -> Merged {
        let mut merged = Merged {
            reading: self.reading,
            also: self.also,
            total: Total {
                value: 0,
                exact: true,
            },
            ..Merged::default()
        };
        let mut tables: BTreeMap<Facet, Vec<ValueCount>> = BTreeMap::new();
        let mut ranges: BTreeMap<Range, RangeCounts> = BTreeMap::new();
        for part in self.parts {
            merged.total.value += part.total.value;
            merged.total.exact &= part.total.exact;
            merged.searched += part.searched;
            merged.off_shelf += part.off_shelf;
            merged.hits.extend(part.hits);
            for counts in part.ranges {
                match ranges.get_mut(&counts.range) {
                    Some(known) => add_scales(known, counts),
                    None => drop(ranges.insert(counts.range, counts)),
                }
            }
            for counts in part.facets {
                tables
                    .entry(counts.facet)
                    .or_default()
                    .extend(counts.values);
            }
        }
        merged.ranges = ranges.into_values().map(by_use).collect();
        let position = |place| merged.hits.get(place).map(|hit: &Hit| hit.position);
        let order = places(merged.hits.len(), &mut |a, b| position(a).cmp(&position(b)));
        merged.hits = arranged(merged.hits, &order);
        merged.facets = tables
            .into_iter()
            .map(|(facet, values)| FacetCounts {
                facet,
                values: ordered(facet, sums(values)),
                ..FacetCounts::default()
            })
            .collect();
        merged
    }
}

/// Adds the scales of another source.
fn add_scales(known: &mut RangeCounts, other: RangeCounts) {
    known.unstated += other.unstated;
    for scale in other.scales {
        match known.scales.iter_mut().find(|old| old.unit == scale.unit) {
            Some(old) => {
                old.count += scale.count;
                if known.range.compare(&scale.least, &old.least).is_lt() {
                    old.least = scale.least;
                }
                if known.range.compare(&scale.most, &old.most).is_gt() {
                    old.most = scale.most;
                }
            }
            None => known.scales.push(scale),
        }
    }
}

/// The unit that most listings use first.
fn by_use(counts: RangeCounts) -> RangeCounts {
    let key = |scale: &Scale| (u64::MAX - scale.count, scale.unit.clone());
    let scales = crate::ordered(counts.scales, &|a, b| key(a).cmp(&key(b)));
    RangeCounts { scales, ..counts }
}

/// Equal values become one.
fn sums(values: Vec<ValueCount>) -> Vec<ValueCount> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut sums: Vec<ValueCount> = Vec::with_capacity(values.len());
    for value in values {
        match places
            .get(&value.value)
            .and_then(|place| sums.get_mut(*place))
        {
            Some(known) => {
                known.count += value.count;
                known.label = known.label.take().or(value.label);
            }
            None => {
                places.insert(value.value.clone(), sums.len());
                sums.push(value);
            }
        }
    }
    sums
}

fn ordered(facet: Facet, values: Vec<ValueCount>) -> Vec<ValueCount> {
    let key = |value: &ValueCount| {
        if facet.is_closed() {
            let rank = facet.token_rank(&value.value).unwrap_or(usize::MAX);
            return (false, rank as u64, String::new(), value.value.clone());
        }
        let label = value.label.as_ref().and_then(|label| label.iter().next());
        let name = scan::small(label.map_or(value.value.as_str(), |(_, name)| name));
        let unsaid = value.value == NOT_STATED;
        // What is not stated stands last, however often: the others are what one looks for.
        (unsaid, u64::MAX - value.count, name, value.value.clone())
    };
    let keys: Vec<_> = values.iter().map(key).collect();
    let order = places(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    let values = arranged(values, &order);
    if facet == Facet::Category {
        tree(values)
    } else {
        values
    }
}

/// Sorted values as a tree: each followed by those below it. One whose parent is not here,
/// or that hangs in a loop, stands at the top.
fn tree(values: Vec<ValueCount>) -> Vec<ValueCount> {
    let places: HashMap<String, usize> = values
        .iter()
        .enumerate()
        .map(|(place, value)| (value.value.clone(), place))
        .collect();
    let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (place, value) in values.iter().enumerate() {
        let parent = value
            .parent
            .as_ref()
            .and_then(|parent| places.get(parent))
            .copied();
        below
            .entry(parent.filter(|parent| *parent != place))
            .or_default()
            .push(place);
    }
    let tops = below.get(&None).map_or(&[][..], Vec::as_slice);
    let mut waiting: Vec<usize> = (0..values.len())
        .rev()
        .chain(tops.iter().rev().copied())
        .collect();
    let mut slots: Vec<Option<ValueCount>> = values.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(slots.len());
    while let Some(place) = waiting.pop() {
        if let Some(value) = slots.get_mut(place).and_then(Option::take) {
            sorted.push(value);
            let children = below.get(&Some(place)).map_or(&[][..], Vec::as_slice);
            waiting.extend(children.iter().rev());
        }
    }
    sorted
}
