//! The page of one listing: the record with everything its ids point to.

use crate::find::Column;
use crate::records::key;
use crate::{Facet, Index, ListingPage, Named, price};
use catalog::{Assertion, Catalog, Category, Listing, Source};

/// Most related listings.
const RELATED: usize = 6;

/// The page of the listing `id`, also of one that is off the shelf; `None` if there is none.
pub(crate) fn page(index: &Index, id: &str) -> Option<ListingPage> {
    let doc = index.doc_of(id)?;
    // Read anew, not copied from what is kept read: the page takes it along.
    let (listing, price) = (index.read_listing(doc)?, &index.price_of(doc)?);
    let (catalog, records) = (index.frame(), index.records());
    let organization = |id: &Option<String>| records.organization(catalog, id.as_deref()?).cloned();
    let line = |id: &String| -> Option<Vec<Category>> {
        let line = records.lineage(catalog, id);
        (!line.is_empty()).then(|| line.into_iter().cloned().collect())
    };
    Some(ListingPage {
        key: key(index.source(), &listing.id),
        default_language: catalog.default_language.clone(),
        exchange: listing
            .exchange
            .as_ref()
            .and_then(|id| records.exchange(catalog, id))
            .cloned(),
        platform: listing
            .platform
            .as_ref()
            .and_then(|id| records.platform(catalog, id))
            .cloned(),
        provider: organization(&listing.provider),
        rights_holder: organization(&listing.rights_holder),
        categories: listing.categories.iter().filter_map(line).collect(),
        price: price::shown(price, &listing),
        today: index.today().to_owned(),
        default_assertion: catalog.default_assertion.clone(),
        sources: named_sources(catalog, &listing),
        assertions: (listing.assertions.iter().cloned())
            .map(|assertion| moved(assertion, price.offer))
            .collect(),
        related: related(index, &listing),
        listing: first_offer(listing, price.offer),
    })
}

/// The record with the offer at `place` before the others.
fn first_offer(mut listing: Listing, place: usize) -> Listing {
    if let Some(up_to) = listing.offers.get_mut(..=place) {
        up_to.rotate_right(1);
    }
    listing
}

/// An assertion with the place that its offer has after [`first_offer`].
fn moved(mut assertion: Assertion, place: usize) -> Assertion {
    let pointed = assertion.path.strip_prefix("/offers/").and_then(|rest| {
        let (number, below) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
        Some((number.parse::<usize>(), below))
    });
    if let Some((Ok(number), below)) = pointed
        && number <= place
    {
        let number = if number == place { 0 } else { number + 1 };
        assertion.path = format!("/offers/{number}{below}");
    }
    assertion
}

/// The sources that the listing's assertions, or the catalog's default, name.
fn named_sources(catalog: &Catalog, listing: &Listing) -> Vec<Source> {
    let own = listing
        .assertions
        .iter()
        .filter_map(|a| a.source.as_deref());
    let base = catalog
        .default_assertion
        .iter()
        .filter_map(|a| a.source.as_deref());
    let names: Vec<&str> = own.chain(base).collect();
    catalog
        .sources
        .iter()
        .filter(|source| names.contains(&source.id.as_str()))
        .cloned()
        .collect()
}

/// Others of the same supplier, else others of a category it is in, the newest first.
fn related(index: &Index, listing: &Listing) -> Vec<Named> {
    let own = |id: &String| key(index.source(), id);
    let provider: Vec<String> = listing.provider.iter().map(own).collect();
    let same_supplier = others(index, Facet::Provider, &provider, &listing.id);
    if same_supplier.is_empty() {
        let categories: Vec<String> = listing.categories.iter().map(own).collect();
        others(index, Facet::Category, &categories, &listing.id)
    } else {
        same_supplier
    }
}

/// The first listings that have one of `values` in a facet.
fn others(index: &Index, facet: Facet, values: &[String], id: &str) -> Vec<Named> {
    let Some(head) = index.facet(facet).filter(|_| !values.is_empty()) else {
        return Vec::new();
    };
    let is_wanted = |member: &u32| {
        let value = head.values.get(*member as usize);
        value.is_some_and(|value| values.contains(&value.value))
    };
    let sets: Vec<bool> = (0..head.sets())
        .map(|set| head.set(set).iter().any(is_wanted))
        .collect();
    let column = Column::read(index, head);
    let docs = 0..index.size() as u32;
    let listings = docs
        .filter(|doc| sets.get(column.get(*doc)) == Some(&true))
        .filter_map(|doc| index.listing_of(doc))
        .filter(|other| other.id != id);
    let name = |other: std::rc::Rc<Listing>| Named {
        key: key(index.source(), &other.id),
        name: other.title.clone(),
    };
    listings.take(RELATED).map(name).collect()
}
