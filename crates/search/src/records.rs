//! The records of one catalog by id, and the keys `source~id` they have in answers.

use crate::sort::places_by_text;
use catalog::{Catalog, Category, Exchange, Listing, Organization, Platform, Text};
use std::collections::HashMap;

/// Longest way up a category tree that is followed; a loop ends here too.
const MAX_DEPTH: usize = 16;

/// Positions of records in their catalog. The first of two equal ids stands.
#[derive(Debug, Default)]
pub(crate) struct Records {
    exchanges: HashMap<String, usize>,
    platforms: HashMap<String, usize>,
    organizations: HashMap<String, usize>,
    categories: HashMap<String, usize>,
    /// All positions, by id: as many as there are, so they keep no ids of their own.
    listings: Vec<u32>,
}

impl Records {
    /// Looks through `catalog` once.
    pub(crate) fn of(catalog: &Catalog) -> Self {
        Self {
            exchanges: positions(catalog.exchanges.iter().map(|r| &r.id)),
            platforms: positions(catalog.platforms.iter().map(|r| &r.id)),
            organizations: positions(catalog.organizations.iter().map(|r| &r.id)),
            categories: positions(catalog.categories.iter().map(|r| &r.id)),
            listings: by_id(catalog),
        }
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

    /// Position of the exchange named `id`.
    pub(crate) fn exchange_place(&self, id: &str) -> Option<usize> {
        self.exchanges.get(id).copied()
    }

    /// Position of the organisation named `id`.
    pub(crate) fn organization_place(&self, id: &str) -> Option<usize> {
        self.organizations.get(id).copied()
    }

    /// Position of the category named `id`.
    pub(crate) fn category_place(&self, id: &str) -> Option<usize> {
        self.categories.get(id).copied()
    }

    /// Position of the listing named `id`.
    pub(crate) fn listing(&self, catalog: &Catalog, id: &str) -> Option<usize> {
        let id_at = |position: u32| Some(&catalog.listings.get(position as usize)?.id);
        let before = |position: &u32| id_at(*position).is_some_and(|known| known.as_str() < id);
        let place = self.listings.partition_point(before);
        let position = *self.listings.get(place)?;
        (id_at(position)? == id).then_some(position as usize)
    }

    /// Positions of all listings by id; of equal ids the first stands first.
    pub(crate) fn by_id(&self) -> &[u32] {
        &self.listings
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

fn by_id(catalog: &Catalog) -> Vec<u32> {
    let listings = &catalog.listings;
    let id = |place: usize| listings.get(place).map_or(&[][..], |l| l.id.as_bytes());
    let order = places_by_text(listings.len(), &id);
    order.into_iter().map(|place| place as u32).collect()
}

fn positions<'c>(ids: impl Iterator<Item = &'c String>) -> HashMap<String, usize> {
    let mut map = HashMap::new();
    for (position, id) in ids.enumerate() {
        if !map.contains_key(id) {
            map.insert(id.clone(), position);
        }
    }
    map
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
