//! What is chosen, each removable, and one reset.

use super::{Icon, Svg};
use crate::{
    engine::{Found, Loadable},
    i18n::{Find, bounds_words, facet_name, facet_value, fill, range_name},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::{Facet, Query, Range};

/// What a chip stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Words,
    Facet(Facet),
    Range(Range),
}

/// One chip: what it stands for, its name, its values.
type Chip = (Of, String, String);

/// The chips of a query.
#[component]
pub(crate) fn Chips(
    /// The present query.
    #[prop(into)]
    query: Signal<Query>,
    /// The present answer, for the names of keys.
    answer: RwSignal<Loadable<Found>>,
    /// Called with the query that the visitor wants instead.
    #[prop(into)]
    on_change: Callback<Query>,
) -> AnyView {
    let words = Find::of(lang());
    let chips = memo(move || query.with(|query| chips(query, answer)));
    let remove = move |of: Of| {
        let mut query = query.get_untracked();
        match of {
            Of::Facet(facet) => query.clear(facet),
            Of::Range(range) => query.unbound(range),
            Of::Words => {
                query.text.clear();
                query.page = 0;
            }
        }
        on_change.run(query);
    };
    let clear = move |_| {
        let mut open = Query {
            sort: query.get_untracked().sort,
            ..Query::default()
        };
        open.settle_sort();
        on_change.run(open);
    };
    any(move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            let many = chips.len() > 1;
            let each = chips.into_iter().map(|(of, name, values)| {
                let label = fill(words.remove, &[("name", &name)]);
                view! {
                    <span class="chip">
                        <small>{name}</small>
                        " "
                        {values}
                        <button type="button" aria-label=label on:click=move |_| remove(of)>
                            <Svg icon=Icon::Close/>
                        </button>
                    </span>
                }
            });
            view! {
                <div class="chips" role="group" aria-label=words.chosen>
                    {each.collect_view()}
                    {many.then(|| view! {
                        <button class="textbtn" type="button" on:click=clear>{words.clear_all}</button>
                    })}
                </div>
            }
        })
    })
}

fn chips(query: &Query, answer: RwSignal<Loadable<Found>>) -> Vec<Chip> {
    let words = Find::of(lang());
    let text = query.text.trim();
    let text =
        (!text.is_empty()).then(|| (Of::Words, words.words_chip.to_owned(), text.to_owned()));
    let facets = query.choices.iter().map(|(facet, values)| {
        let names: Vec<String> = values
            .iter()
            .map(|value| name_of(*facet, value, answer))
            .collect();
        (
            Of::Facet(*facet),
            facet_name(*facet, lang()).to_owned(),
            names.join(words.or_join),
        )
    });
    let ranges = query.ranges.iter().map(|(range, bounds)| {
        let name = range_name(*range, lang()).to_owned();
        (
            Of::Range(*range),
            name,
            bounds_words(*range, bounds, lang()),
        )
    });
    text.into_iter().chain(facets).chain(ranges).collect()
}

/// The conditions of a query in one line, as what is kept of it is called.
pub(crate) fn conditions(query: &Query, answer: RwSignal<Loadable<Found>>) -> String {
    let chips = chips(query, answer).into_iter();
    let each = chips.map(|(of, name, values)| match of {
        Of::Words => values,
        _ => format!("{name} {values}"),
    });
    each.collect::<Vec<_>>().join(" · ")
}

/// The name of a chosen value; keys have theirs in the answer.
pub(super) fn name_of(facet: Facet, value: &str, answer: RwSignal<Loadable<Found>>) -> String {
    answer.with(|answer| {
        let counts = answer.value().and_then(|found| {
            found
                .merged
                .facets
                .iter()
                .find(|counts| counts.facet == facet)
        });
        let known =
            counts.and_then(|counts| counts.values.iter().find(|known| known.value == value));
        facet_value(
            facet,
            value,
            known.and_then(|known| known.label.as_ref()),
            lang(),
        )
    })
}
