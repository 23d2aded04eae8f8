//! The directory of one index: its exchanges, categories and suppliers, each with its
//! listings on the shelf counted by price state.

use crate::index::Index;
use crate::records::key;
use crate::{CategoryNode, Directory, ExchangeEntry, ProviderEntry, SourceEntry, StateCounts};
use catalog::{Category, PriceState};
use std::collections::{HashMap, HashSet};

/// Counts of everything in one pass over the listings.
#[derive(Default)]
struct Tally<'i> {
    exchanges: HashMap<&'i str, StateCounts>,
    categories: HashMap<&'i str, StateCounts>,
    providers: HashMap<&'i str, StateCounts>,
    all: StateCounts,
    uncategorized: StateCounts,
}

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
    let tally = tally(index);
    directory.listings.add_all(&tally.all);
    directory.uncategorized.add_all(&tally.uncategorized);
    directory.exchanges.extend(exchanges(index, &tally));
    directory.categories.extend(categories(index, &tally));
    directory.providers.extend(providers(index, &tally));
    directory.sources.extend(sources(index));
}

fn tally(index: &Index) -> Tally<'_> {
    let mut tally = Tally::default();
    for (listing, price) in index.on_shelf() {
        tally.all.add(price.state);
        if let Some(id) = listing.exchange.as_deref() {
            tally.exchanges.entry(id).or_default().add(price.state);
        }
        if let Some(id) = listing.provider.as_deref() {
            tally.providers.entry(id).or_default().add(price.state);
        }
        if listing.categories.is_empty() {
            tally.uncategorized.add(price.state);
        }
        // A listing counts once in a parent, however many of its children it is in.
        let mut counted = HashSet::new();
        for id in &listing.categories {
            for category in index.records().lineage(index.catalog(), id) {
                if counted.insert(category.id.as_str()) {
                    tally
                        .categories
                        .entry(&category.id)
                        .or_default()
                        .add(price.state);
                }
            }
        }
    }
    tally
}

fn exchanges(index: &Index, tally: &Tally<'_>) -> Vec<ExchangeEntry> {
    let catalog = index.catalog();
    let entry = |exchange: &catalog::Exchange| {
        let ids = exchange.operator.iter().chain(&exchange.partners);
        let organizations = ids.filter_map(|id| index.records().organization(catalog, id));
        ExchangeEntry {
            key: key(index.source(), &exchange.id),
            exchange: exchange.clone(),
            platforms: (catalog.platforms.iter())
                .filter(|platform| platform.exchange == exchange.id)
                .cloned()
                .collect(),
            organizations: organizations.cloned().collect(),
            listings: tally
                .exchanges
                .get(exchange.id.as_str())
                .copied()
                .unwrap_or_default(),
        }
    };
    catalog.exchanges.iter().map(entry).collect()
}

/// Parents before children, siblings in the order of the catalog.
fn categories(index: &Index, tally: &Tally<'_>) -> Vec<CategoryNode> {
    let (all, records) = (&index.catalog().categories, index.records());
    let parent_of = |category: &Category| {
        let parent = category.parent.as_deref()?;
        records
            .category(index.catalog(), parent)
            .map(|parent| parent.id.clone())
    };
    let mut children: HashMap<Option<String>, Vec<&Category>> = HashMap::new();
    for category in all {
        children
            .entry(parent_of(category))
            .or_default()
            .push(category);
    }
    let mut nodes = Vec::new();
    let mut visited = HashSet::new();
    let tops = children.get(&None).map_or(&[][..], Vec::as_slice);
    // Categories in a loop hang from no top; they are shown at the end rather than lost.
    let mut waiting: Vec<&Category> = all.iter().rev().chain(tops.iter().rev().copied()).collect();
    while let Some(category) = waiting.pop() {
        if !visited.insert(category.id.as_str()) {
            continue;
        }
        let parent = parent_of(category).filter(|parent| visited.contains(parent.as_str()));
        nodes.push(CategoryNode {
            key: key(index.source(), &category.id),
            label: category.label.clone(),
            description: category.description.clone(),
            parent: parent.map(|parent| key(index.source(), &parent)),
            listings: tally
                .categories
                .get(category.id.as_str())
                .copied()
                .unwrap_or_default(),
        });
        let below = children
            .get(&Some(category.id.clone()))
            .map_or(&[][..], Vec::as_slice);
        waiting.extend(below.iter().rev());
    }
    nodes
}

fn providers(index: &Index, tally: &Tally<'_>) -> Vec<ProviderEntry> {
    let organizations = index.catalog().organizations.iter();
    organizations
        .filter_map(|organization| {
            Some(ProviderEntry {
                key: key(index.source(), &organization.id),
                organization: organization.clone(),
                listings: *tally.providers.get(organization.id.as_str())?,
            })
        })
        .collect()
}

fn sources(index: &Index) -> impl Iterator<Item = SourceEntry> {
    index.catalog().sources.iter().map(|source| SourceEntry {
        key: key(index.source(), &source.id),
        source: source.clone(),
    })
}
