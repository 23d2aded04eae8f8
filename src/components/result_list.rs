//! The cards of an answer, or why there are none. Not under a suspense: the old list stays
//! until the new one is there, so focus and scroll survive.

use super::{Empty, ListingCard, Notice, Tone, chips::name_of};
use crate::{
    engine::{Found, Loadable},
    i18n::{Common, Find, facet_name, failure, fill, grouped},
    reactive::memo,
    state::{href, lang},
    view::{any, view},
};
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query};

/// The results.
#[component]
pub(crate) fn ResultList(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query, for the way out of an empty list.
    #[prop(into)]
    query: Signal<Query>,
) -> AnyView {
    let kind = memo(move || answer.with(kind_of));
    let hits = move || {
        answer
            .with(|answer| answer.value().map(|found| found.merged.hits.clone()))
            .unwrap_or_default()
    };
    any(move || match kind.get() {
        Kind::Waiting => view! { <Waiting/> },
        Kind::Empty => view! { <Nothing answer=answer query=query/> },
        Kind::Failed => view! { <Broken answer=answer/> },
        Kind::Hits => view! {
            <div class="results" class:stale=move || answer.with(|a| matches!(a, Loadable::Stale(_)))>
                <For
                    each=hits
                    key=|hit| (hit.key.clone(), hit.marks.clone())
                    children=|hit| view! { <ListingCard hit=hit/> }
                />
            </div>
        },
    })
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

/// Names the conditions, and offers to lift each.
#[component]
fn Nothing(answer: RwSignal<Loadable<Found>>, query: Signal<Query>) -> AnyView {
    let words = Find::of(lang());
    let asked = query.get_untracked();
    if asked.is_open() && asked.page == 0 {
        return view! { <Empty head=words.empty_catalogue><p class="muted">{words.empty_text}</p></Empty> };
    }
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
    let ways = asked
        .choices
        .keys()
        .filter_map(|facet| way_out(&asked, *facet, answer))
        .collect_view();
    view! {
        <Empty head=words.empty>
            <p class="muted">{words.empty_text}</p>
            <p class="row">{ways}</p>
        </Empty>
    }
}

/// A link without the choice in `facet`.
fn way_out(asked: &Query, facet: Facet, answer: RwSignal<Loadable<Found>>) -> Option<AnyView> {
    let words = Find::of(lang());
    let values = asked.choices.get(&facet)?;
    let names: Vec<String> = values
        .iter()
        .map(|value| name_of(facet, value, answer))
        .collect();
    let name = format!(
        "{} {}",
        facet_name(facet, lang()),
        names.join(words.or_join)
    );
    let mut lifted = asked.clone();
    lifted.clear(facet);
    let label = fill(words.empty_lift, &[("name", &name)]);
    Some(view! { <a class="btn small" href=href(&Route::Browse(lifted))>{label}</a> })
}
