//! The platforms: sites of exchanges, and what each offers. What is not said is "not stated".

use super::{address_of, names::Written};
use crate::{
    components::{EvidenceMark, NotStated, Said, link},
    i18n::Exchanges as Words,
    state::{href, lang},
    view::view,
};
use catalog::{Key, Platform, PlatformFeatures, Tri};
use leptos::prelude::*;
use routes::Route;
use search::ExchangeEntry;
use std::sync::Arc;

/// The section of the directory; nothing when no platform is named.
#[component]
pub(super) fn Platforms(entries: Arc<Vec<ExchangeEntry>>) -> Option<AnyView> {
    let words = Words::of(lang());
    let with: Vec<ExchangeEntry> = entries
        .iter()
        .filter(|entry| !entry.platforms.is_empty())
        .cloned()
        .collect();
    (!with.is_empty()).then(|| {
        view! {
            <section class="band">
                <div class="bandhead"><h2>{words.platforms_title}</h2><p>{words.platforms_note}</p></div>
                <PlatformTable entries=with/>
            </section>
        }
    })
}

/// A row a platform: its name, city, site and features.
#[component]
pub(in crate::pages) fn PlatformTable(
    /// Exchanges with their platforms.
    entries: Vec<ExchangeEntry>,
) -> AnyView {
    let words = Words::of(lang());
    let rows = entries.into_iter().flat_map(|entry| {
        let platforms = entry.platforms.clone();
        platforms
            .into_iter()
            .map(move |platform| view! { <Row entry=entry.clone() platform=platform/> })
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.features>
            <table class="table feats">
                <thead><tr>
                    <th scope="col">{words.platform}</th>
                    <th scope="col">{words.city}</th>
                    <th scope="col">{words.feature_search}</th>
                    <th scope="col">{words.feature_categories}</th>
                    <th scope="col">{words.feature_free}</th>
                    <th scope="col">{words.feature_register}</th>
                    <th scope="col">{words.feature_negotiable}</th>
                    <th scope="col">{words.homepage}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(entry: ExchangeEntry, platform: Platform) -> AnyView {
    let words = Words::of(lang());
    let page = Key::parse(&entry.key).map(|key| href(&Route::Exchange(key)));
    let name = platform
        .name
        .clone()
        .unwrap_or_else(|| entry.exchange.name.clone());
    let site = address_of(&entry.key, platform.url.as_deref());
    let PlatformFeatures {
        search,
        categories,
        free_public_data,
        registration_required,
        negotiable_prices,
    } = platform.features.clone();
    let offers = (words.tri_yes, words.tri_no);
    let needs = (words.need_yes, words.need_no);
    let cell = |path: &'static str, value: Option<Tri>, yes_no| {
        let mark = view! { <EvidenceMark assertions=platform.assertions.clone() path=path/> };
        match tri(value, yes_no) {
            Some(word) => view! { <td>{word}{mark}</td> },
            None => view! { <td><NotStated/></td> },
        }
    };
    view! {
        <tr>
            <th scope="row"><a href=page><Said text=name/></a></th>
            <td>{match platform.locality.clone() {
                Some(text) => view! { <Said text=text/> },
                None => match entry.exchange.location.verbatim.clone() {
                    Some(words) => view! { <Written words=words/> },
                    None => view! { <NotStated/> },
                },
            }}</td>
            {cell("/features/search", search, offers)}
            {cell("/features/categories", categories, offers)}
            {cell("/features/freePublicData", free_public_data, offers)}
            {cell("/features/registrationRequired", registration_required, needs)}
            {cell("/features/negotiablePrices", negotiable_prices, offers)}
            <td>{match site {
                Some(site) => link(site),
                None => view! { <NotStated/> },
            }}</td>
        </tr>
    }
}

fn tri(value: Option<Tri>, (yes, no): (&'static str, &'static str)) -> Option<&'static str> {
    match value? {
        Tri::Yes => Some(yes),
        Tri::No => Some(no),
        Tri::Some => Some(Words::of(lang()).tri_some),
        Tri::Unknown => None,
    }
}
