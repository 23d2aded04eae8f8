//! Where each value comes from: the catalog's own assertions, all of them.

use crate::{
    components::{Said, said_text},
    i18n::{ListingWords, Named as _, fill},
    state::lang,
    view::view,
};
use catalog::Assertion;
use leptos::prelude::*;
use search::ListingPage;
use std::sync::Arc;

/// The section; nothing when the catalog makes no assertions.
#[component]
pub(super) fn Evidence(page: Arc<ListingPage>) -> Option<AnyView> {
    let words = ListingWords::of(lang());
    if page.assertions.is_empty() && page.default_assertion.is_none() {
        return None;
    }
    let rest = page.default_assertion.as_ref().map(|base| {
        let source = base.source.as_ref().map(|id| source_name(&page, id));
        let status = base.status.name(lang()).to_owned();
        let status = source.map_or(status.clone(), |source| format!("{status} · {source}"));
        view! { <p class="small muted">{fill(words.evidence_default, &[("status", &status)])}</p> }
    });
    let rows = page
        .assertions
        .iter()
        .map(|assertion| row(&page, assertion))
        .collect_view();
    Some(view! {
        <section>
            <details>
                <summary><h2>{words.evidence}</h2></summary>
                {rest}
                <div class="scroll" tabindex="0" role="region" aria-label=words.evidence>
                    <table class="table">
                        <thead><tr>
                            <th scope="col">{words.evidence_value}</th>
                            <th scope="col">{words.evidence_status}</th>
                            <th scope="col">{words.evidence_source}</th>
                            <th scope="col">{words.evidence_note}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </section>
    })
}

fn row(page: &ListingPage, assertion: &Assertion) -> AnyView {
    let source = assertion.source.as_ref().map(|id| source_name(page, id));
    view! {
        <tr>
            <th scope="row"><code>{assertion.path.clone()}</code></th>
            <td>{assertion.status.name(lang())}</td>
            <td>{source}</td>
            <td>{assertion.note.clone().map(|note| view! { <Said text=note/> })}</td>
        </tr>
    }
}

fn source_name(page: &ListingPage, id: &str) -> String {
    let found = page.sources.iter().find(|source| source.id == id);
    found.map_or_else(|| id.to_owned(), |source| said_text(&source.title))
}
