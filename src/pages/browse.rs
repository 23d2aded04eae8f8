//! Search and facets. The address is the whole state: every click makes a query and goes there.

use crate::{
    components::{Chips, FacetPanel, Notice, Pager, ResultHead, ResultList, SearchBox, Tone},
    engine::{Found, Loadable, SearchEngine},
    i18n::{Find, fill},
    reactive::{memo, watch},
    state::{Router, href, lang},
    view::{any, view},
};
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query, Sort};
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
        super::title(if text.is_empty() { words.title } else { &text });
    });
    let engine = SearchEngine::here();
    let answer = engine.live(move || (query.get(), Query::PAGE_SIZE));
    // A link may give an id without its source; from here on the address has the whole key,
    // so that box and chip show it. While a source loads, it may yet have the same id.
    watch(move || {
        let query = query.get();
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
    let toggle = move |(facet, value): (Facet, String)| {
        let mut query = query.get_untracked();
        query.toggle(facet, &value);
        go(query);
    };
    let sort = move |sort: Sort| {
        go(Query {
            sort,
            page: 0,
            ..query.get_untracked()
        })
    };
    let pages = move || {
        let total = answer.with(|answer| answer.value().map_or(0, |f| f.merged.total.value));
        u32::try_from(total.div_ceil(u64::from(Query::PAGE_SIZE))).unwrap_or(u32::MAX)
    };
    view! {
        <div class="wrap browse">
            <h1 class="vh">{words.title}</h1>
            <SearchBox
                text=Signal::derive(move || query.with(|query| query.text.clone()))
                on_type=Callback::new(retype)
                on_submit=Callback::new(submit)
                compact=true
            />
            <Dropped/>
            <Unknown answer=answer query=query/>
            <div class="cols lead">
                <FacetPanel answer=answer query=query on_toggle=Callback::new(toggle)/>
                <section aria-label=words.results>
                    <ResultHead answer=answer sources=Signal::derive(ready) query=query on_sort=Callback::new(sort)/>
                    <Chips query=query answer=answer on_change=Callback::new(go)/>
                    <ResultList answer=answer query=query/>
                    {move || {
                        let query = query.get();
                        let page = query.page;
                        let address = move |page| href(&Route::Browse(Query { page, ..query.clone() }));
                        view! { <Pager page=page pages=pages() address=address/> }
                    }}
                </section>
            </div>
        </div>
    }
}

/// What is chosen and no listing has: likely a slip of the pen, or a source that is gone.
#[component]
fn Unknown(answer: RwSignal<Loadable<Found>>, #[prop(into)] query: Signal<Query>) -> AnyView {
    let words = Find::of(lang());
    let unknown = memo(move || {
        let facets = answer.with(|answer| {
            let found = answer.value().filter(|found| !found.loading)?;
            Some(found.merged.clone())
        });
        let query = query.get();
        let values = facets
            .iter()
            .flat_map(|merged| query.unknown(&merged.facets));
        let named =
            values.map(|(f, v)| format!("{}={}", f.as_str(), crate::i18n::clipped(v, SHOWN)));
        named.collect::<Vec<_>>().join(" ")
    });
    any(move || {
        let unknown = unknown.get();
        (!unknown.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warning>
                    <p>{words.no_listing_has}<code>{unknown}</code></p>
                </Notice>
            }
        })
    })
}

/// Most characters that are shown of a value that was dropped.
const SHOWN: usize = 80;

/// What the link asked for and cannot be done here: shown, never swallowed.
#[component]
pub(super) fn Dropped() -> AnyView {
    let router = Router::here();
    let words = Find::of(lang());
    any(move || {
        let dropped = router.dropped();
        (!dropped.is_empty()).then(|| {
            let names: Vec<String> = dropped
                .iter()
                .map(|d| format!("{}={}", d.name, crate::i18n::clipped(&d.value, SHOWN)))
                .collect();
            let head = fill(words.dropped, &[("n", &names.len().to_string())]);
            view! {
                <Notice tone=Tone::Warning>
                    <p>{head}<code>{names.join(" ")}</code></p>
                </Notice>
            }
        })
    })
}
