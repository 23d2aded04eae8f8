//! Which values of a facet are shown: the chosen ones, those that are looked for, as many as
//! there is room for, and of a tree the branches that are open.

use super::facet_order::Held;
use crate::i18n::Lang;
use search::{Facet, FacetCounts, Query, ValueCount, small};

/// Values shown before "more".
pub(super) const SHORT: usize = 6;
/// Values added by each "more"; a screen of more is searched, not read.
pub(super) const STEP: usize = 50;
/// Most values shown, beside the chosen ones: further ones are looked for by name.
pub(super) const MOST: usize = 200;

/// One value as it stands in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Token or key.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Listings.
    pub count: u64,
    /// How deep in the tree.
    pub depth: usize,
    /// Whether values are below it, and whether they are shown.
    pub branch: Option<bool>,
}

/// What the visitor made of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    /// What is looked for among the names, folded.
    pub needle: String,
    /// By name instead of by count.
    pub by_name: bool,
    /// Values shown, beside the chosen ones.
    pub room: usize,
    /// Branches of the tree that are open.
    pub branches: Vec<String>,
}

/// The rows to show, and how many values there are that are not. `of`: the words that the
/// counts answer, and whether sources are still coming.
pub(super) fn rows(
    counts: &FacetCounts,
    query: &Query,
    wish: &Wish,
    held: &mut Held,
    of: (String, bool),
    lang: Lang,
) -> (Vec<Row>, usize) {
    let values = held.arrange(counts, wish, of, lang);
    let mut list = List {
        facet: counts.facet,
        query,
        room: wish.room,
        rows: Vec::new(),
        left: 0,
    };
    let is_tree = values.iter().any(|(value, _)| value.parent.is_some());
    if is_tree && wish.needle.is_empty() && !wish.by_name {
        list.tree(&values, None, 0, &wish.branches);
    } else {
        let found = |name: &str| wish.needle.is_empty() || small(name).contains(&wish.needle);
        for (value, name) in values.iter().filter(|(_, name)| found(name)) {
            list.push(value, name, 0, None);
        }
    }
    (list.rows, list.left)
}

/// Rows being gathered.
struct List<'q> {
    facet: Facet,
    query: &'q Query,
    room: usize,
    rows: Vec<Row>,
    left: usize,
}

impl List<'_> {
    /// A value, if it is chosen or there is room.
    fn push(&mut self, value: &ValueCount, name: &str, depth: usize, branch: Option<bool>) {
        if !self.query.has(self.facet, &value.value) {
            if self.room == 0 {
                self.left += 1;
                return;
            }
            self.room -= 1;
        }
        self.rows.push(Row {
            value: value.value.clone(),
            name: name.to_owned(),
            count: value.count,
            depth,
            branch,
        });
    }

    /// The values below `parent`, and what is below those that are open or hold a choice.
    fn tree(
        &mut self,
        values: &[(&ValueCount, String)],
        parent: Option<&str>,
        depth: usize,
        open: &[String],
    ) {
        // A catalog is read so that no category is above itself; this holds whatever comes.
        const DEEPEST: usize = 12;
        let is_known = |key: &str| values.iter().any(|(value, _)| value.value == key);
        let here = |value: &ValueCount| match value.parent.as_deref() {
            None => parent.is_none(),
            Some(above) => Some(above) == parent || parent.is_none() && !is_known(above),
        };
        for (value, name) in values.iter().filter(|(value, _)| here(value)) {
            let below =
                |other: &&(&ValueCount, String)| other.0.parent.as_deref() == Some(&value.value);
            let has_below = depth < DEEPEST && values.iter().any(|other| below(&other));
            let is_open = has_below
                && (open.contains(&value.value) || self.holds_choice(values, &value.value, depth));
            self.push(value, name, depth, has_below.then_some(is_open));
            if is_open {
                self.tree(values, Some(&value.value), depth + 1, open);
            }
        }
    }

    /// Whether a value below this one is chosen.
    fn holds_choice(&self, values: &[(&ValueCount, String)], key: &str, depth: usize) -> bool {
        let mut below = values
            .iter()
            .filter(|(value, _)| value.parent.as_deref() == Some(key));
        depth < 12
            && below.any(|(value, _)| {
                self.query.has(self.facet, &value.value)
                    || self.holds_choice(values, &value.value, depth + 1)
            })
    }
}
