//! The filters: beside the results on wide screens, a sheet on narrow ones.

use super::{PanelFold, PanelPart, counted::Counted, facet_group::FacetGroup};
use crate::{
    chunks,
    components::{Icon, Svg},
    engine::{Found, Loadable},
    i18n::{Common, Find, fill, grouped, range_name},
    later,
    reactive::memo,
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::{Facet, Query, Range};

/// What the filters are about. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Filters {
    /// The present answer; its facets are counted each without its own choice.
    pub answer: RwSignal<Loadable<Found>>,
    /// The present query.
    pub query: Signal<Query>,
    /// The parts that are open, and so counted.
    pub open: RwSignal<Vec<PanelPart>>,
    /// Called with the query that the visitor wants instead.
    pub on_change: Callback<Query>,
}

/// The panel. What is in it comes in a chunk: on narrow screens it is not on the first one, and
/// elsewhere its numbers come later than its code.
#[component]
pub(crate) fn FacetPanel(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query.
    #[prop(into)]
    query: Signal<Query>,
    /// The parts that are open.
    open: RwSignal<Vec<PanelPart>>,
    /// Called with the query that the visitor wants instead.
    on_change: Callback<Query>,
) -> AnyView {
    let words = Find::of(lang());
    let about = Filters {
        answer,
        query,
        open,
        on_change,
    };
    view! {
        <aside class="facets" id="facets" popover="auto" aria-label=words.filter_panel>
            <div class="row between fh">
                <h2>{words.filters}</h2>
                <button class="iconbtn only-n" type="button" popovertarget="facets" aria-label=Common::of(lang()).close>
                    <Svg icon=Icon::Close/>
                </button>
            </div>
            {later::part(|| Box::pin(chunks::filters()), about)}
        </aside>
    }
}

/// The filters themselves.
pub(crate) fn filters(about: Filters) -> AnyView {
    let Filters {
        answer,
        query,
        open,
        on_change,
    } = about;
    let words = Find::of(lang());
    let total = move || {
        let total = answer.with(|a| a.value().map_or(0, |found| found.merged.total.value));
        fill(words.show_results, &[("n", &grouped(total))])
    };
    let toggle = Callback::new(move |(facet, value): (Facet, String)| {
        let mut query = query.get_untracked();
        query.toggle(facet, &value);
        on_change.run(query);
    });
    let counted = Counted::of(answer, query);
    // What is typed changes what is counted, and nothing else here.
    let chosen = memo(move || {
        let choices = query.with(|query| query.choices.clone());
        Query {
            choices,
            ..Query::default()
        }
    });
    let parts = PanelPart::ALL.iter().map(|part| match *part {
        PanelPart::Facet(facet) => {
            view! { <FacetGroup facet=facet open=open counted=counted query=chosen on_toggle=toggle/> }
        }
        PanelPart::Range(range) => {
            let part = RangePart {
                range,
                answer,
                query,
                on_change,
            };
            view! { <RangeGroup part=part open=open/> }
        }
    });
    view! {
        <div>
            {parts.collect_view()}
            <button class="btn main wide only-n" type="button" popovertarget="facets">{total}</button>
        </div>
    }
}

/// What the form of a range is about. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct RangePart {
    /// Which.
    pub range: Range,
    /// The present answer, for the scales.
    pub answer: RwSignal<Loadable<Found>>,
    /// The present query.
    pub query: Signal<Query>,
    /// Called with the query that the visitor wants instead.
    pub on_change: Callback<Query>,
}

/// A range folds like a facet; its form comes when it is first opened.
#[component]
fn RangeGroup(part: RangePart, open: RwSignal<Vec<PanelPart>>) -> AnyView {
    let range = part.range;
    let is_set = move || part.query.with(|query| query.ranges.contains_key(&range));
    let set = Signal::derive(move || usize::from(is_set()));
    let body = move || later::part(|| Box::pin(chunks::range_form()), part);
    view! {
        <PanelFold
            part=PanelPart::Range(range)
            open=open
            name=range_name(range, lang())
            set=set
            silent=Signal::derive(|| false)
            body=body
        />
    }
}
