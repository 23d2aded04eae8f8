//! One facet: checkboxes with counts, long ones with a search box, zero values greyed.

use super::{
    PanelFold, PanelPart,
    facet_order::Held,
    facet_rows::{Row, SHORT, Wish, rows},
    facet_tools::FacetTools,
    facet_value::{More, Value},
};
use crate::{
    engine::{Found, Loadable},
    i18n::{Common, Find, facet_name},
    reactive::memo,
    state::lang,
    turns::{Turn, Turns},
    view::{any, view},
};
use leptos::prelude::*;
use search::{Facet, FacetCounts, Merged, NOT_STATED, Query};
use std::{collections::BTreeSet, sync::Arc};

/// Values that are drawn in one frame.
const SOME: usize = 24;

/// An answer's counts, alike while they are of one answer.
#[derive(Clone, Default)]
pub(super) struct Counted {
    merged: Option<Arc<Merged>>,
    loading: bool,
    /// The words that it answers; those in the box may be further.
    text: String,
}

impl Counted {
    /// The counts of the present answer.
    pub(super) fn of(answer: RwSignal<Loadable<Found>>, query: Signal<Query>) -> Memo<Self> {
        let answered = StoredValue::new(String::new());
        memo(move || {
            answer.with(|answer| {
                // Only an answer that is not stale is one to the present query.
                if let Loadable::Ready(_) = answer {
                    answered.set_value(query.with_untracked(|query| query.text.clone()));
                }
                let found = answer.value();
                Self {
                    merged: found.map(|found| Arc::clone(&found.merged)),
                    loading: found.is_some_and(|found| found.loading),
                    text: answered.get_value(),
                }
            })
        })
    }
}

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        let alike = match (&self.merged, &other.merged) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        alike && self.loading == other.loading
    }
}

/// What the parts of a facet share. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct FacetState {
    pub facet: Facet,
    /// The present answer, new or stale: what changes between the two is not looked at again.
    pub counted: RwSignal<Counted>,
    /// What is chosen of the facet.
    pub chosen: Memo<BTreeSet<String>>,
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
    /// The counts of the present answer.
    counted: Memo<Counted>,
    /// The present query, for what is chosen.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the value that was clicked.
    on_toggle: Callback<(Facet, String)>,
) -> AnyView {
    let chosen = memo(move || {
        let chosen = query.with(|query| query.choices.get(&facet).cloned());
        chosen.unwrap_or_default()
    });
    let state = FacetState {
        facet,
        counted: Turns::here().follow(Turn::Beside, counted),
        chosen,
        on_toggle,
        wish: RwSignal::new(Wish {
            room: SHORT,
            ..Wish::default()
        }),
    };
    let set = Signal::derive(move || chosen.with(BTreeSet::len));
    let silent = Signal::derive(move || state.counts(tells) == Some(false) && set.get() == 0);
    let body = move || view! { <Values state=state/> };
    view! {
        <PanelFold
            part=PanelPart::Facet(facet)
            open=open
            name=facet_name(facet, lang())
            set=set
            silent=silent
            body=body
        />
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
        let (loading, text) = state
            .counted
            .with(|counted| (counted.loading, counted.text.clone()));
        let made = state.counts(|counts| {
            state.chosen.with(|chosen| {
                let wish = state.wish.get();
                held.try_update_value(|held| {
                    rows(counts, chosen, &wish, held, (text, loading), lang)
                })
            })
        });
        made.flatten().unwrap_or_default()
    });
    let all = memo(move || list.with(|(rows, _)| rows.clone()));
    let turns = (Turn::Beside, Turn::Beside);
    let same = |one: &Row, other: &Row| one.value == other.value;
    let drawn = Turns::here().follow_rows(turns, all, SOME, same).rows;
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
                    each=move || drawn.get()
                    key=|row| (row.value.clone(), row.name.clone(), row.depth, row.branch)
                    children=move |row| {
                        let value = row.value.clone();
                        let count = Signal::derive(move || drawn.with(|rows| {
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

impl FacetState {
    /// Looks at the counts without copying them; `None` while they are not there.
    pub(super) fn counts<T>(self, look: impl FnOnce(&FacetCounts) -> T) -> Option<T> {
        self.counted.with(|counted| {
            let facets = &counted.merged.as_ref()?.facets;
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
