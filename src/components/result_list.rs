//! The cards of an answer, or why there are none. Not under a suspense: the old list stays
//! until the new one is there, so focus and scroll survive.

use super::{ListingCard, Notice, Tone, no_results::Nothing};
use crate::{
    engine::{Found, Loadable},
    i18n::{Common, Find, failure},
    reactive::memo,
    state::lang,
    turns::{Turn, Turns},
    view::{any, view},
};
use leptos::prelude::*;
use search::{Hit, Merged, Query};
use std::sync::Arc;

/// Most others that are shown beneath one or two hits.
const ALSO: usize = 6;

/// Cards that are drawn in one frame: to lay out four for the first time took up to 10 ms.
const SOME: usize = 2;

/// Cards that fill most screens; those below them come after the filters.
const SEEN: usize = 8;

/// The results.
#[component]
pub(crate) fn ResultList(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query, for the way out of an empty list.
    #[prop(into)]
    query: Signal<Query>,
) -> AnyView {
    let found = memo(move || answer.with(|answer| answer.value().cloned()));
    let cards = |hits: fn(&Option<Found>) -> Vec<Arc<Hit>>| {
        let turn = |drawn| {
            if drawn < SEEN {
                Turn::First
            } else {
                Turn::Below
            }
        };
        Turns::here().follow_rows(turn, found, hits, SOME, |one: &Arc<Hit>, other| {
            one.key == other.key
        })
    };
    let hits = cards(|found| shared(found, |merged| &merged.hits));
    let also = cards(|found| {
        shared(found, |merged| {
            merged.also.get(..ALSO).unwrap_or(&merged.also)
        })
    });
    let is_empty = memo(move || hits.with(Vec::is_empty));
    let kind = Memo::new(move |before| match answer.with(kind_of) {
        // The cards of before stay until there are others, and so does why there were none.
        _ if !is_empty.get() => Kind::Hits,
        Kind::Hits => before.copied().unwrap_or(Kind::Waiting),
        kind => kind,
    });
    let is_stale = memo(move || answer.with(|a| matches!(a, Loadable::Stale(_))));
    let is_busy = move || is_stale.get() || !hits.is_whole.get();
    let key = |hit: &Arc<Hit>| (hit.key.clone(), hit.marks.clone());
    any(move || match kind.get() {
        Kind::Waiting => view! { <Waiting/> },
        Kind::Empty => view! { <Nothing answer=answer query=query/> },
        Kind::Failed => view! { <Broken answer=answer/> },
        Kind::Hits => view! {
            <div class="results" class:stale=is_stale aria-busy=move || is_busy().to_string()>
                <For
                    each=move || hits.with(Vec::clone)
                    key=key
                    children=|hit| view! { <ListingCard hit=hit/> }
                />
                {move || also.with(|also| !also.is_empty()).then(|| view! {
                    <p class="muted">{Find::of(lang()).also_most}</p>
                })}
                <For
                    each=move || also.with(Vec::clone)
                    key=key
                    children=|hit| view! { <ListingCard hit=hit/> }
                />
            </div>
        },
    })
}

fn shared(found: &Option<Found>, hits: fn(&Merged) -> &[Hit]) -> Vec<Arc<Hit>> {
    let hits = found.as_ref().map(|found| hits(&found.merged));
    let hits = hits.unwrap_or_default().iter();
    hits.cloned().map(Arc::new).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Waiting,
    Empty,
    Failed,
    Hits,
}

fn kind_of(answer: &Loadable<Found>) -> Kind {
    match answer {
        Loadable::Failed(_) => Kind::Failed,
        Loadable::Waiting => Kind::Waiting,
        Loadable::Ready(found) | Loadable::Stale(found) => match found {
            found if !found.merged.hits.is_empty() => Kind::Hits,
            found if found.loading => Kind::Waiting,
            _ => Kind::Empty,
        },
    }
}

/// Boxes of the size of cards; the sentence comes for those who do not see them.
#[component]
fn Waiting() -> AnyView {
    let card = || {
        view! {
            <div class="card" aria-hidden="true">
                <div class="body stack">
                    <div class="skel" style:inline-size="60%"></div>
                    <div class="skel" style:inline-size="30%"></div>
                    <div class="skel" style:inline-size="90%"></div>
                </div>
            </div>
        }
    };
    view! {
        <div class="results late">
            <p class="muted small" role="status">{Common::of(lang()).loading}</p>
            {card()} {card()} {card()}
        </div>
    }
}

#[component]
fn Broken(answer: RwSignal<Loadable<Found>>) -> Option<AnyView> {
    let words = answer.with_untracked(|answer| match answer {
        Loadable::Failed(reason) => Some(failure(reason, lang())),
        _ => None,
    });
    words.map(|(what, next)| {
        view! { <Notice tone=Tone::Bad head=what><p>{next}</p></Notice> }
    })
}
