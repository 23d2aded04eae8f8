//! How the columns of a table stand before a visitor: their order, which are hidden or pinned, and
//! how wide those are that were made wider or narrower by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use table::Column;

use crate::address::column;
use crate::names::of_names;

/// The most columns that are read of one part.
const MOST: usize = 20_000;

/// An arrangement; empty is "as the file has them". Columns are named by their place in the file,
/// from 0.
///
/// In an address `o1-3.7~h4~p7~w3x120.4x90~n41234`: parts with a letter each, columns from 1, runs
/// of neighbours by their ends. `o` are those that stand first, in their order (the others follow as
/// the file has them), `h` are hidden, `p` pinned, `w` so many pixels wide; `n` is made of the names
/// of all columns up to the last one named. A part by another letter is of a later version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Those that stand first, in their order.
    pub first: Vec<u32>,
    /// Those that are hidden.
    pub hidden: BTreeSet<u32>,
    /// Those that stay at the left.
    pub pinned: BTreeSet<u32>,
    /// Those whose width was set by hand, in pixels.
    pub widths: BTreeMap<u32, u32>,
    /// A number made of the names of all columns up to the last one named.
    pub names: Option<u16>,
}

impl Arranged {
    /// The order of all columns, cut where the rest stands as in the file.
    #[must_use]
    pub fn first_of(mut order: Vec<u32>) -> Vec<u32> {
        let rising = order.windows(2).rev();
        let rising = rising.take_while(|two| two.is_sorted()).count() + 1;
        order.truncate(order.len().saturating_sub(rising));
        order
    }

    /// The same, with what the columns it is about are called.
    #[must_use]
    pub fn named(mut self, columns: &[Column]) -> Self {
        self.names = self.about(columns);
        self
    }

    /// Whether the columns have the names that they had; unknown is yes.
    #[must_use]
    pub fn fits(&self, columns: &[Column]) -> bool {
        let found = self.about(columns);
        found.is_none() || self.names.is_none() || found == self.names
    }

    /// The number of the names up to the last column that is named; `None` before all are there.
    fn about(&self, columns: &[Column]) -> Option<u16> {
        let sets = self.hidden.iter().chain(&self.pinned);
        let all = self.first.iter().chain(sets).chain(self.widths.keys());
        Some(of_names(columns.get(..=*all.max()? as usize)?))
    }

    /// All of so many columns in their order, hidden ones among them.
    #[must_use]
    pub fn order(&self, all: u32) -> Vec<u32> {
        let first = self.first.iter().copied().filter(|column| *column < all);
        let placed: BTreeSet<u32> = first.clone().collect();
        let others = (0..all).filter(|column| !placed.contains(column));
        first.chain(others).collect()
    }

    /// Those of so many columns that are hidden. One stays.
    #[must_use]
    pub fn hidden_of(&self, all: u32) -> BTreeSet<u32> {
        let mut hidden: BTreeSet<u32> = self.hidden.range(..all).copied().collect();
        if hidden.len() >= all as usize {
            hidden.pop_first();
        }
        hidden
    }

    /// Those of so many columns that are shown, as they stand: pinned ones come first.
    #[must_use]
    pub fn shown(&self, all: u32) -> Vec<u32> {
        let hidden = self.hidden_of(all);
        let mut shown = self.order(all);
        shown.retain(|column| !hidden.contains(column));
        shown.sort_by_key(|column| !self.pinned.contains(column));
        shown
    }

    /// The value in an address; `None` where all stands as in the file.
    #[must_use]
    pub fn write(&self) -> Option<String> {
        let mut parts = Vec::new();
        let mut part = |letter: char, ranges: String| {
            if !ranges.is_empty() {
                parts.push(format!("{letter}{ranges}"));
            }
        };
        part('o', ranges(self.first.iter().copied()));
        part('h', ranges(self.hidden.iter().copied()));
        part('p', ranges(self.pinned.iter().copied()));
        let widths = self.widths.iter().take(MOST);
        let widths = widths.map(|(at, wide)| format!("{}x{wide}", u64::from(*at) + 1));
        part('w', widths.collect::<Vec<_>>().join("."));
        if parts.is_empty() {
            return None;
        }
        parts.extend(self.names.map(|names| format!("n{names}")));
        Some(parts.join("~"))
    }

    /// Reads the value, and whether all of it was understood.
    #[must_use]
    pub fn read(value: &str) -> (Self, bool) {
        let mut read = Self::default();
        let mut all = true;
        for part in value.split('~').take(MOST) {
            all &= read.part(part).is_some();
        }
        if read.write().is_none() {
            read.names = None;
        }
        (read, all)
    }

    fn part(&mut self, part: &str) -> Option<()> {
        let rest = part.get(1..)?;
        match part.as_bytes().first()? {
            b'o' => {
                let mut seen: BTreeSet<u32> = self.first.iter().copied().collect();
                let columns = columns(rest)?.into_iter();
                self.first.extend(columns.filter(|at| seen.insert(*at)));
                self.first.truncate(MOST);
            }
            b'h' => extend(&mut self.hidden, columns(rest)?),
            b'p' => extend(&mut self.pinned, columns(rest)?),
            b'w' => {
                for one in rest.split('.').take(MOST) {
                    let (at, wide) = one.split_once('x')?;
                    self.widths.insert(column(at)?, wide.parse().ok()?);
                }
            }
            b'n' => self.names = Some(rest.parse().ok()?),
            _ => return None,
        }
        Some(())
    }
}

fn extend(set: &mut BTreeSet<u32>, columns: Vec<u32>) {
    set.extend(columns);
    while set.len() > MOST {
        set.pop_last();
    }
}

/// Numbers from 1, runs that rise one by one as `first-last`.
fn ranges(columns: impl Iterator<Item = u32>) -> String {
    let mut runs: Vec<RangeInclusive<u32>> = Vec::new();
    for at in columns.take(MOST) {
        match runs.last_mut() {
            Some(run) if run.end().checked_add(1) == Some(at) => *run = *run.start()..=at,
            _ => runs.push(at..=at),
        }
    }
    let one = |run: RangeInclusive<u32>| {
        let (first, last) = (u64::from(*run.start()) + 1, u64::from(*run.end()) + 1);
        match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        }
    };
    runs.into_iter().map(one).collect::<Vec<_>>().join(".")
}

fn columns(text: &str) -> Option<Vec<u32>> {
    let mut columns = Vec::new();
    for run in text.split('.') {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let (first, last) = (column(first)?, column(last)?);
        if first > last || (last - first) as usize >= MOST - columns.len().min(MOST) {
            return None;
        }
        columns.extend(first..=last);
    }
    Some(columns)
}
