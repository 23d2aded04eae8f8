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
    let kind = grid.table.opened.with_untracked(|opened| {
        let profile = opened.as_ref()?.0.profile.columns.get(column as usize)?;
        Some(profile.kind)
    });
    let has_order = matches!(
        kind,
        Some(Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Date | Kind::DateTime)
    );
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
            {fields}
            <div class="row">{blanks.into_iter().collect_view()}</div>
        </section>
    }
}

#[component]
fn Holds(grid: Grid, column: u32) -> AnyView {
    let words = GridWords::of(lang());
    let is = |test: &Test| matches!(test, Test::Contains { .. });
    let now = match asked::test_of(&grid.table.view(), column, is) {
        Some(Test::Contains { text }) => text.clone(),
        _ => String::new(),
    };
    let text = RwSignal::new(now);
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = text.get_untracked().trim().to_owned();
        let view = match text.is_empty() {
            true => drop_test(grid, column, is),
            false => asked::filtered(&grid.table.view(), column, Test::Contains { text }),
        };
        grid.ask(view);
        grid.close_menu();
    };
    view! {
        <form class="colform" on:submit=send>
            <label class="field">
                <span class="label">{words.contains}</span>
                <input class="input" type="text" autocomplete="off" prop:value=text on:input:target=move |event| text.set(event.target().value())/>
            </label>
            <button class="btn small" type="submit">{words.apply}</button>
        </form>
    }
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
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let said = |text: RwSignal<String>| {
            let text = text.get_untracked().trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        let view = match (said(from), said(to)) {
            (None, None) => drop_test(grid, column, is),
            (from, to) => {
                let test = Test::Between {
                    from,
                    to,
                    with_to: true,
                };
                asked::filtered(&grid.table.view(), column, test)
            }
        };
        grid.ask(view);
        grid.close_menu();
    };
    view! {
        <form class="colform" on:submit=send>
            <label class="field">
                <span class="label">{words.from}</span>
                <input class="input" type="text" autocomplete="off" prop:value=from on:input:target=move |event| from.set(event.target().value())/>
            </label>
            <label class="field">
                <span class="label">{words.to}</span>
                <input class="input" type="text" autocomplete="off" prop:value=to on:input:target=move |event| to.set(event.target().value())/>
            </label>
            <button class="btn small" type="submit">{words.apply}</button>
        </form>
    }
}

fn drop_test(grid: Grid, column: u32, is: fn(&Test) -> bool) -> sift::View {
    let mut view = grid.table.view();
    view.filters
        .retain(|filter| filter.column != column || !is(&filter.test));
    view
}
