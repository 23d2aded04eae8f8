//! The directory of one index: its exchanges, categories and suppliers, each with its
//! listings on the shelf counted by price state.

use crate::index::Index;
use crate::records::key;
use crate::{CategoryNode, Directory, ExchangeEntry, ProviderEntry, SourceEntry, StateCounts};
use catalog::{Category, PriceState};

/// Counts of everything in one pass over the listings, by the position of each record.
struct Tally {
    exchanges: Vec<StateCounts>,
    categories: Vec<StateCounts>,
    providers: Vec<StateCounts>,
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

fn tally(index: &Index) -> Tally {
    let (catalog, records) = (index.catalog(), index.records());
    let none = |count: usize| vec![StateCounts::default(); count];
    let mut tally = Tally {
        exchanges: none(catalog.exchanges.len()),
        categories: none(catalog.categories.len()),
        providers: none(catalog.organizations.len()),
        all: StateCounts::default(),
        uncategorized: StateCounts::default(),
    };
    for (listing, price) in index.on_shelf() {
        let add = |counts: &mut [StateCounts], place: Option<usize>| {
            if let Some(counts) = place.and_then(|place| counts.get_mut(place)) {
                counts.add(price.state);
            }
        };
        tally.all.add(price.state);
        let exchange = listing.exchange.as_deref();
        let place = exchange.and_then(|id| records.exchange_place(id));
        add(&mut tally.exchanges, place);
        let provider = listing.provider.as_deref();
        let place = provider.and_then(|id| records.organization_place(id));
        add(&mut tally.providers, place);
        if listing.categories.is_empty() {
            tally.uncategorized.add(price.state);
        }
        // A listing counts once in a parent, however many of its children it is in.
        let mut counted = Vec::new();
        for id in &listing.categories {
            for category in records.lineage(catalog, id) {
                let place = records.category_place(&category.id);
                if !counted.contains(&place) {
                    counted.push(place);
                    add(&mut tally.categories, place);
                }
            }
        }
    }
    tally
}

/// The counts at a position; none where there is no record.
fn at(counts: &[StateCounts], place: Option<usize>) -> StateCounts {
    let counts = place.and_then(|place| counts.get(place));
    counts.copied().unwrap_or_default()
}

fn exchanges(index: &Index, tally: &Tally) -> Vec<ExchangeEntry> {
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
            listings: at(
                &tally.exchanges,
                index.records().exchange_place(&exchange.id),
            ),
        }
    };
    catalog.exchanges.iter().map(entry).collect()
}

/// Parents before children, siblings in the order of the catalog.
fn categories(index: &Index, tally: &Tally) -> Vec<CategoryNode> {
    let (all, records) = (&index.catalog().categories, index.records());
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
            key: key(index.source(), &category.id),
            label: category.label.clone(),
            description: category.description.clone(),
            parent: parent.map(|parent| key(index.source(), &parent.id)),
            listings: at(&tally.categories, Some(known)),
        });
        let below = children.get(known).map_or(&[][..], Vec::as_slice);
        waiting.extend(below.iter().rev());
    }
    nodes
}

/// Those who have a listing on the shelf.
fn providers(index: &Index, tally: &Tally) -> Vec<ProviderEntry> {
    let mut entries = Vec::new();
    for organization in &index.catalog().organizations {
        let place = index.records().organization_place(&organization.id);
        let listings = at(&tally.providers, place);
        if listings.total() > 0 {
            entries.push(ProviderEntry {
                key: key(index.source(), &organization.id),
                organization: organization.clone(),
                listings,
            });
        }
    }
    entries
}

fn sources(index: &Index) -> impl Iterator<Item = SourceEntry> {
    index.catalog().sources.iter().map(|source| SourceEntry {
        key: key(index.source(), &source.id),
        source: source.clone(),
    })
}
