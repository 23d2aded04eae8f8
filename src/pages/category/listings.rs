//! The listings of one shelf.

use crate::{
    components::{Chips, FacetPanel, Pager, PanelPart, ResultHead, ResultList, ask_for},
    engine::SearchEngine,
    i18n::Find,
    reactive::memo,
    state::{Router, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query};

/// The listings of a shelf: the first page here, filters and further pages in the catalogue.
#[component]
pub(super) fn ShelfListings(key: String) -> AnyView {
    let router = Router::here();
    let base = move || {
        let mut query = Query::default();
        query.toggle(Facet::Category, &key);
        query
    };
    let query = StoredValue::new(base());
    let asked = Signal::derive(move || query.get_value());
    let open = RwSignal::new(PanelPart::open_at_first(&query.get_value()));
    let answer = SearchEngine::here().live(move || open.with(|open| ask_for(asked.get(), open)));
    let go = move |query: Query| {
        router.go(&Route::Browse(query));
        platform::to_top("main");
    };
    let pages = memo(move || {
        let total = answer.with(|answer| answer.value().map_or(0, |f| f.merged.total.value));
        u32::try_from(total.div_ceil(u64::from(Query::PAGE_SIZE))).unwrap_or(u32::MAX)
    });
    let words = Find::of(lang());
    view! {
        <div class="cols lead">
            <FacetPanel answer=answer query=asked open=open on_change=Callback::new(go)/>
            <section aria-label=words.in_category>
                <ResultHead
                    answer=answer
                    sources=Signal::derive(|| 1)
                    query=asked
                    on_sort=Callback::new(move |sort| go(Query { sort, ..query.get_value() }))
                />
                <Chips query=asked answer=answer on_change=Callback::new(go)/>
                <ResultList answer=answer query=asked/>
                {move || {
                    let address = move |page| href(&Route::Browse(Query { page, ..query.get_value() }));
                    view! { <Pager page=0 pages=pages.get() address=address/> }
                }}
            </section>
        </div>
    }
}
