//! Facet values as numbers: one column a facet, the values of each listing side by side.

use crate::scan::Match;
use crate::values::Value;
use crate::{Facet, FacetCounts, ValueCount};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One facet over all listings.
#[derive(Debug, Default)]
pub(crate) struct Column {
    values: Vec<Value>,
    numbers: HashMap<String, usize>,
    /// Where the values of each listing end in `ids`.
    ends: Vec<u32>,
    ids: Vec<u32>,
}

impl Column {
    /// Makes sure that `tokens` are counted even where no listing has them.
    pub(crate) fn know_tokens(&mut self, tokens: impl Iterator<Item = &'static str>) {
        for token in tokens {
            self.know(Value::token(token));
        }
    }

    /// The number of a value.
    fn know(&mut self, value: Value) -> u32 {
        let number = match self.numbers.get(&value.value) {
            Some(number) => *number,
            None => {
                let number = self.values.len();
                self.numbers.insert(value.value.clone(), number);
                self.values.push(value);
                number
            }
        };
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// Adds the values of the next listing; a value twice counts once.
    pub(crate) fn push(&mut self, values: Vec<Value>) {
        let start = self.ids.len();
        for value in values {
            let number = self.know(value);
            if !self.ids.get(start..).unwrap_or(&[]).contains(&number) {
                self.ids.push(number);
            }
        }
        self.ends
            .push(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
    }

    /// The values of one listing.
    fn of(&self, doc: usize) -> &[u32] {
        let end = |doc: usize| self.ends.get(doc).map_or(0, |end| *end as usize);
        let start = doc.checked_sub(1).map_or(0, end);
        self.ids.get(start..end(doc)).unwrap_or(&[])
    }

    /// How many of `docs` have each value.
    fn table(&self, facet: Facet, docs: impl Iterator<Item = u32>) -> FacetCounts {
        let mut counts = vec![0_u64; self.values.len()];
        for doc in docs {
            for id in self.of(doc as usize) {
                if let Some(count) = counts.get_mut(*id as usize) {
                    *count += 1;
                }
            }
        }
        let named = self
            .values
            .iter()
            .zip(counts)
            .map(|(value, count)| ValueCount {
                value: value.value.clone(),
                label: value.label.clone(),
                parent: value.parent.clone(),
                count,
            });
        FacetCounts {
            facet,
            values: named.collect(),
        }
    }

    /// Which values a choice means.
    fn chosen(&self, facet: Facet, choice: &BTreeSet<String>) -> Vec<bool> {
        let means = |value: &Value| {
            choice
                .iter()
                .any(|choice| facet.means(choice, &value.value))
        };
        self.values.iter().map(means).collect()
    }
}

/// All facets over all listings.
#[derive(Debug)]
pub(crate) struct Columns(Vec<Column>);

/// A choice in one facet, made ready.
struct Choice {
    column: usize,
    allowed: Vec<bool>,
}

impl Columns {
    /// Columns for all facets, empty.
    pub(crate) fn new() -> Self {
        Self(Facet::ALL.iter().map(|_| Column::default()).collect())
    }

    /// Each facet with its column.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (Facet, &mut Column)> {
        Facet::ALL.iter().copied().zip(self.0.iter_mut())
    }

    /// Leaves the matches that pass every choice, and counts every facet, each without its
    /// own choice.
    pub(crate) fn count(
        &self,
        choices: &BTreeMap<Facet, BTreeSet<String>>,
        matches: &mut Vec<Match>,
    ) -> Vec<FacetCounts> {
        let choices = self.ready(choices);
        // What would be found but for one facet, by that facet, which alone counts it.
        let mut missed: Vec<Vec<u32>> = vec![Vec::new(); self.0.len()];
        if !choices.is_empty() {
            matches.retain(|found| match self.failed(&choices, found.doc as usize) {
                Failed::None => true,
                Failed::Only(failed) => {
                    missed
                        .get_mut(failed)
                        .into_iter()
                        .for_each(|docs| docs.push(found.doc));
                    false
                }
                Failed::Several => false,
            });
        }
        let tables = Facet::ALL.iter().zip(&self.0).zip(missed);
        tables
            .map(|((facet, column), missed)| {
                let passing = matches.iter().map(|found| found.doc);
                column.table(*facet, passing.chain(missed))
            })
            .collect()
    }

    fn ready(&self, choices: &BTreeMap<Facet, BTreeSet<String>>) -> Vec<Choice> {
        let columns = Facet::ALL.iter().zip(&self.0).enumerate();
        columns
            .filter_map(|(column, (facet, values))| {
                let choice = choices.get(facet).filter(|choice| !choice.is_empty())?;
                Some(Choice {
                    column,
                    allowed: values.chosen(*facet, choice),
                })
            })
            .collect()
    }

    fn failed(&self, choices: &[Choice], doc: usize) -> Failed {
        let mut failed = Failed::None;
        for choice in choices {
            let ids = self
                .0
                .get(choice.column)
                .map_or(&[][..], |column| column.of(doc));
            let passes = ids
                .iter()
                .any(|id| choice.allowed.get(*id as usize).copied().unwrap_or(false));
            if !passes {
                failed = match failed {
                    Failed::None => Failed::Only(choice.column),
                    _ => return Failed::Several,
                };
            }
        }
        failed
    }
}

/// Which of the chosen facets a listing fails.
enum Failed {
    None,
    Only(usize),
    Several,
}
