//! Names in both languages, and the source's own words with the language they are in.

use crate::{engine::SearchEngine, i18n::Lang, state::lang, view::view};
use catalog::{Key, Text};
use leptos::prelude::*;

/// A name in another language than the one shown, if the record has one.
pub(in crate::pages) fn other_name(name: &Text) -> Option<(String, String)> {
    let (shown, _) = name.pick(lang().tag(), "zh")?;
    let shown = Lang::parse(shown);
    let other = name.iter().find(|(tag, _)| Lang::parse(tag) != shown)?;
    Some((other.0.to_owned(), other.1.to_owned()))
}

/// The pointer of a name in the language of `tag`.
pub(in crate::pages) fn name_path(tag: &str) -> &'static str {
    match Lang::parse(tag) {
        Some(Lang::Zh) => "/name/zh",
        Some(Lang::En) => "/name/en",
        None => "/name",
    }
}

/// The source's own words. Their language is not stated; letters of ASCII alone are taken
/// for English, so that speech does not read them as Chinese.
#[component]
pub(in crate::pages) fn Written(words: String) -> AnyView {
    let is_latin = words.is_ascii() && words.contains(|c: char| c.is_ascii_alphabetic());
    let tag = (is_latin && lang() == Lang::Zh).then_some("en");
    view! { <span lang=tag>{words}</span> }
}

/// A link of a catalog, resolved against the address of the source of `key`.
pub(in crate::pages) fn address_of(key: &str, link: Option<&str>) -> Option<String> {
    let source = Key::parse(key)?;
    let base = SearchEngine::here().sources().with_untracked(|reports| {
        let report = reports.iter().find(|report| report.id == source.source());
        report.map(|report| report.url.clone())
    })?;
    platform::resolve(&base, link?)
}
