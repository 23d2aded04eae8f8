//! How re-identifiable the rows are by columns that others may know: k, unique rows, l and t,
//! always with the columns and the rows that they are about, and never as a verdict.

use super::viewed::Viewed;
use crate::{
    i18n::{PanelWords, fill, grouped, share, table_notice},
    reactive::memo,
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use wire::preview::Risk;

/// Columns that can be ticked before anybody asks for the others.
const FIRST: usize = 24;

/// What is ticked; `None` until the visitor ticks: then what is suggested is.
#[derive(Clone, Copy)]
struct Ticked {
    quasi: RwSignal<Option<Vec<u32>>>,
    sensitive: RwSignal<Vec<u32>>,
}

/// The panel.
#[component]
pub(super) fn RiskPanel(viewed: Viewed) -> AnyView {
    let words = PanelWords::of(lang());
    let ticked = Ticked {
        quasi: RwSignal::new(None),
        sensitive: RwSignal::new(Vec::new()),
    };
    let quasi = memo(move || {
        let suggested = viewed.with(|opened| opened.quasi.clone());
        ticked.quasi.get().unwrap_or(suggested)
    });
    let measure = move |_| {
        let quasi = quasi.get_untracked();
        if !quasi.is_empty() {
            viewed
                .engine
                .measure(quasi, ticked.sensitive.get_untracked());
        }
    };
    let none = move || quasi.with(Vec::is_empty);
    let suggested = move || viewed.with(|opened| !opened.quasi.is_empty());
    view! {
        <section class="panel risk">
            <h2>{words.risk_title}</h2>
            <p class="small quiet">{words.risk_lead}</p>
            {move || suggested().then(|| view! { <p class="small muted">{words.risk_suggested}</p> })}
            <Ticks viewed=viewed quasi=quasi ticked=ticked/>
            <p class="row">
                <button class="btn small" type="button" aria-disabled=move || none().then_some("true") on:click=measure>{words.risk_measure}</button>
                {move || none().then(|| view! { <span class="small muted">{words.risk_choose}</span> })}
            </p>
            <div role="status">{move || viewed.engine.risk().get().map_or_else(nothing, |risk| measured(viewed, &risk))}</div>
        </section>
    }
}

/// A line for each column: whether others may know it, whether it must not be learned.
#[component]
fn Ticks(viewed: Viewed, quasi: Memo<Vec<u32>>, ticked: Ticked) -> AnyView {
    let words = PanelWords::of(lang());
    let shown = RwSignal::new(FIRST);
    let names = memo(move || {
        viewed.with(|opened| {
            let names = opened.columns.iter().map(|column| column.name.clone());
            names.collect::<Vec<_>>()
        })
    });
    let lines = move || {
        let suggested = viewed.with(|opened| opened.quasi.clone());
        let names = names.get();
        let all = (0_u32..).zip(names);
        // Suggested columns are seen even where they stand far to the right.
        let most = shown.get();
        let seen = all.filter(|(at, _)| (*at as usize) < most || suggested.contains(at));
        seen.map(|(at, name)| line(at, name, quasi, ticked))
            .collect_view()
    };
    let more = move || names.with(Vec::len) > shown.get();
    view! {
        <div class="ticks" role="group" aria-label=words.risk_columns>
            <table class="table">
                <thead><tr>
                    <th scope="col">{words.risk_column}</th>
                    <th scope="col">{words.risk_known}</th>
                    <th scope="col">{words.risk_sensitive}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {move || more().then(|| view! {
            <button class="textbtn" type="button" on:click=move |_| shown.set(usize::MAX)>{words.risk_more}</button>
        })}
    }
}

fn line(at: u32, name: String, quasi: Memo<Vec<u32>>, ticked: Ticked) -> AnyView {
    let words = PanelWords::of(lang());
    let turned = move |mut all: Vec<u32>| {
        match all.iter().position(|one| *one == at) {
            Some(place) => drop(all.remove(place)),
            None => all.push(at),
        }
        all.sort_unstable();
        all
    };
    // What must not be learned is not known: one choice takes the other away.
    let known = move |_| {
        ticked.quasi.set(Some(turned(quasi.get_untracked())));
        ticked.sensitive.update(|all| all.retain(|one| *one != at));
    };
    let sensitive = move |_| {
        ticked
            .sensitive
            .update(|all| *all = turned(std::mem::take(all)));
        let mut others = quasi.get_untracked();
        others.retain(|one| *one != at);
        ticked.quasi.set(Some(others));
    };
    let label = |what: &str| format!("{name}: {what}");
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td><input type="checkbox" aria-label=label(words.risk_known) prop:checked=move || quasi.with(|all| all.contains(&at)) on:change=known/></td>
            <td><input type="checkbox" aria-label=label(words.risk_sensitive) prop:checked=move || ticked.sensitive.with(|all| all.contains(&at)) on:change=sensitive/></td>
        </tr>
    }
}

/// What was measured, in the words that are fixed for it.
fn measured(viewed: Viewed, risk: &Risk) -> AnyView {
    let words = PanelWords::of(lang());
    if let Some(notice) = &risk.refused {
        return view! { <p class="quiet">{table_notice(notice, None, lang())}</p> };
    }
    let names = |columns: &[u32]| {
        let names = columns.iter().map(|column| viewed.column_name(*column));
        names.collect::<Vec<_>>().join(words.list_join)
    };
    let rows = grouped(risk.rows);
    let n = grouped(risk.quasi.len() as u64);
    let (one, k) = (risk.quasi.len() == 1, grouped(risk.k));
    let columns = match one {
        true => words.risk_this_column.to_owned(),
        false => fill(words.risk_these_columns, &[("n", &n)]),
    };
    let rest = fill(words.risk_on, &[("columns", &columns), ("rows", &rows)]);
    let sentence = fill(
        words.risk_unique,
        &[
            ("unique", &grouped(risk.unique)),
            ("under", &grouped(risk.under_five)),
        ],
    );
    let classes = fill(
        words.risk_classes,
        &[
            ("n", &grouped(risk.classes)),
            ("size", &risk.class_size),
            ("chance", &share(risk.classes, risk.rows)),
        ],
    );
    let sensitive = risk.sensitive.iter().zip(risk.l.iter().zip(&risk.t));
    let sensitive = sensitive.map(|(column, (l, t))| {
        let name = viewed.column_name(*column);
        let values = [("column", name.as_str()), ("l", &l.to_string()), ("t", t)];
        view! { <li class="num">{fill(words.risk_l_t, &values)}</li> }
    });
    view! {
        <p class="small quiet">{fill(words.risk_chosen, &[("columns", &names(&risk.quasi))])}</p>
        <p class="kline"><b class="num">{format!("k = {k}")}</b><span>{rest}</span></p>
        <p>{sentence}</p>
        <ul class="noticed"><li>{classes}</li>{sensitive.collect_view()}</ul>
        <p class="small muted">{words.risk_missing}</p>
        <p class="small muted">{words.risk_limits}</p>
    }
}
