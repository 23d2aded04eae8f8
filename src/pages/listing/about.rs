//! What it is: the text, then the facts that a buyer and the public look for first.

use super::coverage::{period, place};
use crate::{
    components::{Fact, FactList, Said, said_text},
    i18n::{ListingWords, Named as _, date, industry, language, quantity, update_frequency},
    state::lang,
    view::{nothing, view},
};
use catalog::Text;
use leptos::prelude::*;
use search::ListingPage;
use std::sync::Arc;

/// The section.
#[component]
pub(super) fn About(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let listing = &page.listing;
    let text = match &listing.description {
        Some(text) => view! { <Paragraphs text=text.clone()/> },
        None => view! { <p class="quiet">{words.no_description}</p> },
    };
    let verbatim = listing.verbatim.clone().map(|verbatim| {
        view! { <p class="quiet small">{words.as_written}": "{verbatim}</p> }
    });
    let (asked, extra) = facts(&page);
    let mut all = asked;
    all.extend(extra.into_iter().filter(Fact::is_stated));
    view! {
        <section>
            <h2>{words.what}</h2>
            {text}
            {verbatim}
            <FactList facts=all assertions=page.assertions.clone()/>
        </section>
    }
}

/// A text of several lines as paragraphs.
#[component]
fn Paragraphs(text: Text) -> AnyView {
    let Some((tag, words)) = text.pick(lang().tag(), "zh") else {
        return nothing();
    };
    let tag = tag.to_owned();
    let lines = words
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(200);
    let paragraphs = lines
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    view! { <div class="stack prose" lang=tag>{paragraphs}</div> }
}

/// Facts that are always asked about, and those shown only when stated.
fn facts(page: &ListingPage) -> (Vec<Fact>, Vec<Fact>) {
    let words = ListingWords::of(lang());
    let lang = lang();
    let listing = &page.listing;
    let join = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(lang.pick("、", ", ")));
    let known =
        |name: &'static str| (name != lang.pick("未说明", "Not stated")).then(|| name.to_owned());
    let asked = vec![
        Fact::text(
            words.period,
            listing.temporal.as_ref().and_then(period),
            "/temporal",
        ),
        Fact::text(
            words.place,
            join(listing.spatial.iter().filter_map(place).collect()),
            "/spatial",
        ),
        Fact::text(
            words.size,
            join(listing.extent.iter().map(sized).collect()),
            "/extent",
        ),
        Fact::text(
            words.update,
            listing
                .update_frequency
                .as_ref()
                .map(|f| update_frequency(f, lang)),
            "/updateFrequency",
        ),
    ];
    let modalities = listing
        .modalities
        .iter()
        .filter_map(|m| known(m.name(lang)))
        .collect();
    let languages = listing
        .languages
        .iter()
        .map(|tag| language(tag, lang))
        .collect();
    let shelves = page.categories.iter().map(|path| {
        let names: Vec<String> = path
            .iter()
            .map(|category| said_text(&category.label))
            .collect();
        names.join(" / ")
    });
    let keywords = listing.keywords.iter().map(said_text).collect();
    let industries = listing
        .industries
        .iter()
        .map(|code| industry(code, lang))
        .collect();
    let collection = listing.collection.clone().unwrap_or_default();
    let said = |text: Option<Text>| text.map(|text| view! { <Said text=text/> });
    let extra = vec![
        Fact::text(words.category, join(shelves.collect()), "/categories"),
        Fact::text(words.industry, join(industries), "/industries"),
        Fact::text(words.modalities, join(modalities), "/modalities"),
        Fact::text(words.languages, join(languages), "/languages"),
        Fact::text(words.keywords, join(keywords), "/keywords"),
        Fact::text(
            words.intended_use,
            join(listing.intended_use.clone()),
            "/intendedUse",
        ),
        Fact::text(
            words.subject,
            listing.data_subject.and_then(|s| known(s.name(lang))),
            "/dataSubject",
        ),
        Fact::text(
            words.acquisition,
            listing.acquisition.and_then(|a| known(a.name(lang))),
            "/acquisition",
        ),
        Fact::new(words.device, said(collection.device), "/collection/device"),
        Fact::new(words.method, said(collection.method), "/collection/method"),
        Fact::text(words.issued, listing.issued.as_ref().map(date), "/issued"),
        Fact::text(
            words.modified,
            listing.modified.as_ref().map(date),
            "/modified",
        ),
        Fact::text(words.version, listing.version.clone(), "/version"),
        Fact::text(
            words.identifier,
            join(
                listing
                    .identifiers
                    .iter()
                    .map(|i| format!("{} {}", i.scheme, i.value))
                    .collect(),
            ),
            "/identifiers",
        ),
    ];
    (asked, extra)
}

/// A size with the source's words beside it, where they differ.
fn sized(size: &catalog::Quantity) -> String {
    let words = ListingWords::of(lang());
    let shown = quantity(size, lang());
    match &size.verbatim {
        Some(verbatim) if *verbatim != shown => {
            let as_written = crate::i18n::fill(words.verbatim, &[("text", verbatim)]);
            format!(
                "{shown}{}{as_written}{}",
                lang().pick("（", " ("),
                lang().pick("）", ")")
            )
        }
        _ => shown,
    }
}
