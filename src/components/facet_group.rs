//! One facet: checkboxes with counts, long ones with a search box, zero values greyed.

use super::{Svg, state_class, state_icon};
use crate::{
    i18n::{Find, facet_name, facet_value, fill, grouped},
    reactive::memo,
    state::{lang, told_apart},
    view::view,
};
use catalog::PriceState;
use leptos::prelude::*;
use search::{Facet, FacetCounts, Query, ValueCount};

/// Values shown before "more".
const SHORT: usize = 6;
/// From here on a facet gets its own search box.
const LONG: usize = 12;

/// One facet of the panel.
#[component]
pub(crate) fn FacetGroup(
    /// Which.
    facet: Facet,
    /// Its counts for the present query.
    #[prop(into)]
    counts: Signal<FacetCounts>,
    /// The present query, for what is chosen.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the value that was clicked.
    #[prop(into)]
    on_toggle: Callback<(Facet, String)>,
) -> AnyView {
    let words = Find::of(lang());
    let open = RwSignal::new(false);
    let needle = RwSignal::new(String::new());
    let size = memo(move || counts.with(|counts| counts.values.len()));
    let shown = memo(move || {
        let needle = needle.get().trim().to_lowercase();
        let all = open.get() || !needle.is_empty();
        counts.with(|counts| query.with(|query| chosen_first(counts, query, &needle, all)))
    });
    view! {
        <fieldset class="facet" data-facet=facet.as_str()>
            <legend>{facet_name(facet, lang())}</legend>
            {hint(facet).map(|hint| view! { <p class="hint small muted">{hint}</p> })}
            {move || (size.get() > LONG).then(|| {
                let label = fill(words.find_in, &[("n", &grouped(size.get() as u64))]);
                view! {
                    <input
                        class="input fsearch"
                        type="search"
                        aria-label=label.clone()
                        placeholder=label
                        on:input:target=move |event| needle.set(event.target().value())
                    />
                }
            })}
            <For
                each=move || shown.get()
                key=|(value, name)| (value.value.clone(), value.count, name.clone())
                children=move |(value, name)| view! {
                    <FacetValue facet=facet value=value name=name query=query on_toggle=on_toggle/>
                }
            />
            {move || (size.get() > SHORT && needle.with(String::is_empty)).then(|| {
                let more = size.get().saturating_sub(SHORT) as u64;
                let label = move || match open.get() {
                    true => words.fewer_values.to_owned(),
                    false => fill(words.more_values, &[("n", &grouped(more))]),
                };
                view! {
                    <button
                        class="textbtn"
                        type="button"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {label}
                    </button>
                }
            })}
        </fieldset>
    }
}

/// One value with its count.
#[component]
fn FacetValue(
    facet: Facet,
    value: ValueCount,
    name: String,
    query: Signal<Query>,
    on_toggle: Callback<(Facet, String)>,
) -> AnyView {
    let token = StoredValue::new(value.value.clone());
    let chosen =
        memo(move || query.with(|query| token.with_value(|token| query.has(facet, token))));
    let zero = value.count == 0;
    let icon = (facet == Facet::Price)
        .then(|| PriceState::parse(&value.value))
        .flatten();
    let indent = value.parent.is_some();
    view! {
        <label class="check" class:zero=move || zero && !chosen.get() class:below=indent>
            <input
                type="checkbox"
                prop:checked=chosen
                disabled=move || zero && !chosen.get()
                on:change=move |_| on_toggle.run((facet, token.get_value()))
            />
            {icon.map(|state| view! {
                <span class=format!("{} fi", state_class(state))><Svg icon=state_icon(state)/></span>
            })}
            <span class="fname">{name}</span>
            <span class="n num">{grouped(value.count)}</span>
        </label>
    }
}

/// The values to show with their names: chosen ones always, then as many as fit, in the order
/// of the counts.
fn chosen_first(
    counts: &FacetCounts,
    query: &Query,
    needle: &str,
    all: bool,
) -> Vec<(ValueCount, String)> {
    let named = counts.values.iter().map(|value| {
        let name = facet_value(counts.facet, &value.value, value.label.as_ref(), lang());
        (value.value.as_str(), name)
    });
    let names = told_apart(named);
    let mut room = if all { usize::MAX } else { SHORT };
    let mut keep = |(value, name): &(&ValueCount, String)| {
        if !needle.is_empty() && !name.to_lowercase().contains(needle) {
            return false;
        }
        if query.has(counts.facet, &value.value) {
            return true;
        }
        let fits = room > 0;
        room = room.saturating_sub(1);
        fits
    };
    let values = counts.values.iter().zip(names).filter(|pair| keep(pair));
    values.map(|(value, name)| (value.clone(), name)).collect()
}

fn hint(facet: Facet) -> Option<&'static str> {
    let words = Find::of(lang());
    match facet {
        Facet::Price => Some(words.price_hint),
        Facet::Preview => Some(words.preview_hint),
        _ => None,
    }
}
