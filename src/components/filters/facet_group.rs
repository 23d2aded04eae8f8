//! One facet: checkboxes with counts, long ones with a search box, zero values greyed.

use super::{
    PanelFold, PanelPart,
    counted::Counted,
    facet_order::Held,
    facet_rows::{SHORT, Wish, rows},
    facet_tools::FacetTools,
    facet_value::{More, Value},
};
use crate::{
    i18n::{Common, Find, facet_name},
    reactive::memo,
    state::lang,
    turns::{Turn, Turns},
    view::{any, view},
};
use leptos::prelude::*;
use search::{Facet, FacetCounts, NOT_STATED, Query};

/// Values that are drawn in one frame.
const SOME: usize = 24;

/// What the parts of a facet share. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct FacetState {
    pub facet: Facet,
    /// The present answer, new or stale: what changes between the two is not looked at again.
    pub counted: Memo<Counted>,
    /// Rises when they are to be drawn.
    turn: RwSignal<u64>,
    /// What is chosen.
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
    /// The counts of the present answer.
    counted: Memo<Counted>,
    /// What is chosen.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the value that was clicked.
    on_toggle: Callback<(Facet, String)>,
) -> AnyView {
    let state = FacetState {
        facet,
        counted,
        turn: Turns::here().follow(Turn::Beside, move || counted.with(|_| ())),
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
    let silent = Signal::derive(move || state.counts(tells) == Some(false) && chosen.get() == 0);
    let body = move || view! { <Values state=state/> };
    view! {
        <PanelFold
            part=PanelPart::Facet(facet)
            open=open
            name=facet_name(facet, lang())
            set=chosen
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
        let (loading, text) = state.newest(|counted| (counted.loading, counted.text.clone()));
        let made = state.counts(|counts| {
            state.query.with(|query| {
                let wish = state.wish.get();
                held.try_update_value(|held| {
                    rows(counts, query, &wish, held, (text, loading), lang)
                })
            })
        });
        made.flatten().unwrap_or_default()
    });
    let drawn = Turns::here().follow_rows(
        |_| Turn::Beside,
        list,
        |(rows, _)| rows.clone(),
        SOME,
        |one, other| one.value == other.value,
    );
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
                    each=move || drawn.with(Vec::clone)
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
    /// Looks at the newest counts, and again in the facet's turn when there are newer ones.
    fn newest<T>(self, look: impl FnOnce(&Counted) -> T) -> T {
        self.turn.track();
        self.counted.with_untracked(look)
    }

    /// Looks at the counts without copying them; `None` while they are not there.
    pub(super) fn counts<T>(self, look: impl FnOnce(&FacetCounts) -> T) -> Option<T> {
        self.newest(|counted| {
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
