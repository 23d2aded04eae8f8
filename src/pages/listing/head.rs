//! The head of a listing: where it stands, its name, its original name, supplier, exchange.

use super::files::{PreviewButton, opens_free};
use crate::{
    components::{Crumbs, EvidenceMark, Icon, NotStated, Said, ShortlistButton, Svg, said_text},
    i18n::{Common, Lang, ListingWords, Named as _, update_frequency},
    state::{href, lang},
    view::view,
};
use catalog::{Key, ListingStatus, ProductType};
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, Query};
use std::sync::Arc;

/// The head.
#[component]
pub(super) fn Head(page: Arc<ListingPage>) -> AnyView {
    let common = Common::of(lang());
    let listing = &page.listing;
    let title = said_text(&listing.title);
    let path = shown_path(&page);
    let original = original(&page).map(|(tag, words)| {
        view! { <p class="orig" lang=tag>{words}</p> }
    });
    view! {
        <Crumbs above=above(&page) here=title/>
        <header class="lhead">
            <h1>
                <Said text=listing.title.clone()/>
                <EvidenceMark assertions=page.assertions.clone() path=path/>
            </h1>
            {original}
            <p class="by">
                {match &page.provider {
                    Some(provider) => named(&page, &provider.id, &provider.name, Route::Provider),
                    None => view! { <NotStated words=common.supplier_not_stated/> },
                }}
                {match &page.exchange {
                    Some(exchange) => {
                        let link = named(&page, &exchange.id, &exchange.name, Route::Exchange);
                        view! { <span class="exch">{link}</span> }
                    }
                    None => view! { <NotStated words=common.exchange_not_stated/> },
                }}
                {listing.product_type.filter(|kind| *kind != ProductType::Unknown).map(|kind| view! {
                    <span class="tag">{kind.name(lang())}</span>
                })}
                {listing.update_frequency.as_ref().map(|frequency| view! {
                    <span class="tag dash"><Svg icon=Icon::Clock/>{update_frequency(frequency, lang())}</span>
                })}
            </p>
            <Actions page=page.clone()/>
        </header>
    }
}

/// The two buttons, on narrow screens, where the panel beside the text stands at the end.
#[component]
fn Actions(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let free = opens_free(&page);
    let ask = asks(&page).map(|address| {
        let class = if free { "btn" } else { "btn main" };
        view! { <a class=class href=address>{words.ask_about}</a> }
    });
    let (key, title) = (page.key.clone(), page.listing.title.clone());
    let price = page.price.short();
    view! {
        <div class="row acts">
            {ask}
            <PreviewButton page=page main=free/>
            <ShortlistButton key=key title=title price=price/>
        </div>
    }
}

/// The address of the inquiry; a listing that was taken down is not asked about.
pub(super) fn asks(page: &ListingPage) -> Option<String> {
    let listing = &page.listing;
    let gone = listing.removed.is_some() || listing.status == Some(ListingStatus::Delisted);
    let key = Key::parse(&page.key).filter(|_| !gone)?;
    Some(href(&Route::Inquiry(Some(key))))
}

fn above(page: &ListingPage) -> Vec<(String, Route)> {
    let browse = (
        Common::of(lang()).browse.to_owned(),
        Route::Browse(Query::default()),
    );
    let source = Key::parse(&page.key)
        .map(|key| key.source().to_owned())
        .unwrap_or_default();
    let shelf = page
        .categories
        .first()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let steps = shelf.iter().map(|category| {
        (
            said_text(&category.label),
            Route::Category(Some(Key::new(&source, &category.id))),
        )
    });
    std::iter::once(browse).chain(steps).collect()
}

/// A link to a record of the listing's own source.
fn named(page: &ListingPage, id: &str, name: &catalog::Text, route: fn(Key) -> Route) -> AnyView {
    let source = Key::parse(&page.key)
        .map(|key| key.source().to_owned())
        .unwrap_or_default();
    let address = href(&route(Key::new(&source, id)));
    view! { <a class="quietlink" href=address><Said text=name.clone()/></a> }
}

/// The pointer of the title in the language shown.
fn shown_path(page: &ListingPage) -> &'static str {
    match page
        .listing
        .title
        .pick(lang().tag(), "zh")
        .and_then(|(tag, _)| Lang::parse(tag))
    {
        Some(Lang::Zh) => "/title/zh",
        Some(Lang::En) => "/title/en",
        None => "/title",
    }
}

/// The title in the source's own language, where another one is shown.
fn original(page: &ListingPage) -> Option<(String, String)> {
    let (shown, _) = page.listing.title.pick(lang().tag(), "zh")?;
    let other = page.listing.title.iter().find(|(tag, _)| *tag != shown)?;
    Some((other.0.to_owned(), other.1.to_owned()))
}
