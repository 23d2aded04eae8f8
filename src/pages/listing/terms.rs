//! Terms and delivery: how one gets it, under what licence, from whom.

use super::offers::delivery;
use crate::{
    components::{Fact, FactList, contact_line, link},
    i18n::{ListingWords, Named as _},
    state::lang,
    view::view,
};
use catalog::NegotiationChannel;
use leptos::prelude::*;
use search::ListingPage;
use std::sync::Arc;

/// The section.
#[component]
pub(super) fn Terms(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let listing = &page.listing;
    let offer = listing.offers.first();
    let stated = offer.filter(|offer| {
        offer
            .delivery
            .iter()
            .any(|mode| *mode != catalog::DeliveryMode::Unspecified)
    });
    let channel = offer
        .and_then(|offer| offer.negotiation_channel)
        .filter(|channel| *channel != NegotiationChannel::Unspecified);
    let valid = offer.and_then(|offer| match (&offer.valid_from, &offer.valid_through) {
        (Some(from), Some(through)) => Some(format!("{from}{}{through}", words.to)),
        (from, through) => from.clone().or_else(|| through.clone()),
    });
    let limits: Vec<String> = listing
        .usage_restrictions
        .iter()
        .map(crate::components::said_text)
        .collect();
    let mut facts = vec![
        Fact::new(words.delivery, stated.map(delivery), "/offers/0/delivery"),
        Fact::text(
            words.channel,
            channel.map(|c| c.name(lang()).to_owned()),
            "/offers/0/negotiationChannel",
        ),
        Fact::new(words.licence, listing.license.clone().map(link), "/license"),
        Fact::text(
            words.restrictions,
            (!limits.is_empty()).then(|| limits.join(lang().pick("；", "; "))),
            "/usageRestrictions",
        ),
        Fact::new(
            words.contact,
            listing.contact.clone().and_then(contact_line),
            "/contact",
        ),
    ];
    let terms = offer.and_then(|offer| offer.terms.clone()).map(link);
    let landing = listing.landing_page.clone().map(link);
    let optional = [
        Fact::text(words.valid, valid, "/offers/0/validThrough"),
        Fact::new(words.terms_page, terms, "/offers/0/terms"),
        Fact::new(words.landing, landing, "/landingPage"),
    ];
    facts.extend(optional.into_iter().filter(Fact::is_stated));
    view! {
        <section class="body-links">
            <h2>{words.terms}</h2>
            <FactList facts=facts assertions=page.assertions.clone()/>
        </section>
    }
}
