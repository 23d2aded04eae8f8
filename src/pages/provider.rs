//! One supplier: its record and its listings.

use super::{
    exchange::Shelf,
    exchanges::{address_of, name_path, other_name},
};
use crate::{
    components::{Crumbs, Empty, EvidenceMark, Fact, FactList, Said, link, said_text},
    engine::SearchEngine,
    i18n::{Common, Exchanges as Words, Named as _},
    reactive::memo,
    state::{Router, href, lang},
    view::{any, view},
};
use catalog::OrganizationKind;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, ProviderEntry, Query};

/// The page.
#[component]
pub(crate) fn Provider() -> AnyView {
    let key = Router::here().part(|route| match route {
        Route::Provider(key) => key.as_str().to_owned(),
        _ => String::new(),
    });
    let engine = SearchEngine::here();
    let directory = engine.directory();
    let entry = memo(move || {
        directory.with(|directory| {
            let entries = &directory.as_ref()?.providers;
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
    let (words, common) = (Words::of(lang()), Common::of(lang()));
    super::title(words.provider_missing);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.provider_missing}</h1>
            <Empty head=words.provider_missing>
                <p class="muted">{words.missing_lead}</p>
                <p class="row">
                    <a class="btn main" href=href(&Route::Browse(Query::default()))>{common.go_browse}</a>
                    <a class="btn" href=href(&Route::About)>{common.see_sources}</a>
                </p>
            </Empty>
        </div>
    }
}

#[component]
fn Shown(entry: ProviderEntry) -> AnyView {
    let words = Words::of(lang());
    let record = entry.organization;
    let heading = said_text(&record.name);
    super::title(&heading);
    let path = record
        .name
        .pick(lang().tag(), "zh")
        .map_or("/name", |(tag, _)| name_path(tag));
    let other = other_name(&record.name).map(|(tag, words)| {
        let path = name_path(&tag);
        let marks = record.assertions.clone();
        view! { <p class="orig"><span lang=tag>{words}</span><EvidenceMark assertions=marks path=path/></p> }
    });
    let kind = record
        .kind
        .filter(|kind| *kind != OrganizationKind::Unknown);
    let site = address_of(&entry.key, record.homepage.as_deref());
    let mut facts = vec![
        Fact::text(
            words.kind,
            kind.map(|kind| kind.name(lang()).to_owned()),
            "/kind",
        ),
        Fact::text(words.uscc, record.uscc.clone(), "/uscc"),
        Fact::new(words.homepage, site.map(link), "/homepage"),
    ];
    if let Some(note) = record.note.clone() {
        let path = lang().pick("/note/zh", "/note/en");
        facts.push(Fact::new(
            words.note,
            Some(view! { <Said text=note/> }),
            path,
        ));
    }
    let browse = Common::of(lang()).browse.to_owned();
    view! {
        <div class="wrap listing exone">
            <Crumbs above=vec![(browse, Route::Browse(Query::default()))] here=heading/>
            <header class="lhead">
                <h1><Said text=record.name.clone()/><EvidenceMark assertions=record.assertions.clone() path=path/></h1>
                {other}
                <p class="by"><span class="tag">{words.supplier}</span></p>
            </header>
            <section class="body-links">
                <h2>{words.facts}</h2>
                <FactList facts=facts assertions=record.assertions/>
            </section>
            <Shelf facet=Facet::Provider key=entry.key counts=entry.listings/>
        </div>
    }
}
