//! The page of one listing: the record with everything its ids point to.

use crate::index::Index;
use crate::records::key;
use crate::{ListingPage, Named, price};
use catalog::{Assertion, Catalog, Category, Listing, Source};

/// Most related listings.
const RELATED: usize = 6;

/// The page of the listing `id`, also of one that is off the shelf; `None` if there is none.
pub(crate) fn page(index: &Index, id: &str) -> Option<ListingPage> {
    let (listing, price) = index.at(index.records().listing(index.catalog(), id)?)?;
    let (catalog, records) = (index.catalog(), index.records());
    let organization = |id: &Option<String>| records.organization(catalog, id.as_deref()?).cloned();
    let line = |id: &String| -> Option<Vec<Category>> {
        let line = records.lineage(catalog, id);
        (!line.is_empty()).then(|| line.into_iter().cloned().collect())
    };
    Some(ListingPage {
        key: key(index.source(), &listing.id),
        listing: first_offer(listing.clone(), price.offer),
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
        price: price::shown(price, listing),
        today: index.today().to_owned(),
        default_assertion: catalog.default_assertion.clone(),
        sources: named_sources(catalog, listing),
        assertions: (listing.assertions.iter().cloned())
            .map(|assertion| moved(assertion, price.offer))
            .collect(),
        related: related(index, listing),
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
    let pointed = assertion.path.strip_prefix("/offers/").map(|rest| {
        let (number, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        (number.parse::<usize>(), below)
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

/// Others of the same supplier, else others of a category it is in.
fn related(index: &Index, listing: &Listing) -> Vec<Named> {
    let pick = |fits: &dyn Fn(&Listing) -> bool| -> Vec<Named> {
        let others = index
            .on_shelf()
            .map(|(other, _)| other)
            .filter(|other| other.id != listing.id && fits(other));
        let name = |other: &Listing| Named {
            key: key(index.source(), &other.id),
            name: other.title.clone(),
        };
        others.take(RELATED).map(name).collect()
    };
    let same_supplier =
        pick(&|other| other.provider.is_some() && other.provider == listing.provider);
    if same_supplier.is_empty() {
        pick(&|other| {
            other
                .categories
                .iter()
                .any(|id| listing.categories.contains(id))
        })
    } else {
        same_supplier
    }
}
