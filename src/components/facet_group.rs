//! One facet: checkboxes with counts, long ones with a search box, zero values greyed.

use super::{
    Icon, PanelFold, PanelPart, Svg,
    facet_rows::{Held, Row, SHORT, STEP, Wish, rows},
    facet_tools::FacetTools,
    state_class, state_icon,
};
use crate::{
    engine::{Found, Loadable},
    i18n::{Common, Find, facet_name, fill, grouped},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use catalog::PriceState;
use leptos::prelude::*;
use search::{Facet, FacetCounts, NOT_STATED, Query};

/// What the parts of a facet share. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct FacetState {
    pub facet: Facet,
    pub answer: RwSignal<Loadable<Found>>,
    pub query: Signal<Query>,
    pub on_toggle: Callback<(Facet, String)>,
    /// What the visitor made of the list.
    pub wish: RwSignal<Wish>,
}

/// One facet of the panel.
#[component]
pub(super) fn FacetGroup(
    /// Which.
    facet: Facet,
    /// What is open.
    open: RwSignal<Vec<PanelPart>>,
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query, for what is chosen.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the value that was clicked.
    on_toggle: Callback<(Facet, String)>,
) -> AnyView {
    let state = FacetState {
        facet,
        answer,
        query,
        on_toggle,
        wish: RwSignal::new(Wish {
            room: SHORT,
            ..Wish::default()
        }),
    };
    let chosen = Signal::derive(move || {
        query.with(|query| query.choices.get(&facet).map_or(0, |values| values.len()))
    });
    let body = move || view! { <Values state=state/> };
    view! {
        <PanelFold part=PanelPart::Facet(facet) open=open name=facet_name(facet, lang()) set=chosen body=body/>
    }
}

#[component]
fn Values(state: FacetState) -> AnyView {
    let words = Find::of(lang());
    // Counted and worth choosing from; counted and not; not counted yet.
    let told = memo(move || state.counts(tells));
    let held = StoredValue::new(Held::default());
    let list = memo(move || {
        let lang = lang();
        let made = state.counts(|counts| {
            state.query.with(|query| {
                let wish = state.wish.get();
                held.try_update_value(|held| rows(counts, query, &wish, held, lang))
            })
        });
        made.flatten().unwrap_or_default()
    });
    let hint = match state.facet {
        Facet::Price => Some(words.price_hint),
        Facet::Preview => Some(words.preview_hint),
        Facet::Disclosure => Some(words.disclosure_hint),
        _ => None,
    };
    any(move || match told.get() {
        None => view! { <p class="small muted late">{Common::of(lang()).loading}</p> },
        Some(false) => view! { <p class="small muted">{words.says_nothing}</p> },
        Some(true) => view! {
            <div>
                {hint.map(|hint| view! { <p class="hint small muted">{hint}</p> })}
                <FacetTools state=state/>
                <For
                    each=move || list.with(|(rows, _)| rows.clone())
                    key=|row| (row.value.clone(), row.name.clone(), row.depth, row.branch)
                    children=move |row| {
                        let value = row.value.clone();
                        let count = Signal::derive(move || list.with(|(rows, _)| {
                            rows.iter().find(|row| row.value == value).map_or(0, |row| row.count)
                        }));
                        view! { <Value state=state row=row count=count/> }
                    }
                />
                <More state=state left=Signal::derive(move || list.with(|(_, left)| *left))/>
            </div>
        },
    })
}

/// One value with its count.
#[component]
fn Value(state: FacetState, row: Row, #[prop(into)] count: Signal<u64>) -> AnyView {
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
fn More(state: FacetState, #[prop(into)] left: Signal<usize>) -> AnyView {
    let words = Find::of(lang());
    let room = memo(move || state.wish.with(|wish| wish.room));
    let set = move |room: usize| state.wish.update(|wish| wish.room = room);
    any(move || {
        let (left, room) = (left.get(), room.get());
        let more = (left > 0).then(|| {
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
        view! { <div class="row more">{more}{fewer}</div> }
    })
}

impl FacetState {
    /// Looks at the counts without copying them; `None` while they are not there.
    pub(super) fn counts<T>(self, look: impl FnOnce(&FacetCounts) -> T) -> Option<T> {
        self.answer.with(|answer| {
            let facets = &answer.value()?.merged.facets;
            let counts = facets.iter().find(|counts| counts.facet == self.facet);
            counts.map(look)
        })
    }
}

/// Whether the facet can tell listings apart: a value is stated.
fn tells(counts: &FacetCounts) -> bool {
    let mut values = counts.values.iter();
    values.any(|value| value.value != NOT_STATED && value.value != "unknown")
}
