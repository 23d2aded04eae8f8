//! The head of home: what this is, the search box, the ways in, what the price fields say.

use super::only;
use crate::{
    components::{PriceWaffle, SearchBox},
    i18n::{Common, Home as Words, fill, grouped},
    state::{Router, Site, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::{Directory, Facet, Query};
use std::sync::Arc;

/// The head.
#[component]
pub(super) fn Hero(directory: RwSignal<Option<Arc<Directory>>>) -> AnyView {
    let words = Words::of(lang());
    let router = Router::here();
    let search = move |text: String| {
        router.go(&Route::Browse(Query {
            text,
            ..Query::default()
        }));
        platform::to_top("main");
    };
    let title = Site::here()
        .text("home-title")
        .unwrap_or_else(|| words.title.to_owned());
    view! {
        <section class="hero">
            <div class="wrap">
                <div class="hero-l">
                    <h1>{title}</h1>
                    <p class="lead">{move || directory.get().map_or_else(
                        || Common::of(lang()).loading.to_owned(),
                        |directory| lead(&directory),
                    )}</p>
                    <SearchBox
                        text=Signal::derive(String::new)
                        on_submit=Callback::new(search)
                        base=Signal::derive(Query::default)
                    />
                    {move || directory.get().map(|directory| view! { <Ways directory=directory/> })}
                </div>
                {move || directory.get().filter(|d| d.listings.total() > 0).map(|directory| view! {
                    <PriceWaffle counts=directory.listings/>
                })}
            </div>
        </section>
    }
}

fn lead(directory: &Directory) -> String {
    let words = Words::of(lang());
    let n = grouped(directory.listings.total());
    let with = directory
        .exchanges
        .iter()
        .filter(|entry| entry.listings.total() > 0)
        .count();
    match (directory.listings.total(), with) {
        (0, _) => words.nothing.to_owned(),
        (_, 0 | 1) => fill(words.lead_plain, &[("n", &n)]),
        (_, with) => fill(words.lead, &[("n", &n), ("exchanges", &with.to_string())]),
    }
}

/// Three ways in: the public, buyers, whoever looks for an exchange.
#[component]
fn Ways(directory: Arc<Directory>) -> AnyView {
    let words = Words::of(lang());
    let free = href(&Route::Browse(only(Facet::Price, "free")));
    view! {
        <ul class="ways plain">
            <li><a href=free>
                <b>{words.way_free}</b>
                <span>{fill(words.way_free_sub, &[("n", &grouped(directory.listings.free))])}</span>
            </a></li>
            <li><a href=href(&Route::Browse(Query::default()))>
                <b>{words.way_compare}</b>
                <span>{words.way_compare_sub}</span>
            </a></li>
            <li><a href=href(&Route::Exchanges)>
                <b>{words.way_exchanges}</b>
                <span>{fill(words.way_exchanges_sub, &[("n", &directory.exchanges.len().to_string())])}</span>
            </a></li>
        </ul>
    }
}
