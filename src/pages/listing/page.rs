//! The page of one listing: found, missing or awaited; and its sections in order.

use super::{
    about::About,
    aside::Aside,
    evidence::Evidence,
    files::Files,
    head::Head,
    offers::{Offers, term},
    rights::{CanBuy, Rights},
    terms::Terms,
};
use crate::{
    components::{Empty, Notice, Tone},
    engine::{Loadable, SearchEngine},
    i18n::{Common, ListingWords, date, fill},
    state::{Router, href, lang},
    view::{any, view},
};
use catalog::ListingStatus;
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, Query};
use std::sync::Arc;

/// The page.
#[component]
pub(crate) fn Listing() -> AnyView {
    let words = ListingWords::of(lang());
    let key = Router::here().part(|route| match route {
        Route::Listing(key) => key.as_str().to_owned(),
        _ => String::new(),
    });
    let listing = SearchEngine::here().listing(key.into());
    any(move || match listing.get() {
        Loadable::Ready(Some(page)) | Loadable::Stale(Some(page)) => {
            view! { <Shown page=page/> }
        }
        Loadable::Ready(None) | Loadable::Stale(None) => view! { <Missing/> },
        Loadable::Waiting | Loadable::Failed(_) => view! {
            <div class="wrap band stack late" role="status">
                <p class="muted">{words.waiting}</p>
                <div class="skel" style:inline-size="50%"></div>
                <div class="skel" style:inline-size="80%"></div>
                <div class="skel" style:inline-size="70%"></div>
            </div>
        },
    })
}

#[component]
fn Missing() -> AnyView {
    let words = ListingWords::of(lang());
    crate::pages::title(words.missing);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.missing}</h1>
            <Empty head=words.missing>
                <p class="muted">{words.missing_lead}</p>
                <p class="row">
                    <a class="btn main" href=href(&Route::Browse(Query::default()))>{Common::of(lang()).go_browse}</a>
                    <a class="btn" href=href(&Route::About)>{Common::of(lang()).see_sources}</a>
                </p>
            </Empty>
        </div>
    }
}

#[component]
fn Shown(page: Arc<ListingPage>) -> AnyView {
    crate::pages::title(&crate::components::said_text(&page.listing.title));
    view! {
        <div class="wrap listing">
            <Head page=page.clone()/>
            <Status page=page.clone()/>
            <div class="cols side">
                <div class="stack lbody">
                    <About page=page.clone()/>
                    <Offers page=page.clone()/>
                    <Files page=page.clone()/>
                    <CanBuy page=page.clone()/>
                    <Rights page=page.clone()/>
                    <Terms page=page.clone()/>
                    <Evidence page=page.clone()/>
                </div>
                <Aside page=page/>
            </div>
        </div>
    }
}

/// Taken down, delisted, over or still to come: said on the page, which stays readable.
#[component]
fn Status(page: Arc<ListingPage>) -> Option<AnyView> {
    let words = ListingWords::of(lang());
    if let Some(removed) = &page.listing.removed {
        let on = removed
            .on
            .as_ref()
            .map(|on| fill(words.removed_on, &[("date", on)]));
        let reason = removed.reason.clone();
        return Some(view! {
            <Notice tone=Tone::Warning head=words.removed>
                {on.map(|on| view! { <p>{on}</p> })}
                {reason.map(|text| view! { <p><crate::components::Said text=text/></p> })}
            </Notice>
        });
    }
    if page.listing.status == Some(ListingStatus::Delisted) {
        return Some(view! { <Notice tone=Tone::Warning><p>{words.delisted_note}</p></Notice> });
    }
    // The first offer is over only when all are.
    let offer = page.listing.offers.first();
    let issued = page.listing.issued.as_ref();
    let told = [
        offer.and_then(|offer| term(offer, &page.today)),
        issued
            .filter(|issued| issued.earliest > page.today)
            .map(|issued| fill(words.issued_later, &[("date", &date(issued))])),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty())
        .then(|| view! { <Notice tone=Tone::Warning><p>{told.join(" ")}</p></Notice> })
}
