//! The facets of one catalog: their values, and which listing has which.

use crate::find::Match;
use crate::rows::{Filter, Rows};
use crate::values::Value;
use crate::{Facet, FacetCounts, NOT_STATED, ValueCount};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// One facet while its listings are read.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    values: Vec<Value>,
    /// Numbers of values, by what they are.
    numbers: HashMap<String, usize>,
    sets: Sets,
    /// Numbers of sets, by their numbers written out, or for one value by that.
    known: HashMap<String, usize>,
    alone: Vec<Option<u32>>,
    /// Numbers of sets, by an id that always means the same values.
    repeated: HashMap<String, usize>,
    /// The set of every listing.
    of: Vec<u32>,
    open: Vec<u32>,
}

/// The different sets of values that listings have.
#[derive(Debug, Default)]
struct Sets {
    /// Where each ends in `values`.
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Sets {
    fn of(&self, set: usize) -> &[u32] {
        let end = |set: usize| self.ends.get(set).map_or(0, |end| *end as usize);
        let start = set.checked_sub(1).map_or(0, end);
        self.values.get(start..end(set)).unwrap_or_default()
    }
}

impl Writer {
    /// Makes sure that `tokens` are counted even where no listing has them.
    pub(crate) fn know_tokens(&mut self, tokens: impl Iterator<Item = &'static str>) {
        for token in tokens {
            self.token(token);
        }
        self.open.clear();
    }

    /// Adds a token to the open listing.
    pub(crate) fn token(&mut self, token: &str) {
        match self.numbers.get(token) {
            Some(number) => self.put(*number),
            None => self.value(Value::token(token)),
        }
    }

    /// Adds a value to the open listing; twice counts once.
    pub(crate) fn value(&mut self, value: Value) {
        let known = self.numbers.get(&value.value).copied();
        let number = known.unwrap_or(self.values.len());
        if known.is_none() {
            self.numbers.insert(value.value.clone(), number);
            self.values.push(value);
            self.alone.push(None);
        }
        self.put(number);
    }

    fn put(&mut self, number: usize) {
        let number = number as u32;
        if !self.open.contains(&number) {
            self.open.push(number);
        }
    }

    /// The next listing has the values that `id` had before; false if it is new.
    pub(crate) fn repeat(&mut self, id: &str) -> bool {
        let set = self.repeated.get(id).copied();
        self.of.extend(set.map(|set| set as u32));
        set.is_some()
    }

    /// Ends the open listing, whose values `id` means, if it is given.
    pub(crate) fn close(&mut self, id: Option<&str>) {
        if self.open.is_empty() {
            self.token(NOT_STATED);
        }
        let new = self.sets.ends.len();
        let set = match &self.open[..] {
            [one] => {
                let slot = self.alone.get_mut(*one as usize);
                slot.map_or(new, |slot| *slot.get_or_insert(new as u32) as usize)
            }
            several => {
                let mut written = String::new();
                for number in several {
                    // Writing to a string cannot fail.
                    let _ = write!(written, "{number},");
                }
                let known = self.known.get(&written).copied();
                if known.is_none() {
                    self.known.insert(written, new);
                }
                known.unwrap_or(new)
            }
        };
        if set == new {
            self.sets.values.extend_from_slice(&self.open);
            self.sets.ends.push(self.sets.values.len() as u32);
        }
        if let Some(id) = id {
            self.repeated.insert(id.to_owned(), set);
        }
        self.of.push(set as u32);
        self.open.clear();
    }
}

/// One facet over all listings.
#[derive(Debug)]
struct Column {
    values: Vec<Value>,
    sets: Sets,
    /// Its place in a row; `None` where all listings have the same set.
    place: Option<usize>,
    /// The number of its first set.
    first: usize,
}

impl Column {
    /// The sets that a choice means.
    fn chosen(&self, facet: Facet, choice: &BTreeSet<String>) -> Vec<bool> {
        let means = |value: &Value| {
            choice
                .iter()
                .any(|choice| facet.means(choice, &value.value))
        };
        let values: Vec<bool> = self.values.iter().map(means).collect();
        let any = |set| {
            let mut numbers = self.sets.of(set).iter();
            numbers.any(|number| values.get(*number as usize).copied().unwrap_or(false))
        };
        (0..self.sets.ends.len()).map(any).collect()
    }
}

/// All facets over all listings.
#[derive(Debug)]
pub(crate) struct Columns {
    facets: Vec<Column>,
    docs: usize,
    width: usize,
    rows: Rows,
    /// How many listings have each number.
    totals: Vec<u32>,
}

impl Columns {
    /// Lays the columns of all facets side by side; `order` says where the row of each
    /// listing is read from.
    pub(crate) fn new(writers: Vec<Writer>, order: &[u32]) -> Self {
        let (mut facets, mut sets_of) = (Vec::new(), Vec::new());
        let (mut numbers, mut width) = (0, 0);
        for writer in writers {
            let sets = writer.sets.ends.len();
            facets.push(Column {
                values: writer.values,
                sets: writer.sets,
                place: (sets > 1).then_some(width),
                first: numbers,
            });
            if sets > 1 {
                sets_of.push((numbers as u32, writer.of));
                numbers += sets;
                width += 1;
            }
        }
        let mut totals = vec![0; numbers];
        let mut wide = Vec::with_capacity(order.len() * width);
        for place in order {
            for (first, of) in &sets_of {
                let number = first + of.get(*place as usize).copied().unwrap_or(0);
                wide.push(number);
                if let Some(total) = totals.get_mut(number as usize) {
                    *total += 1;
                }
            }
        }
        let rows = if numbers <= 1 << 16 {
            Rows::Narrow(wide.into_iter().map(|number| number as u16).collect())
        } else {
            Rows::Wide(wide)
        };
        Self {
            facets,
            docs: order.len(),
            width,
            rows,
            totals,
        }
    }

    /// Leaves the matches that pass every choice, and counts every facet, each without its
    /// own choice. `None` are all listings.
    pub(crate) fn count(
        &self,
        choices: &BTreeMap<Facet, BTreeSet<String>>,
        found: &mut Option<Vec<Match>>,
    ) -> Vec<FacetCounts> {
        let mut counts = vec![0; self.totals.len()];
        let (filter, all_fail) = self.filter(choices);
        let mut missed = 0;
        if filter.failed > 0 || !filter.places.is_empty() {
            let left = self.rows.filter(
                self.docs,
                self.width,
                found.as_deref(),
                &filter,
                &mut counts,
            );
            missed = left.missed;
            *found = Some(left.found);
        }
        let total = match found {
            Some(found) => {
                let totals = &self.totals;
                (self.rows).count(self.docs, self.width, found, totals, &mut counts);
                found.len()
            }
            None => {
                counts.clone_from(&self.totals);
                self.docs
            }
        };
        let tables = Facet::ALL.iter().zip(&self.facets);
        let table = |(facet, column): (&Facet, &Column)| {
            let extra = if all_fail == Some(*facet) { missed } else { 0 };
            table(*facet, column, &counts, total as u64 + extra)
        };
        tables.map(table).collect()
    }

    /// The choices made ready, and a facet that all listings fail, if there is one.
    fn filter(&self, choices: &BTreeMap<Facet, BTreeSet<String>>) -> (Filter, Option<Facet>) {
        let mut filter = Filter {
            places: Vec::new(),
            allowed: vec![false; self.totals.len()],
            failed: 0,
        };
        let mut all_fail = None;
        for (facet, column) in Facet::ALL.iter().zip(&self.facets) {
            let Some(choice) = choices.get(facet).filter(|choice| !choice.is_empty()) else {
                continue;
            };
            let chosen = column.chosen(*facet, choice);
            match column.place {
                Some(place) => {
                    filter.places.push(place);
                    let allowed = filter.allowed.iter_mut().skip(column.first);
                    allowed
                        .zip(chosen)
                        .for_each(|(slot, chosen)| *slot = chosen);
                }
                None if chosen.first() != Some(&true) => {
                    filter.failed += 1;
                    all_fail = Some(*facet);
                }
                None => {}
            }
        }
        (filter, all_fail)
    }
}

/// How many of the counted listings have each value; `all` where they all have the same.
fn table(facet: Facet, column: &Column, counts: &[u32], all: u64) -> FacetCounts {
    let mut sums = vec![0_u64; column.values.len()];
    for set in 0..column.sets.ends.len() {
        let count = match column.place {
            Some(_) => counts.get(column.first + set).copied().map_or(0, u64::from),
            None => all,
        };
        for number in column.sets.of(set) {
            if let Some(sum) = sums.get_mut(*number as usize) {
                *sum += count;
            }
        }
    }
    let named = column.values.iter().zip(sums);
    let named = named.map(|(value, count)| ValueCount {
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
