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
use catalog::{
    Key, PriceState,
    disclosure::{Check, Disclosure},
};
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
                    <ShortlistButton key=page.key.clone() title=page.listing.title.clone() price=page.price.short()/>
                    <CopyLink page=page.clone()/>
                </div>
                <p class="small muted">{words.nothing_leaves}</p>
            </div>
            <Told page=page.clone()/>
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
fn Told(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let missing = missing_points(&page, lang());
    let all = Check::ALL.len();
    let told = all - missing.len();
    let count = fill(
        words.disclosure_count,
        &[("n", &told.to_string()), ("all", &all.to_string())],
    );
    let meter = (0..all)
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

/// What the listing leaves out, as sentences in `lang`.
pub(crate) fn missing_points(page: &ListingPage, lang: Lang) -> Vec<&'static str> {
    let words = ListingWords::of(lang);
    let told = Disclosure::of(&page.listing, page.exchange.as_ref(), page.price.state);
    let sentence = |point| match point {
        Check::Price => match page.price.state {
            PriceState::Negotiable => words.missing_channel,
            PriceState::Doubtful => words.missing_sure_price,
            _ => words.missing_price,
        },
        Check::Sample => words.missing_sample,
        Check::Columns => words.missing_columns,
        Check::Size => words.missing_size,
        Check::Period => words.missing_period,
        Check::Place => words.missing_place,
        Check::Update => words.missing_update,
        Check::Delivery => words.missing_delivery,
        Check::Terms => words.missing_terms,
        Check::Rights => words.missing_rights,
        Check::Privacy => words.missing_privacy,
        Check::Contact => words.missing_contact,
    };
    told.missing().map(sentence).collect()
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
