//! What can be opened at once, and what is new.

use super::only;
use crate::{
    components::{PriceLine, Said},
    engine::{Found, Loadable, SearchEngine, only_hits},
    i18n::{Common, Home as Words, date, fill, grouped},
    state::{href, lang},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Hit, Query, Sort};

/// Hits of an answer, or none yet.
fn hits(answer: RwSignal<Loadable<Found>>) -> (u64, Vec<Hit>) {
    answer.with(|answer| {
        answer.value().map_or((0, Vec::new()), |found| {
            (found.merged.total.value, found.merged.hits.clone())
        })
    })
}

/// Free data whose rows open here.
#[component]
pub(super) fn OpenData() -> AnyView {
    let words = Words::of(lang());
    let query = StoredValue::new(only(Facet::Preview, "rows"));
    let answer = SearchEngine::here().live(move || only_hits(query.get_value(), 3));
    any(move || {
        let (total, hits) = hits(answer);
        (total > 0).then(|| {
            let all = fill(words.all_n, &[("n", &grouped(total))]);
            let cards = hits.into_iter().map(|hit| view! { <OpenCard hit=hit/> });
            view! {
                <div>
                    <div class="bandhead">
                        <h2>{words.open_data}</h2>
                        <p><a href=href(&Route::Browse(query.get_value()))>{all}</a></p>
                    </div>
                    <div class="openset">{cards.collect_view()}</div>
                </div>
            }
        })
    })
}

#[component]
fn OpenCard(hit: Hit) -> AnyView {
    let common = Common::of(lang());
    let key = Key::parse(&hit.key);
    let page = key.clone().map(|key| href(&Route::Listing(key)));
    let preview = key.map(|key| href(&Route::preview(key, 0)));
    let provider = hit.provider.map(|named| named.name);
    view! {
        <article>
            <h3><a href=page><Said text=hit.title/></a></h3>
            <p class="by">
                {match provider {
                    Some(name) => view! { <span><Said text=name/></span> },
                    None => view! { <span class="none">{common.supplier_not_stated}</span> },
                }}
                {hit.exchange.map(|named| view! { <span class="exch"><Said text=named.name/></span> })}
            </p>
            {hit.summary.map(|text| view! { <p class="use small"><Said text=text/></p> })}
            <p class="row between small">
                <PriceLine price=hit.price/>
                <a href=preview>{common.preview}</a>
            </p>
        </article>
    }
}

/// Listings by date; without one date it says so.
#[component]
pub(super) fn Newest() -> AnyView {
    let words = Words::of(lang());
    let query = Query {
        sort: Sort::Newest,
        ..Query::default()
    };
    let all = href(&Route::Browse(query.clone()));
    let query = StoredValue::new(query);
    let answer = SearchEngine::here().live(move || only_hits(query.get_value(), 8));
    view! {
        <div>
            <div class="bandhead">
                <h2>{words.newest}</h2>
                <p><a href=all>{words.newest_all}</a></p>
            </div>
            {move || {
                let dated: Vec<Hit> = hits(answer).1.into_iter().filter(|hit| hit.dated.is_some()).collect();
                if dated.is_empty() {
                    return view! { <p class="quiet">{words.newest_none}</p> };
                }
                let lines = dated.into_iter().map(|hit| view! { <NewestLine hit=hit/> });
                view! { <ol class="newest plain">{lines.collect_view()}</ol> }
            }}
        </div>
    }
}

#[component]
fn NewestLine(hit: Hit) -> AnyView {
    let page = Key::parse(&hit.key).map(|key| href(&Route::Listing(key)));
    let when = hit.dated.as_ref().map(|when| {
        view! { <time datetime=when.earliest.clone()>{date(when)}</time> }
    });
    view! {
        <li>
            {when}
            <span class="t">
                <a href=page><Said text=hit.title/></a>
                " "
                {hit.exchange.map(|named| view! { <span class="exch"><Said text=named.name/></span> })}
            </span>
            <PriceLine price=hit.price/>
        </li>
    }
}
