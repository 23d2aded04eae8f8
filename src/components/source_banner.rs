//! What stands above every page when not all is as it should be: sources that failed,
//! invented listings, a program that did not start.

use super::{Notice, Said, Tone};
use crate::{
    engine::SearchEngine,
    i18n::{Common, fill},
    reactive::memo,
    state::{Site, href, lang, source_name},
    view::view,
};
use catalog::Text;
use leptos::prelude::*;
use routes::Route;
use wire::search::{SourceReport, SourceState};

/// The banners, or nothing.
#[component]
pub(crate) fn SourceBanner() -> AnyView {
    let engine = SearchEngine::here();
    let sources = engine.sources();
    let failed = memo(move || sources.with(|sources| failed_words(sources)));
    let banners = memo(move || sources.with(|sources| banner_words(sources)));
    let unconfigured = Site::here().is_unconfigured();
    let words = Common::of(lang());
    view! {
        <div class="wrap banners">
            {unconfigured.then(|| view! {
                <Notice tone=Tone::Bad>
                    <p>{words.config_missing}</p>
                    <p class="row">
                        <button class="btn small" type="button" on:click=|_| platform::reload()>{words.reload}</button>
                    </p>
                </Notice>
            })}
            {move || engine.broken().get().map(|failure| view! {
                <Notice tone=Tone::Bad head=words.engine_failed>
                    <p>{words.engine_failed_next}" "<code>{failure.code}": "{failure.data}</code></p>
                </Notice>
            })}
            {move || failed.get().map(|words| view! { <FailedSources words=words/> })}
            {move || banners.get().into_iter().map(|(name, banner)| view! {
                <Notice tone=Tone::Warning><p><b>{name}</b>" "<Said text=banner/></p></Notice>
            }).collect_view()}
        </div>
    }
}

#[component]
fn FailedSources(words: String) -> AnyView {
    let common = Common::of(lang());
    let engine = SearchEngine::here();
    let retry = move |_| {
        let failed = engine.sources().with_untracked(|sources| {
            let failed = sources.iter().filter(|s| is_failed(s));
            failed.map(|s| s.id.clone()).collect::<Vec<_>>()
        });
        for source in failed {
            engine.retry(&source);
        }
    };
    view! {
        <Notice tone=Tone::Warning>
            <p>{words}</p>
            <p class="row">
                <button class="btn small" type="button" on:click=retry>{common.retry}</button>
                <a href=href(&Route::About)>{common.see_sources}</a>
            </p>
        </Notice>
    }
}

fn is_failed(report: &SourceReport) -> bool {
    matches!(report.state, SourceState::Failed { .. })
}

fn failed_words(sources: &[SourceReport]) -> Option<String> {
    let words = Common::of(lang());
    let names: Vec<String> = sources
        .iter()
        .filter(|s| is_failed(s))
        .map(source_name)
        .collect();
    if names.is_empty() {
        return None;
    }
    let ready = sources
        .iter()
        .filter(|s| matches!(s.state, SourceState::Ready { .. }))
        .count();
    let count = fill(
        words.partial,
        &[
            ("ready", &ready.to_string()),
            ("all", &sources.len().to_string()),
        ],
    );
    let which = fill(
        words.partial_failed,
        &[("names", &names.join(lang().pick("、", ", ")))],
    );
    Some(format!("{count} {which}"))
}

/// Banners of the sources whose listings are on the shelf.
fn banner_words(sources: &[SourceReport]) -> Vec<(String, Text)> {
    let ready = |report: &&SourceReport| matches!(report.state, SourceState::Ready { .. });
    let words = |report: &SourceReport| Some((source_name(report), report.banner.clone()?));
    sources.iter().filter(ready).filter_map(words).collect()
}
