//! Where the facts of the directory come from, as the catalogs name it.

use super::{Written, address_of};
use crate::{
    components::{Said, said_text},
    i18n::{Exchanges as Words, fill},
    pages::listing,
    state::lang,
};
use leptos::prelude::*;
use search::{Directory, SourceEntry};
use std::sync::Arc;

/// The section; nothing when no catalog names a source.
#[component]
pub(super) fn Sources(directory: Arc<Directory>) -> impl IntoView {
    let words = Words::of(lang());
    (!directory.sources.is_empty()).then(|| {
        let each = directory.sources.iter().cloned().map(|entry| view! { <Cited entry=entry/> });
        view! {
            <section class="band body-links">
                <div class="bandhead"><h2>{words.sources}</h2><p>{words.sources_note}</p></div>
                <ol class="cited">{each.collect_view()}</ol>
            </section>
        }
    })
}

#[component]
fn Cited(entry: SourceEntry) -> impl IntoView {
    let words = Words::of(lang());
    let source = entry.source;
    let address = address_of(&entry.key, source.url.as_deref());
    let published = source.published.as_ref().and_then(|date| match &date.verbatim {
        Some(_) if date.earliest == date.latest => date.verbatim.clone(),
        _ => Some(fill(words.days, &[("from", &date.earliest), ("to", &date.latest)])),
    });
    let dates = [
        published.map(|date| fill(words.source_date, &[("date", &date)])),
        source.retrieved.as_ref().map(|date| fill(words.source_read, &[("date", date)])),
    ];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    let by: Vec<String> =
        [source.publisher, source.author].into_iter().flatten().collect();
    let named = !said_text(&source.title).is_empty();
    view! {
        <li>
            <b>{match named {
                true => view! { <Said text=source.title/> }.into_any(),
                false => source.id.into_any(),
            }}</b>
            {(!by.is_empty()).then(|| view! { " · "<Written words=by.join(" · ")/> })}
            {(!dates.is_empty()).then(|| view! { <span class="muted">" · "{dates.join(" · ")}</span> })}
            {address.map(|address| view! { <br/>{listing::link(address)} })}
            {source.note.map(|note| view! { <br/><span class="muted"><Said text=note/></span> })}
        </li>
    }
}
