//! What is chosen, each removable, and one reset.

use super::{Icon, Svg};
use crate::{
    engine::{Found, Loadable},
    i18n::{Find, facet_name, facet_value, fill},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::{Facet, Query};

/// One chip: a facet with its values, or the words.
type Chip = (Option<Facet>, String, String);

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
    let remove = move |facet: Option<Facet>| {
        let mut query = query.get_untracked();
        match facet {
            Some(facet) => query.clear(facet),
            None => {
                query.text.clear();
                query.page = 0;
            }
        }
        on_change.run(query);
    };
    let clear = move |_| {
        on_change.run(Query {
            sort: query.get_untracked().sort,
            ..Query::default()
        })
    };
    any(move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            let many = chips.len() > 1;
            let each = chips.into_iter().map(|(facet, name, values)| {
                let label = fill(words.remove, &[("name", &name)]);
                view! {
                    <span class="chip">
                        <small>{name}</small>
                        " "
                        {values}
                        <button type="button" aria-label=label on:click=move |_| remove(facet)>
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
    let text = (!text.is_empty()).then(|| (None, words.words_chip.to_owned(), text.to_owned()));
    let facets = query.choices.iter().map(|(facet, values)| {
        let names: Vec<String> = values
            .iter()
            .map(|value| name_of(*facet, value, answer))
            .collect();
        (
            Some(*facet),
            facet_name(*facet, lang()).to_owned(),
            names.join(words.or_join),
        )
    });
    text.into_iter().chain(facets).collect()
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
