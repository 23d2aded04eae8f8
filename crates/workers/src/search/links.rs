//! Links of a listing become absolute: they resolve against the catalog they stand in
//! (`model.md` §B rule 3). What does not resolve to a safe address is dropped.

use catalog::{Contact, InquiryTarget, Organization};
use search::ListingPage;

/// Makes a link absolute.
type Fix<'a> = &'a dyn Fn(&mut Option<String>);

/// Resolves every link of the page against `base`.
pub(super) fn resolve(page: &mut ListingPage, base: &str) {
    // One function for all of them: a copy for each would be weighed in each.
    let fix: Fix<'_> = &|href| {
        *href = href.take().and_then(|href| platform::resolve(base, &href));
    };
    let listing = &mut page.listing;
    fix(&mut listing.landing_page);
    fix(&mut listing.license);
    contact(&mut listing.contact, fix);
    targets(&mut listing.inquiry, fix);
    let samples = listing
        .samples
        .iter_mut()
        .filter_map(|sample| sample.distribution.as_mut());
    for distribution in listing.distributions.iter_mut().chain(samples) {
        fix(&mut distribution.access_url);
        fix(&mut distribution.download_url);
        fix(&mut distribution.datastore_url);
        fix(&mut distribution.license);
    }
    for offer in &mut listing.offers {
        fix(&mut offer.terms);
    }
    if let Some(exchange) = &mut page.exchange {
        fix(&mut exchange.homepage);
        contact(&mut exchange.contact, fix);
        targets(&mut exchange.inquiry, fix);
    }
    if let Some(platform) = &mut page.platform {
        fix(&mut platform.url);
    }
    for organization in [&mut page.provider, &mut page.rights_holder] {
        home(organization, fix);
    }
    for source in &mut page.sources {
        fix(&mut source.url);
    }
}

fn contact(contact: &mut Option<Contact>, fix: Fix<'_>) {
    if let Some(contact) = contact {
        fix(&mut contact.url);
    }
}

fn targets(targets: &mut [InquiryTarget], fix: Fix<'_>) {
    for target in targets {
        fix(&mut target.href);
    }
}

fn home(organization: &mut Option<Organization>, fix: Fix<'_>) {
    if let Some(organization) = organization {
        fix(&mut organization.homepage);
    }
}
