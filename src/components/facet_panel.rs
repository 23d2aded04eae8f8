//! The filters: beside the results on wide screens, a sheet on narrow ones.

use super::{Icon, Svg, facet_group::FacetGroup};
use crate::{
    engine::{Found, Loadable},
    i18n::{Common, Find, fill, grouped},
    reactive::memo,
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::{Facet, FacetCounts, NOT_STATED, Query};

/// The panel.
#[component]
pub(crate) fn FacetPanel(
    /// The present answer; its facets are counted each without its own choice.
    answer: RwSignal<Loadable<Found>>,
    /// The present query.
    #[prop(into)]
    query: Signal<Query>,
    /// Called with the value that was clicked.
    #[prop(into)]
    on_toggle: Callback<(Facet, String)>,
    /// Facets that the page itself fixes.
    #[prop(optional)]
    without: &'static [Facet],
) -> AnyView {
    let words = Find::of(lang());
    // The list of facets changes only when sources come; their counts change all the time.
    let facets = memo(move || {
        answer
            .with(|answer| answer.value().map(|found| useful(&found.merged.facets)))
            .unwrap_or_default()
    });
    let total = move || {
        let total = answer.with(|a| a.value().map_or(0, |found| found.merged.total.value));
        fill(words.show_results, &[("n", &grouped(total))])
    };
    view! {
        <aside class="facets" id="facets" popover="auto" aria-label=words.filter_panel>
            <div class="row between fh">
                <h2>{words.filters}</h2>
                <button class="iconbtn only-n" type="button" popovertarget="facets" aria-label=Common::of(lang()).close>
                    <Svg icon=Icon::Close/>
                </button>
            </div>
            <For
                each=move || facets.get().into_iter().filter(|facet| !without.contains(facet))
                key=|facet| *facet
                children=move |facet| {
                    let counts = Signal::derive(move || counts_of(answer, facet));
                    view! { <FacetGroup facet=facet counts=counts query=query on_toggle=on_toggle/> }
                }
            />
            <button class="btn main wide only-n" type="button" popovertarget="facets">{total}</button>
        </aside>
    }
}

/// Facets that can tell listings apart: more than one value, or one that is stated.
fn useful(facets: &[FacetCounts]) -> Vec<Facet> {
    let tells = |counts: &&FacetCounts| {
        counts
            .values
            .iter()
            .any(|value| value.value != NOT_STATED && value.value != "unknown")
    };
    let present: Vec<Facet> = facets
        .iter()
        .filter(tells)
        .map(|counts| counts.facet)
        .collect();
    Facet::ALL
        .iter()
        .copied()
        .filter(|facet| present.contains(facet))
        .collect()
}

fn counts_of(answer: RwSignal<Loadable<Found>>, facet: Facet) -> FacetCounts {
    let found = answer.with(|answer| {
        let facets = &answer.value()?.merged.facets;
        facets.iter().find(|counts| counts.facet == facet).cloned()
    });
    found.unwrap_or(FacetCounts {
        facet,
        values: Vec::new(),
    })
}
