//! Beside a listing: its price once more, the two buttons, how much the page tells, and
//! what else there is.

use super::{
    files::{PreviewButton, opens_free},
    head::asks,
};
use crate::{
    components::{PriceTag, Said, ShortlistButton},
    i18n::{Common, Lang, ListingWords, fill},
    state::{Router, href, lang},
    view::view,
};
use catalog::{AccessRights, DeliveryMode, Key, Listing, PersonalInformation, PriceState};
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, Preview};
use std::sync::Arc;

/// The panels.
#[component]
pub(super) fn Aside(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let free = opens_free(&page);
    let ask = asks(&page).map(|address| {
        let class = if free { "btn wide" } else { "btn main wide" };
        view! { <a class=class href=address>{words.ask_about}</a> }
    });
    let opens = Preview::of(&page.listing, page.price.state) <= Preview::Sample;
    view! {
        <aside class="sticky stack" aria-label=words.ask_aside>
            <div class="panel buy">
                <PriceTag price=page.price.clone()/>
                <div class="stack tight">
                    {ask}
                    {if opens {
                        view! { <PreviewButton page=page.clone() main=free/> }
                    } else {
                        view! { <p class="small muted">{words.no_preview}</p> }
                    }}
                </div>
                <div class="row">
                    <ShortlistButton key=page.key.clone() title=page.listing.title.clone()/>
                    <CopyLink page=page.clone()/>
                </div>
                <p class="small muted">{words.nothing_leaves}</p>
            </div>
            <Disclosure page=page.clone()/>
            <Related page=page/>
        </aside>
    }
}

/// Copies the address with the language, so that it opens the same on another machine.
#[component]
fn CopyLink(page: Arc<ListingPage>) -> AnyView {
    let words = Common::of(lang());
    let said = RwSignal::new(words.copy_link);
    let address = Key::parse(&page.key).map(|key| Router::here().href(&Route::Listing(key)));
    let copy = move |_| {
        let Some(address) = address.clone() else {
            return;
        };
        let address = format!("{address}&lang={}", lang().short());
        platform::spawn(async move {
            let done = platform::copy_text(&address).await;
            let _ = said.try_set(if done {
                words.copied
            } else {
                words.copy_failed
            });
        })
        .detach();
    };
    view! { <button class="textbtn" type="button" on:click=copy aria-live="polite">{said}</button> }
}

/// How much the page tells: twelve points a buyer asks about.
#[component]
fn Disclosure(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let missing = missing_points(&page, lang());
    let told = POINTS - missing.len();
    let count = fill(
        words.disclosure_count,
        &[("n", &told.to_string()), ("all", &POINTS.to_string())],
    );
    let meter = (0..POINTS)
        .map(|n| view! { <span class:on=n < told></span> })
        .collect_view();
    view! {
        <div class="panel">
            <h3>{words.disclosure}</h3>
            <p class="small">{count.clone()}</p>
            <div class="meter" role="img" aria-label=count>{meter}</div>
            <ul class="small missing">
                {missing.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}
            </ul>
            <p class="small muted">{words.disclosure_note}</p>
        </div>
    }
}

/// The points a buyer asks about (`product.md` B12).
const POINTS: usize = 12;

/// What the listing leaves out, as sentences in `lang`.
pub(crate) fn missing_points(page: &ListingPage, lang: Lang) -> Vec<&'static str> {
    let words = ListingWords::of(lang);
    let listing = &page.listing;
    let points: [(bool, &'static str); POINTS] = [
        (
            page.price.state != PriceState::NotStated,
            words.missing_price,
        ),
        (has_sample(listing), words.missing_sample),
        (
            listing
                .schema
                .as_ref()
                .is_some_and(|s| !s.fields.is_empty()),
            words.missing_columns,
        ),
        (!listing.extent.is_empty(), words.missing_size),
        (listing.temporal.is_some(), words.missing_period),
        (!listing.spatial.is_empty(), words.missing_place),
        (listing.update_frequency.is_some(), words.missing_update),
        (says_delivery(listing), words.missing_delivery),
        (has_terms(listing), words.missing_terms),
        (page.rights_holder.is_some(), words.missing_rights),
        (says_privacy(listing), words.missing_privacy),
        (listing.contact.is_some(), words.missing_contact),
    ];
    points
        .into_iter()
        .filter(|(told, _)| !told)
        .map(|(_, words)| words)
        .collect()
}

fn has_sample(listing: &Listing) -> bool {
    let open = listing.access_rights == Some(AccessRights::Public);
    !listing.samples.is_empty() || (open && !listing.distributions.is_empty())
}

fn says_delivery(listing: &Listing) -> bool {
    let offered = listing.offers.iter().flat_map(|offer| &offer.delivery);
    let given = listing.distributions.iter().map(|file| &file.access);
    offered
        .chain(given)
        .any(|mode| *mode != DeliveryMode::Unspecified)
}

fn has_terms(listing: &Listing) -> bool {
    listing.license.is_some()
        || !listing.usage_restrictions.is_empty()
        || listing.offers.iter().any(|offer| offer.terms.is_some())
}

fn says_privacy(listing: &Listing) -> bool {
    let said = listing
        .privacy
        .as_ref()
        .and_then(|privacy| privacy.personal_information);
    said.is_some_and(|said| said != PersonalInformation::Unknown)
}

#[component]
fn Related(page: Arc<ListingPage>) -> Option<AnyView> {
    let words = ListingWords::of(lang());
    let links = page.related.iter().map(|named| {
        let address = Key::parse(&named.key).map(|key| href(&Route::Listing(key)));
        view! { <li><a href=address><Said text=named.name.clone()/></a></li> }
    });
    let links = links.collect_view();
    (!page.related.is_empty()).then(|| {
        view! {
            <div class="panel">
                <h3>{words.related}</h3>
                <ul class="plain small related">{links}</ul>
            </div>
        }
    })
}
