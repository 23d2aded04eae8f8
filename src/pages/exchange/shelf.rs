//! The listings of one exchange or supplier: what their prices say, the first page of cards,
//! and the way to filter them in the catalogue.

use crate::{
    components::{MixBar, Pager, ResultList, Svg, state_class, state_icon},
    engine::{SearchEngine, only_hits},
    i18n::{Exchanges as Words, Named as _, fill, grouped},
    reactive::memo,
    state::{href, lang},
    view::view,
};
use catalog::PriceState;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query, StateCounts};

/// The listings that have `key` in `facet`.
#[component]
pub(in crate::pages) fn Shelf(facet: Facet, key: String, counts: StateCounts) -> AnyView {
    let words = Words::of(lang());
    let heading = view! { <h2>{words.listings_of}</h2> };
    if counts.total() == 0 {
        return view! {
            <section class="band"><div class="bandhead">{heading}</div><p class="muted">{words.no_listings}</p></section>
        };
    }
    let mut only = Query::default();
    only.toggle(facet, &key);
    let query = StoredValue::new(only);
    let asked = Signal::derive(move || query.get_value());
    let answer = SearchEngine::here().live(move || only_hits(asked.get(), Query::PAGE_SIZE));
    let pages = memo(move || {
        let total = answer.with(|answer| answer.value().map_or(0, |f| f.merged.total.value));
        u32::try_from(total.div_ceil(u64::from(Query::PAGE_SIZE))).unwrap_or(u32::MAX)
    });
    let all = href(&Route::Browse(query.get_value()));
    let filter = fill(words.in_catalogue, &[("n", &grouped(counts.total()))]);
    view! {
        <section class="band shelfof">
            <div class="bandhead">{heading}<p><a href=all>{filter}</a></p></div>
            <MixBar counts=counts height="0.75rem"/>
            <MixKey counts=counts/>
            <ResultList answer=answer query=asked/>
            {move || {
                let address = move |page| href(&Route::Browse(Query { page, ..query.get_value() }));
                view! { <Pager page=0 pages=pages.get() address=address/> }
            }}
        </section>
    }
}

/// The states that occur, with their counts. Speech has them from the bar.
#[component]
fn MixKey(counts: StateCounts) -> AnyView {
    let states = [
        (PriceState::Number, counts.number),
        (PriceState::Free, counts.free),
        (PriceState::Negotiable, counts.negotiable),
        (PriceState::NotStated, counts.not_stated),
        (PriceState::Doubtful, counts.doubtful),
    ];
    let shown = states
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| {
            view! {
                <li class=state_class(state)>
                    <Svg icon=state_icon(state)/>
                    {state.name(lang())}
                    <span class="num">{grouped(n)}</span>
                </li>
            }
        });
    view! { <ul class="mixkey plain" aria-hidden="true">{shown.collect_view()}</ul> }
}
