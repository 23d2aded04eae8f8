//! The page: box, filters, results, and where each click leads.

use crate::{
    components::{
        Chips, FacetPanel, Keepers, Pager, PanelPart, ReadAs, ResultHead, ResultList, SearchBox,
        ask_for,
    },
    engine::SearchEngine,
    i18n::Find,
    reactive::{memo, watch},
    state::{Router, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::{Query, Sort};
use wire::search::SourceState;

/// The page.
#[component]
pub(crate) fn Browse() -> AnyView {
    let words = Find::of(lang());
    let router = Router::here();
    let query = router.part(|route| match route {
        Route::Browse(query) => query.clone(),
        _ => Query::default(),
    });
    watch(move || {
        let text = query.with(|query| query.text.trim().to_owned());
        crate::pages::title(if text.is_empty() { words.title } else { &text });
    });
    let engine = SearchEngine::here();
    let open = RwSignal::new(PanelPart::open_at_first(&query.get_untracked()));
    let answer = engine.live(move || open.with(|open| ask_for(query.get(), open)));
    // A link may give an id without its source; from here on the address has the whole key,
    // so that box and chip show it. While a source loads, it may yet have the same id.
    watch(move || {
        let query = query.get();
        if query.choices.is_empty() {
            return;
        }
        let whole = answer.with(|answer| {
            let found = answer.value().filter(|found| !found.loading)?;
            Some(query.with_whole_keys(&found.merged.facets))
        });
        if let Some(whole) = whole.filter(|whole| *whole != query) {
            router.replace(&Route::Browse(whole));
        }
    });
    let ready = move || {
        engine.sources().with(|sources| {
            sources
                .iter()
                .filter(|s| matches!(s.state, SourceState::Ready { .. }))
                .count()
        })
    };
    let go = move |query: Query| router.go(&Route::Browse(query));
    let retype = move |text: String| {
        router.replace(&Route::Browse(Query {
            text,
            page: 0,
            ..query.get_untracked()
        }));
    };
    let submit = move |text: String| {
        go(Query {
            text,
            page: 0,
            ..query.get_untracked()
        })
    };
    let sort = move |sort: Sort| {
        go(Query {
            sort,
            page: 0,
            ..query.get_untracked()
        })
    };
    let pages = memo(move || {
        let total = answer.with(|answer| answer.value().map_or(0, |f| f.merged.total.value));
        u32::try_from(total.div_ceil(u64::from(Query::PAGE_SIZE))).unwrap_or(u32::MAX)
    });
    view! {
        <div class="wrap browse">
            <h1 class="vh">{words.title}</h1>
            <SearchBox
                text=Signal::derive(move || query.with(|query| query.text.clone()))
                on_type=Callback::new(retype)
                on_submit=Callback::new(submit)
                base=query
                compact=true
            />
            <super::Dropped/>
            <super::dropped::Unknown answer=answer query=query/>
            <div class="cols lead">
                <FacetPanel answer=answer query=query open=open on_change=Callback::new(go)/>
                <section aria-label=words.results>
                    <ResultHead answer=answer sources=Signal::derive(ready) query=query on_sort=Callback::new(sort)/>
                    <ReadAs answer=answer query=query/>
                    <Chips query=query answer=answer on_change=Callback::new(go)/>
                    <Keepers answer=answer query=query/>
                    <ResultList answer=answer query=query/>
                    {move || {
                        let query = query.get();
                        let page = query.page;
                        let address = move |page| href(&Route::Browse(Query { page, ..query.clone() }));
                        view! { <Pager page=page pages=pages.get() address=address/> }
                    }}
                </section>
            </div>
        </div>
    }
}
