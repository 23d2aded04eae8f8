//! Price: the state of the offer that counts, which comes first, the source's words, and every offer there is.

use crate::{
    components::{NotStated, PriceTag, Said},
    i18n::{ListingWords, Named as _, amount, fill},
    state::lang,
    view::{any, view},
};
use catalog::{DeliveryMode, Offer, PriceType};
use leptos::prelude::*;
use search::ListingPage;
use std::sync::Arc;

/// The section.
#[component]
pub(super) fn Offers(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let offers = page.listing.offers.clone();
    let verbatim = offers.first().and_then(|offer| offer.verbatim.clone()).map(
        |text| view! { <p class="small quiet">{fill(words.verbatim, &[("text", &text)])}</p> },
    );
    view! {
        <section>
            <h2>{words.price}</h2>
            <div class="pricebox">
                <div><PriceTag price=page.price.clone()/></div>
                <div class="stack">
                    {verbatim}
                    {(offers.len() > 1).then(|| view! { <OfferTable offers=offers today=page.today.clone()/> })}
                </div>
            </div>
        </section>
    }
}

#[component]
fn OfferTable(offers: Vec<Offer>, today: String) -> AnyView {
    let words = ListingWords::of(lang());
    let rows = offers.into_iter().enumerate().map(move |(n, offer)| {
        let name = match offer.name.clone() {
            Some(name) => view! { <Said text=name/> },
            None => any(format!("{} {}", words.offer, n + 1)),
        };
        let price = match (offer.price_type, amount(&offer, lang())) {
            (_, Some((amount, per))) => any(format!("{amount}{per}")),
            (PriceType::Free, None) => any(lang().pick("免费", "Free")),
            (PriceType::Negotiable, None) => any(lang().pick("面议", "Negotiable")),
            (_, None) => view! { <NotStated/> },
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{price}{term(&offer, &today).map(|term| view! { <p class="small quiet">{term}</p> })}</td>
                <td>{offer.verbatim.clone()}</td>
                <td>{delivery(&offer)}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll">
            <table class="table">
                <caption>{words.more_offers}</caption>
                <thead><tr>
                    <th scope="col">{words.offer}</th>
                    <th scope="col">{words.price}</th>
                    <th scope="col">{words.as_written}</th>
                    <th scope="col">{words.delivery}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What is to be said of an offer that is over on `today`, or is still to come.
pub(super) fn term(offer: &Offer, today: &str) -> Option<String> {
    let words = ListingWords::of(lang());
    let (say, day) = if offer.is_over(today) {
        (words.offer_over, &offer.valid_through)
    } else if offer.is_to_come(today) {
        (words.offer_to_come, &offer.valid_from)
    } else {
        return None;
    };
    Some(fill(say, &[("date", day.as_deref()?)]))
}

/// The delivery modes of an offer, or "not stated".
pub(super) fn delivery(offer: &Offer) -> AnyView {
    let modes: Vec<&str> = offer
        .delivery
        .iter()
        .filter(|mode| **mode != DeliveryMode::Unspecified)
        .map(|mode| mode.name(lang()))
        .collect();
    if modes.is_empty() {
        return view! { <NotStated/> };
    }
    any(modes.join(lang().pick("、", ", ")))
}
