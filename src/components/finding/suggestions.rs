//! The names under the search box, by kind.

use super::{
    Marked,
    suggested::{KINDS, Names, OPTION},
};
use crate::{
    i18n::{Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::{Suggestion, SuggestionKind};

/// The list, and its count for those who do not see it.
#[component]
pub(super) fn Suggestions(names: Names, on_choose: Callback<usize>) -> AnyView {
    let words = Find::of(lang());
    let count = move || match (names.is_open(), names.count()) {
        (false, _) | (_, 0) => String::new(),
        (true, n) => fill(words.suggested_n, &[("n", &n.to_string())]),
    };
    let groups = move || {
        let shown = names.shown();
        let group = |kind: &SuggestionKind| {
            let kind = *kind;
            let of: Vec<(usize, Suggestion)> = shown
                .iter()
                .cloned()
                .enumerate()
                .filter(|(_, name)| name.kind == kind)
                .collect();
            (!of.is_empty()).then(|| {
                let each = of.into_iter().map(|(at, name)| {
                    view! {
                        <Name names=names at=at name=name on_choose=on_choose/>
                    }
                });
                view! {
                    <div role="group" aria-label=kind_name(kind)>
                        <span class="kind" aria-hidden="true">{kind_name(kind)}</span>
                        {each.collect_view()}
                    </div>
                }
            })
        };
        KINDS.iter().filter_map(group).collect::<Vec<_>>()
    };
    view! {
        <div class="names">
            <div id="q-names" role="listbox" aria-label=words.suggestions hidden=move || !names.is_open()>
                {any(groups)}
            </div>
            <p class="vh" role="status">{count}</p>
        </div>
    }
}

#[component]
fn Name(names: Names, at: usize, name: Suggestion, on_choose: Callback<usize>) -> AnyView {
    let words = Find::of(lang());
    let active = memo(move || names.active() == Some(at));
    let count = name.listings.map(|n| {
        let n = fill(words.n_listings, &[("n", &grouped(n))]);
        view! { <span class="n num">{n}</span> }
    });
    view! {
        <div
            role="option"
            id=format!("{OPTION}{at}")
            aria-selected=move || active.get().to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| on_choose.run(at)
        >
            <Marked text=name.name marks=name.marks/>
            {count}
        </div>
    }
}

fn kind_name(kind: SuggestionKind) -> &'static str {
    let words = Find::of(lang());
    match kind {
        SuggestionKind::Listing => words.suggest_listings,
        SuggestionKind::Category => words.suggest_categories,
        SuggestionKind::Provider => words.suggest_providers,
        SuggestionKind::Exchange => words.suggest_exchanges,
    }
}
