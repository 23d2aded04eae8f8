//! Exchanges with listings.

use crate::{
    components::{MixBar, Said},
    i18n::{Home as Words, date, fill, grouped},
    pages::{exchanges::is_planned, listing::place},
    state::{href, lang},
    view::view,
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Directory, ExchangeEntry, ordered};
use std::sync::Arc;

/// Exchanges that have listings here; the directory has them all.
#[component]
pub(super) fn Traders(directory: Arc<Directory>) -> Option<AnyView> {
    let words = Words::of(lang());
    let all = directory.exchanges.len();
    let planned = directory
        .exchanges
        .iter()
        .filter(|e| is_planned(&e.exchange))
        .count();
    let with: Vec<ExchangeEntry> = directory
        .exchanges
        .iter()
        .filter(|entry| entry.listings.total() > 0)
        .cloned()
        .collect();
    let with = ordered(with, &|a, b| b.listings.total().cmp(&a.listings.total()));
    let note = fill(
        if planned == 0 {
            words.directory_all
        } else {
            words.directory_note
        },
        &[("n", &all.to_string()), ("planned", &planned.to_string())],
    );
    let cells = with
        .into_iter()
        .take(8)
        .map(|entry| view! { <Trader entry=entry/> });
    (all > 0).then(|| {
        view! {
            <section class="band"><div class="wrap">
                <div class="bandhead">
                    <h2>{words.listed_exchanges}</h2>
                    <p>{note}" · "<a href=href(&Route::Exchanges)>{words.directory_link}</a></p>
                </div>
                <ul class="strip plain">{cells.collect_view()}</ul>
            </div></section>
        }
    })
}

#[component]
fn Trader(entry: ExchangeEntry) -> AnyView {
    let words = Words::of(lang());
    let page = Key::parse(&entry.key).map(|key| href(&Route::Exchange(key)));
    let place = place(&entry.exchange.location);
    let when = entry.exchange.established.as_ref().map(date);
    let line: Vec<String> = place.into_iter().chain(when).collect();
    view! {
        <li>
            <a href=page><b><Said text=entry.exchange.name/></b></a>
            <span class="small muted">{line.join(" · ")}</span>
            <span class="big num">
                {grouped(entry.listings.total())}
                <small>" "{words.listings_unit}</small>
            </span>
            <MixBar counts=entry.listings height="0.6rem"/>
        </li>
    }
}
