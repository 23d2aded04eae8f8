//! An answer without hits: its conditions by name, and the ways out that lead to something.

use super::{Empty, chips::name_of};
use crate::{
    engine::{Found, Loadable, SearchEngine, only_hits},
    i18n::{Common, Find, bounds_words, facet_name, fill, grouped, range_name},
    state::{href, lang},
    view::{any, view},
};
use leptos::prelude::*;
use routes::Route;
use search::Query;

/// Names the conditions, and offers to lift each that leads to something.
#[component]
pub(super) fn Nothing(
    /// The empty answer.
    answer: RwSignal<Loadable<Found>>,
    /// What was asked.
    query: Signal<Query>,
) -> AnyView {
    let words = Find::of(lang());
    let asked = query.get_untracked();
    if asked.page > 0 {
        let first = Route::Browse(Query { page: 0, ..asked });
        let total = answer.with_untracked(|a| a.value().map_or(0, |f| f.merged.total.value));
        let pages = total.div_ceil(u64::from(Query::PAGE_SIZE));
        return view! {
            <Empty head=fill(words.page_past, &[("n", &grouped(pages))])>
                <p><a class="btn" href=href(&first)>"1"</a></p>
            </Empty>
        };
    }
    if SearchEngine::here().is_without_sources() {
        return view! {
            <Empty head=words.empty_failed>
                <p class="muted">{words.empty_failed_text}</p>
                <p class="row"><a class="btn" href=href(&Route::About)>{Common::of(lang()).see_sources}</a></p>
            </Empty>
        };
    }
    if asked.is_open() {
        return view! { <Empty head=words.empty_catalogue><span></span></Empty> };
    }
    let ways = ways_out(&asked, answer);
    let ways = ways
        .into_iter()
        .map(|(name, query)| view! { <WayOut name=name query=query/> });
    view! {
        <Empty head=words.empty>
            <p class="muted">{words.empty_text}</p>
            <p class="row">
                {ways.collect_view()}
                <a class="btn small" href=href(&Route::Browse(Query::default()))>{words.clear_all}</a>
            </p>
        </Empty>
    }
}

/// The query without its words, and without each of its choices, under the name of what went.
fn ways_out(asked: &Query, answer: RwSignal<Loadable<Found>>) -> Vec<(String, Query)> {
    let words = Find::of(lang());
    let text = asked.text.trim();
    let without_words = (!text.is_empty()).then(|| {
        let query = Query {
            text: String::new(),
            ..asked.clone()
        };
        (fill(words.empty_words, &[("text", text)]), query)
    });
    let without_choice = asked.choices.iter().map(|(facet, values)| {
        let names: Vec<String> = values
            .iter()
            .map(|value| name_of(*facet, value, answer))
            .collect();
        let mut query = asked.clone();
        query.clear(*facet);
        let name = facet_name(*facet, lang());
        (format!("{name} {}", names.join(words.or_join)), query)
    });
    let without_range = asked.ranges.iter().map(|(range, bounds)| {
        let mut query = asked.clone();
        query.unbound(*range);
        let name = range_name(*range, lang());
        let name = format!("{name} {}", bounds_words(*range, bounds, lang()));
        (name, query)
    });
    without_words
        .into_iter()
        .chain(without_choice)
        .chain(without_range)
        .filter(|(_, query)| !query.is_open())
        .collect()
}

/// A link to a wider query with what it gives; one that gives nothing is no way out.
#[component]
fn WayOut(name: String, query: Query) -> AnyView {
    let words = Find::of(lang());
    let address = href(&Route::Browse(query.clone()));
    let label = fill(words.empty_lift, &[("name", &name)]);
    let found = SearchEngine::here().live(move || only_hits(query.clone(), 0));
    any(move || {
        let total = found.with(|found| found.value().map(|found| found.merged.total.value));
        total.filter(|total| *total > 0).map(|total| {
            let gives = fill(words.empty_lift_n, &[("n", &grouped(total))]);
            view! { <a class="btn small" href=address.clone()>{label.clone()}" · "{gives}</a> }
        })
    })
}
