//! The directory of one index: its exchanges, categories and suppliers, each with its
//! listings on the shelf counted by price state.

use crate::find::Column;
use crate::records::{Records, key};
use crate::store::{Bytes, Head, States};
use crate::{
    CategoryNode, Directory, ExchangeEntry, Facet, Index, NOT_STATED, ProviderEntry, SourceEntry,
    StateCounts,
};
use catalog::{Catalog, Category, PriceState};
use std::collections::HashMap;

impl StateCounts {
    /// Counts one more listing.
    const fn add(&mut self, state: PriceState) {
        match state {
            PriceState::Number => self.number += 1,
            PriceState::Free => self.free += 1,
            PriceState::Negotiable => self.negotiable += 1,
            PriceState::NotStated => self.not_stated += 1,
            PriceState::Doubtful => self.doubtful += 1,
        }
    }

    /// Adds the counts of another source.
    pub(crate) const fn add_all(&mut self, other: &Self) {
        self.number += other.number;
        self.free += other.free;
        self.negotiable += other.negotiable;
        self.not_stated += other.not_stated;
        self.doubtful += other.doubtful;
    }
}

/// Adds what `index` holds to `directory`.
pub(crate) fn describe(index: &Index, directory: &mut Directory) {
    let head = index.head();
    let roster = Roster {
        source: index.source(),
        catalog: index.frame(),
        records: index.records(),
        exchanges: counts(head, Facet::Exchange, &head.states.exchanges),
        categories: counts(head, Facet::Category, &head.states.categories),
        providers: counts(head, Facet::Provider, &head.states.providers),
    };
    directory.listings.add_all(&head.states.all);
    directory
        .uncategorized
        .add_all(&at(&roster.categories, NOT_STATED));
    directory.exchanges.extend(roster.exchanges());
    directory.categories.extend(roster.categories());
    directory.providers.extend(roster.providers());
    directory.sources.extend(roster.sources());
}

/// Counts the states of prices by the values of three facets, column against column.
pub(crate) fn states(head: &Head, chunks: &[Bytes]) -> States {
    let column = |facet: Facet| {
        let head = head.columns.get(facet as usize)?;
        Some((
            head,
            Column::of(head, |chunk| chunks.get(chunk as usize).cloned()),
        ))
    };
    let prices = column(Facet::Price);
    let state = |doc: u32| {
        let (head, column) = prices.as_ref()?;
        let member = *head.set(column.get(doc)).first()?;
        PriceState::parse(&head.values.get(member as usize)?.value)
    };
    let states: Vec<Option<PriceState>> = (0..head.docs).map(state).collect();
    let mut all = StateCounts::default();
    states.iter().flatten().for_each(|state| all.add(*state));
    let counts = |facet: Facet| {
        let Some((head, column)) = column(facet) else {
            return Vec::new();
        };
        let mut by_set = vec![StateCounts::default(); head.sets()];
        for (doc, state) in states.iter().enumerate() {
            if let (Some(state), Some(counts)) = (state, by_set.get_mut(column.get(doc as u32))) {
                counts.add(*state);
            }
        }
        let mut by_value = vec![StateCounts::default(); head.values.len()];
        for (set, of_set) in by_set.iter().enumerate() {
            for member in head.set(set) {
                if let Some(counts) = by_value.get_mut(*member as usize) {
                    counts.add_all(of_set);
                }
            }
        }
        by_value
    };
    States {
        exchanges: counts(Facet::Exchange),
        categories: counts(Facet::Category),
        providers: counts(Facet::Provider),
        all,
    }
}

/// Counts by the value of a facet.
struct Counts<'h> {
    places: HashMap<String, usize>,
    states: &'h [StateCounts],
}

fn counts<'h>(head: &Head, facet: Facet, states: &'h [StateCounts]) -> Counts<'h> {
    let values = head
        .columns
        .get(facet as usize)
        .map(|column| &column.values);
    let named = values
        .into_iter()
        .flatten()
        .map(|value| value.value.clone());
    // By place, since each kind of map is code of its own, and this one is there already.
    Counts {
        places: named.zip(0..).collect(),
        states,
    }
}

/// The counts of a value; none where no listing has it.
fn at(counts: &Counts<'_>, value: &str) -> StateCounts {
    let place = counts.places.get(value);
    let state = place.and_then(|place| counts.states.get(*place));
    state.copied().unwrap_or_default()
}

/// What the directory of one index is made of.
struct Roster<'h> {
    source: &'h str,
    catalog: &'h Catalog,
    records: &'h Records,
    exchanges: Counts<'h>,
    categories: Counts<'h>,
    providers: Counts<'h>,
}

impl Roster<'_> {
    fn key(&self, id: &str) -> String {
        key(self.source, id)
    }

    fn exchanges(&self) -> Vec<ExchangeEntry> {
        let catalog = self.catalog;
        let entry = |exchange: &catalog::Exchange| {
            let ids = exchange.operator.iter().chain(&exchange.partners);
            let organizations = ids.filter_map(|id| self.records.organization(catalog, id));
            ExchangeEntry {
                key: self.key(&exchange.id),
                exchange: exchange.clone(),
                platforms: (catalog.platforms.iter())
                    .filter(|platform| platform.exchange == exchange.id)
                    .cloned()
                    .collect(),
                organizations: organizations.cloned().collect(),
                listings: at(&self.exchanges, &self.key(&exchange.id)),
            }
        };
        catalog.exchanges.iter().map(entry).collect()
    }

    /// Parents before children, siblings in the order of the catalog.
    fn categories(&self) -> Vec<CategoryNode> {
        let (all, records) = (&self.catalog.categories, self.records);
        let parent_of = |category: &Category| records.category_place(category.parent.as_deref()?);
        let mut tops = Vec::new();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
        for (place, category) in all.iter().enumerate() {
            match parent_of(category).and_then(|parent| children.get_mut(parent)) {
                Some(below) => below.push(place),
                None => tops.push(place),
            }
        }
        let mut nodes = Vec::new();
        let mut visited = vec![false; all.len()];
        // Categories in a loop hang from no top; they are shown at the end rather than lost.
        let mut waiting: Vec<usize> = (0..all.len()).rev().collect();
        waiting.extend(tops.iter().rev());
        while let Some(place) = waiting.pop() {
            let Some(category) = all.get(place) else {
                continue;
            };
            // The first of two equal ids stands for both.
            let known = records.category_place(&category.id).unwrap_or(place);
            match visited.get_mut(known) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            let parent = parent_of(category)
                .filter(|parent| visited.get(*parent).is_some_and(|seen| *seen))
                .and_then(|parent| all.get(parent));
            nodes.push(CategoryNode {
                key: self.key(&category.id),
                label: category.label.clone(),
                description: category.description.clone(),
                parent: parent.map(|parent| self.key(&parent.id)),
                listings: at(&self.categories, &self.key(&category.id)),
            });
            let below = children.get(known).map_or(&[][..], Vec::as_slice);
            waiting.extend(below.iter().rev());
        }
        nodes
    }

    /// Those who have a listing on the shelf.
    fn providers(&self) -> Vec<ProviderEntry> {
        let mut entries = Vec::new();
        for organization in &self.catalog.organizations {
            let listings = at(&self.providers, &self.key(&organization.id));
            if listings.total() > 0 {
                entries.push(ProviderEntry {
                    key: self.key(&organization.id),
                    organization: organization.clone(),
                    listings,
                });
            }
        }
        entries
    }

    fn sources(&self) -> Vec<SourceEntry> {
        let entry = |source: &catalog::Source| SourceEntry {
            key: self.key(&source.id),
            source: source.clone(),
        };
        self.catalog.sources.iter().map(entry).collect()
    }
}
