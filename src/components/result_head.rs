//! How many listings were found, in what was searched, and in which order.

use super::{Icon, Svg};
use crate::{
    engine::{Found, Loadable},
    i18n::{Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::{Query, Sort};

/// The head of the results. The count is a live region.
#[component]
pub(crate) fn ResultHead(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// Sources that were searched.
    #[prop(into)]
    sources: Signal<usize>,
    /// The present query.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the order chosen.
    #[prop(into)]
    on_sort: Callback<Sort>,
) -> AnyView {
    let words = Find::of(lang());
    let found = memo(move || answer.with(|answer| answer.value().cloned()));
    let order = memo(move || query.with(|query| query.sort));
    let chosen = memo(move || query.with(|query| query.choices.len() + query.ranges.len()));
    let options = Sort::ALL.iter().map(|sort| {
        let sort = *sort;
        // Nothing is less than another across two units: the order waits until one is chosen.
        let waits = memo(move || {
            let within = sort.within();
            within.is_some_and(|range| query.with(|query| query.unit_of(range).is_empty()))
        });
        let name = move || match waits.get() {
            true => fill(words.sort_needs_unit, &[("name", sort_name(sort))]),
            false => sort_name(sort).to_owned(),
        };
        view! {
            <option
                value=sort.as_str()
                prop:selected=move || order.get() == sort
                disabled=waits
            >
                {name}
            </option>
        }
    });
    view! {
        <h2 class="vh">{words.results}</h2>
        <div class="reshead">
            <p role="status">{move || found.with(|found| count_view(found.as_ref(), sources.get()))}</p>
            <div class="row tools2">
                <button class="btn small only-n" type="button" popovertarget="facets">
                    <Svg icon=Icon::Filter/>
                    {words.filters}
                    {move || Some(chosen.get()).filter(|n| *n > 0).map(|n| view! { <b>{n.to_string()}</b> })}
                </button>
                <label class="sortl" for="sort">{words.sort}</label>
                <select
                    class="input sort"
                    id="sort"
                    on:change:target=move |event| {
                        on_sort.run(Sort::parse(&event.target().value()).unwrap_or_default());
                    }
                >
                    {options.collect_view()}
                </select>
            </div>
        </div>
    }
}

fn count_view(found: Option<&Found>, sources: usize) -> AnyView {
    let words = Find::of(lang());
    let Some(found) = found else {
        return view! { <span class="muted">{crate::i18n::Common::of(lang()).loading}</span> };
    };
    let total = found.merged.total;
    let about = if total.exact { "" } else { words.at_least };
    let unit = if total.value == 1 {
        words.count_one
    } else {
        words.count
    };
    let searched = grouped(found.merged.searched);
    let range = match sources {
        0 | 1 => fill(words.searched_one, &[("n", &searched)]),
        n => fill(
            words.searched,
            &[("sources", &n.to_string()), ("n", &searched)],
        ),
    };
    view! {
        {about}
        <b class="num">{grouped(total.value)}</b>
        " "
        {unit}
        <span class="muted">
            {range}
            {(found.merged.off_shelf > 0)
                .then(|| fill(words.off_shelf, &[("n", &grouped(found.merged.off_shelf))]))}
            {found.loading.then_some(words.still_loading)}
        </span>
    }
}

fn sort_name(sort: Sort) -> &'static str {
    let words = Find::of(lang());
    match sort {
        Sort::Relevance => words.sort_relevance,
        Sort::Newest => words.sort_newest,
        Sort::Title => words.sort_title,
        Sort::Price => words.sort_price,
        Sort::Size => words.sort_size,
        Sort::Disclosure => words.sort_disclosure,
    }
}
