//! Facet values as numbers: one column a facet, the values of each listing side by side.

use crate::values::Value;
use crate::{Facet, FacetCounts, ValueCount};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One facet over all listings.
#[derive(Debug, Default)]
pub(crate) struct Column {
    values: Vec<Value>,
    numbers: HashMap<String, u32>,
    /// Where the values of each listing end in `ids`.
    ends: Vec<usize>,
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
        if let Some(number) = self.numbers.get(&value.value) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.numbers.insert(value.value.clone(), number);
        self.values.push(value);
        number
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
        self.ends.push(self.ids.len());
    }

    /// The values of one listing.
    fn of(&self, doc: usize) -> &[u32] {
        let end = self.ends.get(doc).copied().unwrap_or(0);
        let start = doc
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied();
        self.ids.get(start.unwrap_or(0)..end).unwrap_or(&[])
    }

    /// Which values a choice means: the value itself or, for a key, its id in any source.
    fn chosen(&self, facet: Facet, choice: &BTreeSet<String>) -> Vec<bool> {
        let means = |value: &Value| {
            choice.contains(&value.value)
                || facet.has_keys()
                    && value
                        .value
                        .split_once('~')
                        .is_some_and(|(_, id)| choice.contains(id))
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

    /// Counts every facet over `docs`, each without its own choice, and hands the listings
    /// that pass every choice to `keep`.
    pub(crate) fn count<T: Copy>(
        &self,
        choices: &BTreeMap<Facet, BTreeSet<String>>,
        docs: impl Iterator<Item = T>,
        doc_of: impl Fn(T) -> usize,
        mut keep: impl FnMut(T),
    ) -> Vec<FacetCounts> {
        let choices = self.ready(choices);
        let mut counts: Vec<Vec<u64>> = self.0.iter().map(|c| vec![0; c.values.len()]).collect();
        for item in docs {
            let doc = doc_of(item);
            match self.failed(&choices, doc) {
                Failed::None => {
                    for (column, counts) in self.0.iter().zip(&mut counts) {
                        add(column.of(doc), counts);
                    }
                    keep(item);
                }
                // It would be found but for this one facet, so that facet alone counts it.
                Failed::Only(failed) => {
                    if let (Some(column), Some(counts)) =
                        (self.0.get(failed), counts.get_mut(failed))
                    {
                        add(column.of(doc), counts);
                    }
                }
                Failed::Several => {}
            }
        }
        self.tables(counts)
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

    fn tables(&self, counts: Vec<Vec<u64>>) -> Vec<FacetCounts> {
        let columns = Facet::ALL.iter().zip(&self.0).zip(counts);
        columns
            .map(|((facet, column), counts)| FacetCounts {
                facet: *facet,
                values: column
                    .values
                    .iter()
                    .zip(counts)
                    .map(|(value, count)| ValueCount {
                        value: value.value.clone(),
                        label: value.label.clone(),
                        parent: value.parent.clone(),
                        count,
                    })
                    .collect(),
            })
            .collect()
    }
}

/// Which of the chosen facets a listing fails.
enum Failed {
    None,
    Only(usize),
    Several,
}

fn add(ids: &[u32], counts: &mut [u64]) {
    for id in ids {
        if let Some(count) = counts.get_mut(*id as usize) {
            *count += 1;
        }
    }
}
