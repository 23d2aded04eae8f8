//! Where the facts of the directory come from, as the catalogs name it.

use super::{Written, address_of};
use crate::{
    components::{Said, link, said_text},
    i18n::{Exchanges as Words, fill},
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::{Directory, SourceEntry};
use std::sync::Arc;

/// The section; nothing when no record of the directory cites a source.
#[component]
pub(super) fn Sources(directory: Arc<Directory>) -> Option<AnyView> {
    let words = Words::of(lang());
    let cited = cited(&directory);
    let shown = directory
        .sources
        .iter()
        .filter(|entry| cited.contains(&entry.key));
    let each: Vec<_> = shown
        .cloned()
        .map(|entry| view! { <Cited entry=entry/> })
        .collect();
    (!each.is_empty()).then(|| {
        view! {
            <section class="band body-links">
                <div class="bandhead"><h2>{words.sources}</h2><p>{words.sources_note}</p></div>
                <ol class="cited">{each}</ol>
            </section>
        }
    })
}

/// Keys of the sources that exchanges and platforms cite; listings have theirs on their page.
fn cited(directory: &Directory) -> Vec<String> {
    let mut keys = Vec::new();
    for entry in &directory.exchanges {
        let catalog = entry.key.split('~').next().unwrap_or_default();
        let of_platforms = entry
            .platforms
            .iter()
            .flat_map(|platform| &platform.assertions);
        let assertions = entry.exchange.assertions.iter().chain(of_platforms);
        keys.extend(assertions.filter_map(|a| Some(format!("{catalog}~{}", a.source.as_ref()?))));
    }
    keys
}

#[component]
fn Cited(entry: SourceEntry) -> AnyView {
    let words = Words::of(lang());
    let source = entry.source;
    let address = address_of(&entry.key, source.url.as_deref());
    let published = source
        .published
        .as_ref()
        .and_then(|date| match &date.verbatim {
            Some(_) if date.earliest == date.latest => date.verbatim.clone(),
            _ => Some(fill(
                words.days,
                &[("from", &date.earliest), ("to", &date.latest)],
            )),
        });
    let dates = [
        published.map(|date| fill(words.source_date, &[("date", &date)])),
        source
            .retrieved
            .as_ref()
            .map(|date| fill(words.source_read, &[("date", date)])),
    ];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    let by: Vec<String> = [source.publisher, source.author]
        .into_iter()
        .flatten()
        .collect();
    let named = !said_text(&source.title).is_empty();
    view! {
        <li>
            <b>{match named {
                true => view! { <Said text=source.title/> },
                false => any(source.id),
            }}</b>
            {(!by.is_empty()).then(|| view! { " · "<Written words=by.join(" · ")/> })}
            {(!dates.is_empty()).then(|| view! { <span class="muted">" · "{dates.join(" · ")}</span> })}
            {address.map(|address| view! { <br/>{link(address)} })}
            {source.note.map(|note| view! { <br/><span class="muted"><Said text=note/></span> })}
        </li>
    }
}
