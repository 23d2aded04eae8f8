//! The records of one catalog by id, and the keys `source~id` they have in answers.

use catalog::{Catalog, Category, Exchange, Listing, Organization, Platform, Text};
use std::collections::HashMap;

/// Longest way up a category tree that is followed; a loop ends here too.
const MAX_DEPTH: usize = 16;

/// Positions of records in their catalog. The first of two equal ids stands.
#[derive(Debug, Default)]
pub(crate) struct Records {
    exchanges: Positions,
    platforms: Positions,
    organizations: Positions,
    categories: Positions,
}

/// Positions by id, of so many records.
#[derive(Debug, Default)]
struct Positions {
    of: HashMap<String, usize>,
    count: usize,
}

impl Positions {
    fn get(&self, id: &str) -> Option<&usize> {
        self.of.get(id)
    }
}

impl Records {
    /// Looks through `catalog` once.
    pub(crate) fn of(catalog: &Catalog) -> Self {
        Self {
            exchanges: positions(catalog.exchanges.iter().map(|r| &r.id)),
            platforms: positions(catalog.platforms.iter().map(|r| &r.id)),
            organizations: positions(catalog.organizations.iter().map(|r| &r.id)),
            categories: positions(catalog.categories.iter().map(|r| &r.id)),
        }
    }

    /// Takes up the records that were added to `catalog` since.
    pub(crate) fn grow(&mut self, catalog: &Catalog) {
        grow(&mut self.exchanges, catalog.exchanges.iter().map(|r| &r.id));
        grow(
            &mut self.organizations,
            catalog.organizations.iter().map(|r| &r.id),
        );
        grow(
            &mut self.categories,
            catalog.categories.iter().map(|r| &r.id),
        );
    }

    /// The exchange named `id`.
    pub(crate) fn exchange<'c>(&self, catalog: &'c Catalog, id: &str) -> Option<&'c Exchange> {
        catalog.exchanges.get(*self.exchanges.get(id)?)
    }

    /// The platform named `id`.
    pub(crate) fn platform<'c>(&self, catalog: &'c Catalog, id: &str) -> Option<&'c Platform> {
        catalog.platforms.get(*self.platforms.get(id)?)
    }

    /// The organisation named `id`.
    pub(crate) fn organization<'c>(
        &self,
        catalog: &'c Catalog,
        id: &str,
    ) -> Option<&'c Organization> {
        catalog.organizations.get(*self.organizations.get(id)?)
    }

    /// The category named `id`.
    pub(crate) fn category<'c>(&self, catalog: &'c Catalog, id: &str) -> Option<&'c Category> {
        catalog.categories.get(*self.categories.get(id)?)
    }

    /// Position of the category named `id`.
    pub(crate) fn category_place(&self, id: &str) -> Option<usize> {
        self.categories.get(id).copied()
    }

    /// The category named `id` with all above it, top first; empty if there is none.
    pub(crate) fn lineage<'c>(&self, catalog: &'c Catalog, id: &str) -> Vec<&'c Category> {
        let mut line: Vec<&Category> = Vec::new();
        let mut next = self.category(catalog, id);
        while let Some(category) = next {
            if line.len() == MAX_DEPTH || line.iter().any(|known| known.id == category.id) {
                break;
            }
            line.push(category);
            next = category
                .parent
                .as_deref()
                .and_then(|parent| self.category(catalog, parent));
        }
        line.reverse();
        line
    }
}

fn positions<'c>(ids: impl ExactSizeIterator<Item = &'c String>) -> Positions {
    let mut positions = Positions::default();
    grow(&mut positions, ids);
    positions
}

/// Takes up the ids that are new.
fn grow<'c>(known: &mut Positions, ids: impl ExactSizeIterator<Item = &'c String>) {
    let count = ids.len();
    for (position, id) in ids.enumerate().skip(known.count) {
        if !known.of.contains_key(id) {
            known.of.insert(id.clone(), position);
        }
    }
    known.count = count;
}

/// The key of `id` in `source`, as text.
pub(crate) fn key(source: &str, id: &str) -> String {
    format!("{source}~{id}")
}

/// A name for a record that the catalog names but does not have: its id.
pub(crate) fn nameless(catalog: &Catalog, id: &str) -> Text {
    Text::new(catalog.default_language.as_str(), id)
}

/// Whether `listing` is on the shelf: neither drafted, delisted nor removed. The others are
/// not searched and not counted, but open by their key, so that old links say what became of them.
pub(crate) fn is_on_shelf(listing: &Listing) -> bool {
    use catalog::ListingStatus as Status;
    listing.removed.is_none() && !matches!(listing.status, Some(Status::Delisted | Status::Draft))
}
