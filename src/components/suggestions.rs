//! The names under the search box, by kind.

use super::Marked;
use crate::{
    engine::SearchEngine,
    i18n::{Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query, Suggestion, SuggestionKind};
use std::sync::Arc;

/// What the ids of the options begin with.
pub(super) const OPTION: &str = "q-name-";

/// The kinds, in the order they are shown.
const KINDS: &[SuggestionKind] = &[
    SuggestionKind::Listing,
    SuggestionKind::Category,
    SuggestionKind::Provider,
    SuggestionKind::Exchange,
];

/// The names and the one that is active. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct Names {
    shown: Memo<Arc<Vec<Suggestion>>>,
    unfolded: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
}

impl Names {
    /// The names of the page's one box, folded.
    pub(super) fn new() -> Self {
        let engine = SearchEngine::here();
        // Those of an earlier page are nobody's any more.
        engine.suggest("", 0);
        let active = RwSignal::new(None);
        let shown = memo(move || {
            let names = engine.suggested().map(|suggested| suggested.names);
            let names = names.unwrap_or_default();
            // Grouped as they are shown, so that a place is the same for keys and for the eye.
            let of = |kind: &SuggestionKind| {
                let kind = *kind;
                names.iter().filter(move |name| name.kind == kind).cloned()
            };
            Arc::new(KINDS.iter().flat_map(of).collect::<Vec<_>>())
        });
        Self {
            shown,
            unfolded: RwSignal::new(false),
            active,
        }
    }

    /// Whether there is something to choose from on the screen, tracked.
    pub(super) fn is_open(self) -> bool {
        self.unfolded.get() && self.shown.with(|shown| !shown.is_empty())
    }

    /// The place of the active name, tracked.
    pub(super) fn active(self) -> Option<usize> {
        let count = self.shown.with(|shown| shown.len());
        self.active.get().filter(|at| *at < count && self.is_open())
    }

    pub(super) fn unfold(self) {
        self.active.set(None);
        self.unfolded.set(true);
    }

    pub(super) fn fold(self) {
        self.active.set(None);
        self.unfolded.set(false);
    }

    /// To the next name, or the one before; from the box itself to the first or the last.
    pub(super) fn step(self, down: bool) -> bool {
        let count = self.shown.with_untracked(|shown| shown.len());
        if count == 0 {
            return false;
        }
        self.unfolded.set(true);
        self.active.update(|active| {
            *active = match (*active, down) {
                (None, true) => Some(0),
                (None, false) => Some(count - 1),
                (Some(at), true) => (at + 1 < count).then_some(at + 1),
                (Some(at), false) => at.checked_sub(1),
            };
        });
        true
    }

    /// To the first or last name, once one is active; before that the keys move in the text.
    pub(super) fn jump(self, last: bool) -> bool {
        let count = self.shown.with_untracked(|shown| shown.len());
        let active = untrack(|| self.active()).is_some();
        if active {
            self.active.set(Some(if last { count - 1 } else { 0 }));
        }
        active
    }

    /// Where a name leads.
    pub(super) fn route(self, at: usize, base: Query) -> Option<Route> {
        self.shown.with_untracked(|shown| {
            let name = shown.get(at)?;
            let facet = match name.kind {
                SuggestionKind::Listing => return Key::parse(&name.key).map(Route::Listing),
                SuggestionKind::Category => Facet::Category,
                SuggestionKind::Provider => Facet::Provider,
                SuggestionKind::Exchange => Facet::Exchange,
            };
            let mut query = Query {
                text: String::new(),
                page: 0,
                ..base
            };
            if !query.has(facet, &name.key) {
                query.toggle(facet, &name.key);
            }
            Some(Route::Browse(query))
        })
    }
}

/// The list, and its count for those who do not see it.
#[component]
pub(super) fn Suggestions(names: Names, on_choose: Callback<usize>) -> AnyView {
    let words = Find::of(lang());
    let count = move || match (names.is_open(), names.shown.with(|shown| shown.len())) {
        (false, _) | (_, 0) => String::new(),
        (true, n) => fill(words.suggested_n, &[("n", &n.to_string())]),
    };
    let groups = move || {
        let shown = names.shown.get();
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
