//! The table of exchanges with its timeline, and the switch of what it shows.

use super::{Opening, row::Row, timeline::Axis};
use crate::{
    i18n::{Exchanges as Words, fill, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::ExchangeEntry;
use std::sync::Arc;

/// What the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    All,
    Opened,
    WithListings,
}

impl Show {
    const ALL: [Self; 3] = [Self::All, Self::Opened, Self::WithListings];

    fn has(self, entry: &ExchangeEntry) -> bool {
        match self {
            Self::All => true,
            Self::Opened => Opening::of(&entry.exchange) == Opening::Evidence,
            Self::WithListings => entry.listings.total() > 0,
        }
    }

    const fn name(self, words: &Words) -> &'static str {
        match self {
            Self::All => words.all,
            Self::Opened => words.show_opened,
            Self::WithListings => words.show_list,
        }
    }
}

/// The switch, the key of the bars, and the table.
#[component]
pub(super) fn Table(entries: Arc<Vec<ExchangeEntry>>) -> AnyView {
    let show = RwSignal::new(Show::All);
    // The axis is that of all exchanges, so that bars stay in place when rows go.
    let axis = Axis::over(entries.iter().map(|entry| &entry.exchange));
    let many_sources = {
        let source = |entry: &ExchangeEntry| entry.key.split('~').next().map(str::to_owned);
        entries
            .first()
            .map(source)
            .is_some_and(|first| entries.iter().any(|e| source(e) != first))
    };
    let rows = {
        let entries = entries.clone();
        move || {
            let shown = entries
                .iter()
                .filter(|entry| show.get().has(entry))
                .cloned();
            shown
                .map(|entry| view! { <Row entry=entry axis=axis name_source=many_sources/> })
                .collect_view()
        }
    };
    view! {
        <div class="row between xtools">
            <Switch entries=entries show=show/>
            {axis.map(|_| view! { <BarKey/> })}
        </div>
        <div class="xt" role="table" aria-label=Words::of(lang()).sorted class:undated=axis.is_none()>
            <div role="rowgroup"><Head axis=axis/></div>
            <div role="rowgroup">{rows}</div>
        </div>
    }
}

#[component]
fn Switch(entries: Arc<Vec<ExchangeEntry>>, show: RwSignal<Show>) -> AnyView {
    let words = Words::of(lang());
    let buttons = Show::ALL.map(|choice| {
        let n = entries.iter().filter(|entry| choice.has(entry)).count();
        view! {
            <button
                type="button"
                aria-pressed=move || (show.get() == choice).to_string()
                disabled=n == 0
                on:click=move |_| show.set(choice)
            >
                {choice.name(words)}
                " "
                <span class="num">{grouped(n as u64)}</span>
            </button>
        }
    });
    view! { <div class="seg" role="group" aria-label=words.show>{buttons.into_iter().collect_view()}</div> }
}

/// What the shapes on the timeline mean.
#[component]
fn BarKey() -> AnyView {
    let words = Words::of(lang());
    let bar = |class: &'static str, name: &'static str| {
        view! {
            <li>
                <svg viewBox="0 0 26 12" aria-hidden="true">
                    <rect x="3" y="2.5" width="20" height="7" class=class></rect>
                </svg>
                {name}
            </li>
        }
    };
    view! {
        <ul class="xkey plain small">
            <li>
                <svg viewBox="0 0 26 12" aria-hidden="true"><circle cx="13" cy="6" r="4.5" class="dot"></circle></svg>
                {words.key_day}
            </li>
            {bar("span", words.key_span)}
            {bar("circa", words.key_circa)}
            {bar("plan", words.key_plan)}
        </ul>
    }
}

#[component]
fn Head(axis: Option<Axis>) -> AnyView {
    let words = Words::of(lang());
    let axis = axis.map(|axis| {
        let years = [("from", axis.from.to_string()), ("to", axis.to.to_string())];
        let [from, to] = &years;
        let label = fill(words.timeline, &[(from.0, &from.1), (to.0, &to.1)]);
        let ticks = axis.ticks().into_iter().map(|(year, at)| {
            view! { <i style:--x=format!("{at:.2}%")>{year.to_string()}</i> }
        });
        view! {
            <span role="columnheader" class="axis" style:--cell=format!("{:.3}%", axis.cell())>
                <span class="vh">{label}</span>
                <span aria-hidden="true">{ticks.collect_view()}</span>
            </span>
        }
    });
    view! {
        <div class="xr xh" role="row">
            <span role="columnheader">{words.exchange}</span>
            <span role="columnheader">{words.place}</span>
            <span role="columnheader" aria-sort="ascending">{words.date}" ↑"</span>
            {axis}
            <span role="columnheader">{words.opened_q}</span>
            <span role="columnheader">{words.list_q}</span>
        </div>
    }
}
