//! Terms and delivery: how one gets it, under what licence, from whom.

use super::offers::delivery;
use crate::{
    components::{Fact, FactList, Said},
    i18n::{ListingWords, Named as _, other_host},
    state::lang,
    view::{any, view},
};
use catalog::{Contact, NegotiationChannel};
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
            listing.contact.clone().and_then(contact),
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

/// A checked link; the host is named when it is not this site.
pub(in crate::pages) fn link(address: String) -> AnyView {
    let elsewhere = other_host(&address, &platform::address().origin);
    let shown: String = address.chars().take(120).collect();
    view! { <a href=address rel="noopener noreferrer nofollow">{shown}</a>{elsewhere} }
}

pub(in crate::pages) fn contact(contact: Contact) -> Option<AnyView> {
    let names = [contact.name, contact.organization].into_iter().flatten();
    let names: Vec<AnyView> = names
        .map(|name| view! { <span><Said text=name/>" "</span> })
        .collect();
    let mail = contact
        .email
        .map(|email| view! { <a href=format!("mailto:{email}")>{email.clone()}</a>" " });
    let tel = contact
        .tel
        .map(|tel| view! { <span class="num">{tel}" "</span> });
    let page = contact.url.map(link);
    let parts: Vec<AnyView> = names
        .into_iter()
        .chain(mail)
        .chain(tel)
        .chain(page)
        .collect();
    (!parts.is_empty()).then(|| any(parts))
}
