//! The page of one exchange: waits for its source, then lays the parts out.

use super::{facts::Facts, shelf::Shelf};
use crate::{
    components::{Crumbs, Empty, EvidenceMark, Said, said_text},
    engine::SearchEngine,
    i18n::{Common, Exchanges as Words},
    pages::exchanges::{Opened, PlatformTable, name_path, other_name},
    reactive::memo,
    state::{Router, href, lang},
    view::{any, view},
};
use leptos::prelude::*;
use routes::Route;
use search::{ExchangeEntry, Facet};

/// The page.
#[component]
pub(crate) fn Exchange() -> AnyView {
    let key = Router::here().part(|route| match route {
        Route::Exchange(key) => key.as_str().to_owned(),
        _ => String::new(),
    });
    let engine = SearchEngine::here();
    let directory = engine.directory();
    // Built anew only when the record itself changes, not whenever another source comes.
    let entry = memo(move || {
        directory.with(|directory| {
            let entries = &directory.as_ref()?.exchanges;
            entries.iter().find(|entry| entry.key == key.get()).cloned()
        })
    });
    let waits = memo(move || engine.is_loading() && engine.broken().with(Option::is_none));
    any(move || match entry.get() {
        Some(entry) => view! { <Shown entry=entry/> },
        None if waits.get() => view! {
            <p class="wrap band muted" role="status">{Common::of(lang()).loading}</p>
        },
        None => view! { <Missing/> },
    })
}

#[component]
fn Missing() -> AnyView {
    let words = Words::of(lang());
    super::super::title(words.missing);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.missing}</h1>
            <Empty head=words.missing>
                <p class="muted">{words.missing_lead}</p>
                <p class="row">
                    <a class="btn main" href=href(&Route::Exchanges)>{words.back}</a>
                    <a class="btn" href=href(&Route::About)>{Common::of(lang()).see_sources}</a>
                </p>
            </Empty>
        </div>
    }
}

#[component]
fn Shown(entry: ExchangeEntry) -> AnyView {
    let words = Words::of(lang());
    let name = entry.exchange.name.clone();
    let heading = said_text(&name);
    super::super::title(&heading);
    let marks = entry.exchange.assertions.clone();
    let shown = name
        .pick(lang().tag(), "zh")
        .map_or("/name", |(tag, _)| name_path(tag));
    let other = other_name(&name).map(|(tag, words)| {
        let path = name_path(&tag);
        let marks = marks.clone();
        view! { <p class="orig"><span lang=tag>{words}</span><EvidenceMark assertions=marks path=path/></p> }
    });
    let note = entry.exchange.note.clone().map(|text| {
        let path = if lang() == crate::i18n::Lang::Zh {
            "/note/zh"
        } else {
            "/note/en"
        };
        let marks = marks.clone();
        view! { <p class="xnote"><Said text=text/><EvidenceMark assertions=marks path=path/></p> }
    });
    view! {
        <div class="wrap listing exone">
            <Crumbs above=vec![(words.title.to_owned(), Route::Exchanges)] here=heading/>
            <header class="lhead">
                <h1><Said text=name/><EvidenceMark assertions=marks.clone() path=shown/></h1>
                {other}
                <p class="by">
                    <span class="o"><span class="muted">{words.opened_q}</span>" "<Opened exchange=entry.exchange.clone()/></span>
                </p>
            </header>
            {note}
            <section class="body-links">
                <h2>{words.facts}</h2>
                <Facts entry=entry.clone()/>
            </section>
            <Platforms entry=entry.clone()/>
            <Shelf facet=Facet::Exchange key=entry.key.clone() counts=entry.listings/>
        </div>
    }
}

#[component]
fn Platforms(entry: ExchangeEntry) -> AnyView {
    let words = Words::of(lang());
    let body = match entry.platforms.is_empty() {
        true => view! { <p class="muted">{words.no_platform}</p> },
        false => view! { <PlatformTable entries=vec![entry]/> },
    };
    view! { <section class="band"><div class="bandhead"><h2>{words.features}</h2></div>{body}</section> }
}
