//! What helps to find a value in a long facet: a search box, and the order.

use super::{
    facet_group::FacetState,
    facet_rows::{SHORT, STEP},
};
use crate::{
    i18n::{Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;

/// From here on a facet can be searched and sorted.
const LONG: usize = 12;

/// The search box and the order; nothing for short facets.
#[component]
pub(super) fn FacetTools(state: FacetState) -> AnyView {
    let words = Find::of(lang());
    let size = memo(move || state.counts(|counts| counts.values.len()).unwrap_or(0));
    let by_name = memo(move || state.wish.with(|wish| wish.by_name));
    let look_for = move |typed: String| {
        state.wish.update(|wish| {
            wish.needle = search::small(typed.trim());
            wish.room = if wish.needle.is_empty() { SHORT } else { STEP };
        });
    };
    // A closed set has an order of its own, which everybody knows.
    let sorts = !state.facet.is_closed();
    any(move || {
        let size = size.get();
        (size > LONG).then(|| {
            let label = fill(words.find_in, &[("n", &grouped(size as u64))]);
            let order = move || {
                if by_name.get() {
                    words.by_count
                } else {
                    words.by_name
                }
            };
            view! {
                <div class="row ftools">
                    <input
                        class="input fsearch"
                        type="search"
                        aria-label=label.clone()
                        placeholder=label
                        on:input:target=move |event| look_for(event.target().value())
                    />
                    {sorts.then(|| view! {
                        <button
                            class="textbtn"
                            type="button"
                            on:click=move |_| state.wish.update(|wish| wish.by_name = !wish.by_name)
                        >
                            {order}
                        </button>
                    })}
                </div>
            }
        })
    })
}
