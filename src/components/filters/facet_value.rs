//! One value of a facet with its count, and the way to more of them.

use super::{
    facet_group::FacetState,
    facet_rows::{MOST, Row, SHORT, STEP},
};
use crate::{
    components::{Icon, Svg, state_class, state_icon},
    i18n::{Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use catalog::PriceState;
use leptos::prelude::*;
use search::Facet;

/// One value with its count.
#[component]
pub(super) fn Value(state: FacetState, row: Row, #[prop(into)] count: Signal<u64>) -> AnyView {
    let facet = state.facet;
    let token = StoredValue::new(row.value.clone());
    let chosen = memo(move || {
        state
            .query
            .with(|query| token.with_value(|token| query.has(facet, token)))
    });
    let barred = memo(move || count.get() == 0 && !chosen.get());
    let icon = (facet == Facet::Price)
        .then(|| PriceState::parse(&row.value))
        .flatten();
    let name = row.name.clone();
    let branch = row.branch.map(|open| {
        let words = Find::of(lang());
        let label = if open {
            words.fold_branch
        } else {
            words.open_branch
        };
        let turn = move |_| {
            token.with_value(|token| {
                state.wish.update(|wish| match open {
                    true => wish.branches.retain(|known| known != token),
                    false => wish.branches.push(token.clone()),
                });
            });
        };
        view! {
            <button
                class="iconbtn twig"
                type="button"
                aria-expanded=open.to_string()
                aria-label=fill(label, &[("name", &name)])
                on:click=turn
            >
                <Svg icon=Icon::Chevron/>
            </button>
        }
    });
    view! {
        <div class="value" style:padding-inline-start=format!("{}rem", row.depth)>
            <label class="check" class:zero=barred>
                <input
                    type="checkbox"
                    prop:checked=chosen
                    disabled=barred
                    on:change=move |_| state.on_toggle.run((facet, token.get_value()))
                />
                {icon.map(|state| view! {
                    <span class=format!("{} fi", state_class(state))><Svg icon=state_icon(state)/></span>
                })}
                <span class="fname">{row.name}</span>
                <span class="n num">{move || grouped(count.get())}</span>
            </label>
            {branch}
        </div>
    }
}

/// More values, some at a time: a list of two thousand is searched, not read.
#[component]
pub(super) fn More(state: FacetState, #[prop(into)] left: Signal<usize>) -> AnyView {
    let words = Find::of(lang());
    let room = memo(move || state.wish.with(|wish| wish.room));
    let set = move |room: usize| state.wish.update(|wish| wish.room = room);
    any(move || {
        let (left, room) = (left.get(), room.get());
        let rest = (left > 0 && room >= MOST).then(|| {
            let words = fill(words.find_more_values, &[("n", &grouped(left as u64))]);
            view! { <span class="small muted">{words}</span> }
        });
        let more = (left > 0 && room < MOST).then(|| {
            let some = if room == SHORT { STEP - SHORT } else { STEP };
            let label = match left > some {
                false => words.more_values,
                true => words.some_more_values,
            };
            let label = fill(label, &[("n", &grouped(left as u64)), ("some", &some.to_string())]);
            view! {
                <button class="textbtn" type="button" on:click=move |_| set(room + some)>{label}</button>
            }
        });
        let fewer = (room > SHORT).then(|| view! {
            <button class="textbtn" type="button" on:click=move |_| set(SHORT)>{words.fewer_values}</button>
        });
        view! { <div class="row more">{rest}{more}{fewer}</div> }
    })
}
