//! The page of the directory: waits for the directory, then lays the parts out.

use super::{
    planned::Planned, platforms::Platforms, sources::Sources, summary::Summary, table::Table,
    tiles::Tiles,
};
use crate::{
    components::Empty,
    engine::SearchEngine,
    i18n::{Common, Exchanges as Words},
    reactive::memo,
    state::{href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::{Directory, ExchangeEntry, ordered};
use std::sync::Arc;

/// The page.
#[component]
pub(crate) fn Exchanges() -> AnyView {
    let words = Words::of(lang());
    super::super::title(words.title);
    let engine = SearchEngine::here();
    let directory = engine.directory();
    // While a source is loading there may yet be exchanges; then "none" would be too early.
    let waits = memo(move || {
        let empty = directory.with(|d| d.as_ref().is_none_or(|d| d.exchanges.is_empty()));
        empty && engine.is_loading() && engine.broken().with(Option::is_none)
    });
    view! {
        <div class="wrap exch-page">
            <header class="lhead">
                <h1>{words.title}</h1>
                <p class="quiet">{words.lead}</p>
            </header>
            {move || match (waits.get(), directory.get()) {
                (true, _) => view! { <Waiting/> },
                (false, Some(directory)) if !directory.exchanges.is_empty() => {
                    view! { <Shown directory=directory/> }
                }
                _ => view! { <Nothing/> },
            }}
        </div>
    }
}

#[component]
fn Waiting() -> AnyView {
    let row = || view! { <div class="skel"></div> };
    view! {
        <div class="late" role="status">
            <p class="muted">{Common::of(lang()).loading}</p>
            <div class="xskel" aria-hidden="true">{row()} {row()} {row()} {row()} {row()} {row()}</div>
        </div>
    }
}

#[component]
fn Nothing() -> AnyView {
    let common = Common::of(lang());
    view! {
        <Empty head=Words::of(lang()).none>
            <p class="row">
                <a class="btn main" href=href(&Route::Home)>{common.go_home}</a>
                <a class="btn" href=href(&Route::About)>{common.see_sources}</a>
            </p>
        </Empty>
    }
}

#[component]
fn Shown(directory: Arc<Directory>) -> AnyView {
    // Exchanges without a date stand at the end.
    let key = |entry: &ExchangeEntry| {
        let date = entry.exchange.established.as_ref();
        (
            date.is_none(),
            date.map(|date| (date.earliest.clone(), date.latest.clone())),
        )
    };
    let entries = ordered(directory.exchanges.clone(), &|a, b| key(a).cmp(&key(b)));
    let entries = Arc::new(entries);
    view! {
        <Summary entries=entries.clone()/>
        <Table entries=entries.clone()/>
        <Tiles entries=entries.clone()/>
        <Platforms entries=entries/>
        <Planned/>
        <Sources directory=directory/>
    }
}
