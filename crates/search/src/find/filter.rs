//! Which listings pass the choices and bounds of a query, and what is counted of them.

use super::column::Column;
use crate::build::{Measure, day_number};
use crate::range::scaled;
use crate::store::ColumnHead;
use crate::{Bounds, Facet, FacetCounts, Index, Query, Range, ValueCount};
use scan::{Match, Which, others, parted};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// One chosen facet or bounded range.
#[derive(Debug)]
struct Test {
    /// Its place among the columns.
    place: usize,
    column: Column,
    /// Which sets of values pass.
    allowed: Vec<bool>,
}

/// The choices and bounds of a query, made ready for one index.
#[derive(Debug)]
pub(crate) struct Filter {
    tests: Vec<Test>,
}

/// What passes.
#[derive(Debug)]
pub(crate) struct Passed {
    /// What passes all; `None` are all listings.
    pub(crate) found: Option<Vec<Match>>,
    /// For each test what fails it alone, with the place of its column.
    missed: Vec<(usize, Vec<Match>)>,
    /// What does not pass, once that was asked for.
    others: OnceCell<Vec<Match>>,
}

impl Filter {
    /// The tests of `query`.
    pub(crate) fn new(index: &Index, query: &Query) -> Self {
        let mut tests = Vec::new();
        let mut add = |place: usize, head: &ColumnHead, passes: &[bool]| {
            let any = |set| {
                let mut members = head.set(set).iter();
                members.any(|member| passes.get(*member as usize) == Some(&true))
            };
            tests.push(Test {
                place,
                column: Column::read(index, head),
                allowed: (0..head.sets()).map(any).collect(),
            });
        };
        for (facet, choice) in query
            .choices
            .iter()
            .filter(|(_, chosen)| !chosen.is_empty())
        {
            if let Some(head) = index.facet(*facet) {
                add(*facet as usize, head, &chosen(*facet, head, choice));
            }
        }
        for (range, bounds) in query.ranges.iter().filter(|(_, bounds)| bounds.is_bound()) {
            if let Some(column) = index.range(*range) {
                let passes = within(*range, &column.measures, bounds);
                add(Facet::ALL.len() + *range as usize, &column.head, &passes);
            }
        }
        Self { tests }
    }

    /// What of `found`, or of all listings, passes.
    pub(crate) fn pass(&self, index: &Index, found: Option<Vec<Match>>) -> Passed {
        if self.tests.is_empty() {
            let missed = Vec::new();
            return Passed::new(found, missed);
        }
        let count = found.as_ref().map_or(index.size(), Vec::len);
        let mut states = vec![0_u8; count];
        let which = found.as_deref().map_or(Which::All, Which::Found);
        for (number, test) in self.tests.iter().enumerate() {
            let mark = number as u8 + 1;
            test.column.fail(&test.allowed, mark, which, &mut states);
        }
        let mut parts = parted(&states, which, self.tests.len()).into_iter();
        let passed = parts.next().unwrap_or_default();
        let places = self.tests.iter().map(|test| test.place);
        let missed = places.zip(parts).collect();
        Passed::new(Some(passed), missed)
    }
}

impl Bounds {
    /// Whether it keeps anything out.
    pub(crate) const fn is_bound(&self) -> bool {
        !self.from.is_empty() || !self.to.is_empty()
    }
}

/// Which values of a facet a choice means.
fn chosen(facet: Facet, head: &ColumnHead, choice: &BTreeSet<String>) -> Vec<bool> {
    let means = |value: &str| choice.iter().any(|choice| facet.means(choice, value));
    head.values
        .iter()
        .map(|value| means(&value.value))
        .collect()
}

/// Which values of a range can lie within bounds.
fn within(range: Range, measures: &[Option<Measure>], bounds: &Bounds) -> Vec<bool> {
    let (from, to) = if range.is_of_days() {
        // The first day of a year or month, and the last.
        let day = |text: &str, rest: u64| match text.len() {
            4 => day_number(text) * 10_000 + rest,
            7 => day_number(text) * 100 + rest % 100,
            _ => day_number(text),
        };
        let open = |text: &str| (!text.is_empty()).then_some(text.to_owned());
        (
            open(&bounds.from).map_or(0, |from| day(&from, 101)),
            open(&bounds.to).map_or(u64::MAX, |to| day(&to, 1231)),
        )
    } else {
        (
            scaled(&bounds.from).unwrap_or(0),
            scaled(&bounds.to).unwrap_or(u64::MAX),
        )
    };
    let passes = |measure: &Option<Measure>| match measure {
        None => bounds.unstated,
        Some(m) => m.unit == bounds.unit && m.most >= from && m.least <= to,
    };
    measures.iter().map(passes).collect()
}

impl Passed {
    const fn new(found: Option<Vec<Match>>, missed: Vec<(usize, Vec<Match>)>) -> Self {
        Self {
            found,
            missed,
            others: OnceCell::new(),
        }
    }

    /// How many pass.
    pub(crate) fn total(&self, index: &Index) -> usize {
        self.found.as_ref().map_or(index.size(), Vec::len)
    }

    /// How many of what passes, the column's own test set aside, have each set of values.
    pub(crate) fn counts(&self, index: &Index, place: usize, head: &ColumnHead) -> Vec<u32> {
        let Some(found) = &self.found else {
            return head.totals.clone();
        };
        let column = Column::read(index, head);
        let mut counts = vec![0; head.sets()];
        // Of more than half, those that are missing are fewer: they are taken from the totals.
        if found.len() * 2 > index.size() {
            let others = || others(index.size() as u32, found);
            column.count(self.others.get_or_init(others), &mut counts);
            for (count, total) in counts.iter_mut().zip(&head.totals) {
                *count = total.saturating_sub(*count);
            }
        } else {
            column.count(found, &mut counts);
        }
        for (_, missed) in self.missed.iter().filter(|(own, _)| *own == place) {
            column.count(missed, &mut counts);
        }
        counts
    }

    /// How many have each value of a facet, without their names where the asker has them.
    pub(crate) fn facet(&self, index: &Index, facet: Facet, known: &[u64]) -> FacetCounts {
        let mut counts = FacetCounts {
            facet,
            ..FacetCounts::default()
        };
        let Some(head) = index.facet(facet) else {
            return counts;
        };
        counts.table = index.table(facet);
        let sums = sums(head, &self.counts(index, facet as usize, head));
        if known.contains(&counts.table) {
            counts.counts = sums;
            return counts;
        }
        let named = head.values.iter().zip(sums);
        let named = named.map(|(value, count)| ValueCount {
            value: value.value.clone(),
            label: value.label.clone(),
            parent: value.parent.clone(),
            count,
        });
        counts.values = named.collect();
        counts
    }
}

/// How many have each value, from how many have each set.
pub(crate) fn sums(head: &ColumnHead, counts: &[u32]) -> Vec<u64> {
    sums_of(head.values.len(), head, counts)
}

/// The same for so many values.
pub(super) fn sums_of(values: usize, head: &ColumnHead, counts: &[u32]) -> Vec<u64> {
    let mut sums = vec![0_u64; values];
    for (set, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        for member in head.set(set) {
            if let Some(sum) = sums.get_mut(*member as usize) {
                *sum += u64::from(*count);
            }
        }
    }
    sums
}
