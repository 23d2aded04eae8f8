//! The conditions that a column may be given: a text it holds, an amount or a day between two,
//! missing or not.

use super::{asked, control::Grid};
use crate::{i18n::GridWords, state::lang, view::view};
use leptos::{ev, prelude::*};
use sift::Test;
use table::Kind;

/// The form.
#[component]
pub(super) fn FilterForm(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let (kind, has_least) = grid.table.opened.with_untracked(|opened| {
        let profile = opened
            .as_ref()
            .and_then(|shared| shared.0.profile.columns.get(column as usize));
        profile.map_or((Kind::Text, false), |profile| {
            (profile.kind, profile.min.is_some())
        })
    });
    // Days of which nobody can say which number is the month.
    let is_open = kind.is_date() && !has_least;
    let has_order = (kind.is_number() || kind.is_date()) && !is_open;
    let fields = match has_order {
        true => view! { <Bounds grid=grid column=column/> },
        false => view! { <Holds grid=grid column=column/> },
    };
    let blanks = [
        (Test::Missing, words.only_missing),
        (Test::Filled, words.only_filled),
    ];
    let blanks = blanks.map(|(test, name)| {
        let wanted = test.clone();
        let pressed = move || {
            let filters = grid.asked.with(|view| view.filters.clone());
            let set = |filter: &sift::Filter| filter.column == column && filter.test == wanted;
            filters.iter().any(set).to_string()
        };
        let press = move |_| grid.ask(asked::toggled(&grid.table.view(), column, test.clone()));
        view! { <button class="btn small" type="button" aria-pressed=pressed on:click=press>{name}</button> }
    });
    view! {
        <section>
            <h4>{words.filter}</h4>
            {is_open.then(|| view! { <p class="small muted">{words.days_open}</p> })}
            {fields}
            <div class="row">{blanks.into_iter().collect_view()}</div>
        </section>
    }
}

#[component]
fn Holds(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let is = |test: &Test| matches!(test, Test::Contains { .. });
    let text = RwSignal::new(match asked::test_of(&grid.table.view(), column, is) {
        Some(Test::Contains { text }) => text.clone(),
        _ => String::new(),
    });
    let test = move || said(text).map(|text| Test::Contains { text });
    form(grid, column, is, test, field(words.contains, text))
}

#[component]
fn Bounds(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let is = |test: &Test| matches!(test, Test::Between { .. });
    let (from, to) = match asked::test_of(&grid.table.view(), column, is) {
        Some(Test::Between { from, to, .. }) => (from.clone(), to.clone()),
        _ => (None, None),
    };
    let from = RwSignal::new(from.unwrap_or_default());
    let to = RwSignal::new(to.unwrap_or_default());
    let test = move || match (said(from), said(to)) {
        (None, None) => None,
        (from, to) => Some(Test::Between {
            from,
            to,
            with_to: true,
        }),
    };
    let fields = view! { {field(words.from, from)}{field(words.to, to)} };
    form(grid, column, is, test, fields)
}

/// Sent, it sets the condition that its `fields` make, or takes away the one there `is`.
fn form(
    grid: Grid,
    column: u32,
    is: fn(&Test) -> bool,
    test: impl Fn() -> Option<Test> + 'static,
    fields: AnyView,
) -> AnyView {
    let words = GridWords::of(lang());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let mut view = grid.table.view();
        match test() {
            Some(test) => view = asked::filtered(&view, column, test),
            None => view
                .filters
                .retain(|filter| filter.column != column || !is(&filter.test)),
        }
        grid.ask(view);
        grid.close_menu();
    };
    view! {
        <form class="colform" on:submit=send>
            {fields}
            <button class="btn small" type="submit">{words.apply}</button>
        </form>
    }
}

fn field(label: &'static str, text: RwSignal<String>) -> AnyView {
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <input class="input" type="text" autocomplete="off" prop:value=text on:input:target=move |event| text.set(event.target().value())/>
        </label>
    }
}

/// What was typed; nothing where that is nothing.
fn said(text: RwSignal<String>) -> Option<String> {
    let text = text.get_untracked().trim().to_owned();
    (!text.is_empty()).then_some(text)
}
