//! The whole filter state as one value.

use crate::{Bounds, Facet, FacetCounts, Range};
use record::Record;
use std::collections::{BTreeMap, BTreeSet};

/// Order of the hits. Never popularity: deal counters of real exchanges are all zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(names = "lowercase")]
pub enum Sort {
    /// Best match first; newest first when nothing was typed.
    #[default]
    Relevance,
    /// Latest change or listing date first; undated last.
    Newest,
    /// Title: digits and Latin letters, then Chinese by pinyin.
    Title,
    /// Least price first, within the one currency and unit that [`Query::unit_of`] an amount
    /// names; listings without a price in it come last.
    Price,
    /// Most data first, within the one unit chosen; listings that state none in it last.
    Size,
    /// Most of the twelve checks of `catalog::Disclosure` met first.
    Disclosure,
}

impl Sort {
    /// Every order, as the page offers them.
    pub const ALL: &'static [Self] = &[
        Self::Relevance,
        Self::Newest,
        Self::Title,
        Self::Price,
        Self::Size,
        Self::Disclosure,
    ];

    /// The range whose unit must be chosen before this order means anything.
    #[must_use]
    pub const fn within(self) -> Option<Range> {
        match self {
            Self::Price => Some(Range::Amount),
            Self::Size => Some(Range::Size),
            _ => None,
        }
    }

    /// The token in URLs and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Title => "title",
            Self::Price => "price",
            Self::Size => "size",
            Self::Disclosure => "disclosure",
        }
    }

    /// The order written as `token`.
    #[must_use]
    pub fn parse(token: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|sort| sort.as_str() == token)
    }
}

/// What a visitor asks. Values of one facet are joined by OR, facets by AND.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default, keep)]
pub struct Query {
    /// Words; all must match.
    pub text: String,
    /// Chosen values. A facet without values is absent.
    pub choices: BTreeMap<Facet, BTreeSet<String>>,
    /// Bounds. A range without any is absent; one with only a unit bounds nothing but says
    /// which unit is meant.
    pub ranges: BTreeMap<Range, Bounds>,
    /// Order.
    pub sort: Sort,
    /// Page, from 0 (1 in the URL).
    pub page: u32,
}

impl Query {
    /// Hits on one page.
    pub const PAGE_SIZE: u32 = 24;

    /// Chooses or drops one value, and goes back to the first page.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.choices.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.choices.remove(&facet);
        }
        self.page = 0;
    }

    /// Whether `value` of `facet` is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.choices
            .get(&facet)
            .is_some_and(|values| values.contains(value))
    }

    /// Drops every chosen value of `facet`.
    pub fn clear(&mut self, facet: Facet) {
        self.choices.remove(&facet);
        self.page = 0;
    }

    /// The same query with ids alone made whole keys, those of every source that has the id.
    /// `facets` is of an answer, which knows all values.
    #[must_use]
    pub fn with_whole_keys(&self, facets: &[FacetCounts]) -> Self {
        let mut whole = self.clone();
        for (facet, chosen) in whole
            .choices
            .iter_mut()
            .filter(|(facet, _)| facet.has_keys())
        {
            let keys = |written: String| {
                let meant = values(facets, *facet).filter(|value| facet.means(&written, value));
                let keys: Vec<String> = meant.map(str::to_owned).collect();
                if keys.is_empty() { vec![written] } else { keys }
            };
            *chosen = std::mem::take(chosen).into_iter().flat_map(keys).collect();
        }
        whole
    }

    /// Chosen values that no listing of an answer's sources has: likely slips of the pen. Of
    /// facets that were not counted, nothing is known.
    #[must_use]
    pub fn unknown(&self, facets: &[FacetCounts]) -> Vec<(Facet, &str)> {
        let known = |facet: Facet, chosen: &str| {
            facet.is_closed()
                || !facets.iter().any(|counts| counts.facet == facet)
                || values(facets, facet).any(|value| facet.means(chosen, value))
        };
        let choices = self.choices.iter();
        let chosen = choices.flat_map(|(f, values)| values.iter().map(|v| (*f, v.as_str())));
        chosen
            .filter(|(facet, value)| !known(*facet, value))
            .collect()
    }

    /// The unit chosen for a range; empty if none is.
    #[must_use]
    pub fn unit_of(&self, range: Range) -> &str {
        let bounds = self.ranges.get(&range);
        bounds.map_or("", |bounds| bounds.unit.as_str())
    }

    /// Nothing typed and nothing chosen.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.choices.is_empty() && self.ranges.is_empty()
    }
}

/// Every value of `facet`.
fn values(facets: &[FacetCounts], facet: Facet) -> impl Iterator<Item = &str> {
    let tables = facets.iter().filter(move |counts| counts.facet == facet);
    tables.flat_map(|counts| counts.values.iter().map(|value| value.value.as_str()))
}
