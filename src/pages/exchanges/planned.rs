//! What a source says is planned without naming it. It comes from the catalog's own `facts`
//! (`otherLocalitiesAtLeast`, `partnershipsWithSingapore`) and counts nowhere else.

use crate::{
    engine::SearchEngine,
    i18n::{Exchanges as Words, fill, grouped},
    state::{lang, source_name},
    view::{any, view},
};
use leptos::prelude::*;
use wire::search::{SourceReport, SourceState};

/// The section; nothing when no source says so.
#[component]
pub(super) fn Planned() -> AnyView {
    let words = Words::of(lang());
    let sources = SearchEngine::here().sources();
    any(move || {
        let said: Vec<(String, Vec<String>)> = sources.with(|sources| {
            let plans = |report: &SourceReport| (source_name(report), plans(report));
            sources
                .iter()
                .map(plans)
                .filter(|(_, plans)| !plans.is_empty())
                .collect()
        });
        (!said.is_empty()).then(|| {
            let groups = said.into_iter().map(|(source, plans)| {
                let plans = plans.into_iter().map(|plan| view! { <li>{plan}</li> });
                view! {
                    <ul class="plans">{plans.collect_view()}</ul>
                    <p class="small muted">{fill(words.facts_source, &[("source", &source)])}</p>
                }
            });
            view! {
                <section class="band">
                    <div class="bandhead"><h2>{words.also_planned}</h2></div>
                    {groups.collect_view()}
                </section>
            }
        })
    })
}

fn plans(report: &SourceReport) -> Vec<String> {
    let words = Words::of(lang());
    if !matches!(report.state, SourceState::Ready { .. }) {
        return Vec::new();
    }
    let facts = [
        ("otherLocalitiesAtLeast", words.unnamed),
        ("partnershipsWithSingapore", words.partnerships),
    ];
    let said = facts.into_iter().filter_map(|(name, words)| {
        let n = report.facts.get(name)?.as_u64().filter(|n| *n > 0)?;
        Some(fill(words, &[("n", &grouped(n))]))
    });
    said.collect()
}
