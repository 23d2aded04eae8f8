//! The sources: how each stands, how much of it was read, and what to do when it was not.

use crate::{
    components::{Icon, NotStated, Notice, Said, Svg, Tone},
    engine::SearchEngine,
    i18n::{Shop as Words, bytes, failure, fill, grouped},
    state::{lang, source_name},
    view::{any, view},
};
use leptos::prelude::*;
use wire::search::{Failure, SourceReport, SourceState};

/// The section.
#[component]
pub(super) fn Sources() -> AnyView {
    let words = Words::of(lang());
    let sources = SearchEngine::here().sources();
    view! {
        <section class="band first">
            <div class="bandhead">
                <h2>{words.sources}</h2>
                <p role="status">{move || sources.with(|sources| standing(sources))}</p>
            </div>
            {move || sources.with(|sources| match sources.is_empty() {
                true => view! { <p class="muted">{words.sources_none}</p> },
                false => view! { <Table sources=sources.clone()/> },
            })}
        </section>
    }
}

/// How many were read, of how many.
fn standing(sources: &[SourceReport]) -> String {
    let words = Words::of(lang());
    let count = |is: fn(&SourceState) -> bool| sources.iter().filter(|s| is(&s.state)).count();
    let ready = count(|state| matches!(state, SourceState::Ready { .. })).to_string();
    let loading = count(|state| matches!(state, SourceState::Loading));
    if sources.is_empty() {
        return String::new();
    }
    let all = sources.len().to_string();
    let mut said = fill(words.sources_read, &[("ready", &ready), ("all", &all)]);
    if loading > 0 {
        said.push_str(lang().pick("", " "));
        said.push_str(&fill(words.sources_loading, &[("n", &loading.to_string())]));
    }
    said
}

#[component]
fn Table(sources: Vec<SourceReport>) -> AnyView {
    let words = Words::of(lang());
    let rows = sources
        .into_iter()
        .map(|report| view! { <Row report=report/> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.sources>
            <table class="table srctable" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" scope="col">{words.source}</th>
                    <th role="columnheader" scope="col">{words.state}</th>
                    <th role="columnheader" scope="col" class="r">{words.listings}</th>
                    <th role="columnheader" scope="col" class="r">{words.exchanges}</th>
                    <th role="columnheader" scope="col" class="r">{words.size}</th>
                    <th role="columnheader" scope="col">{words.dated}</th>
                    <th role="columnheader" scope="col" class="r">{words.took}</th>
                </tr></thead>
                {rows.collect_view()}
            </table>
        </div>
    }
}

/// A source; when it was not read, the reason and the next step stand in a row below it.
#[component]
fn Row(report: SourceReport) -> AnyView {
    let (listings, exchanges) = match report.state {
        SourceState::Ready {
            listings,
            exchanges,
            ..
        } => (grouped(listings), grouped(exchanges)),
        _ => (String::new(), String::new()),
    };
    let read = (report.bytes > 0).then(|| bytes(report.bytes));
    let took = (report.state != SourceState::Loading).then(|| duration(report.took_millis));
    let why = match &report.state {
        SourceState::Failed { failure } => {
            Some(view! { <Why failure=failure.clone() report=report.clone()/> })
        }
        _ => None,
    };
    let ready = matches!(report.state, SourceState::Ready { .. });
    let dated = match report.modified.clone() {
        None if ready => view! { <NotStated/> },
        date => any(date),
    };
    let words = Words::of(lang());
    // On narrow screens a row is a block, and each cell says its column.
    let cell = |label: &'static str, value: AnyView| {
        view! { <td role="cell" class="r" data-label=label>{value}</td> }
    };
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th role="rowheader" scope="row"><Named report=report.clone()/></th>
                <td role="cell" data-label=words.state><State state=report.state.clone()/></td>
                {cell(words.listings, any(listings))}
                {cell(words.exchanges, any(exchanges))}
                {cell(words.size, any(read))}
                <td role="cell" class="num" data-label=words.dated>{dated}</td>
                {cell(words.took, any(took))}
            </tr>
            {why}
        </tbody>
    }
}

/// Name, address, what the catalog says of itself, and the configuration's banner.
#[component]
fn Named(report: SourceReport) -> AnyView {
    let description = report.description.clone().map(|text| {
        view! { <span class="sub"><Said text=text/></span> }
    });
    let banner = report.banner.clone().map(|text| {
        view! { <span class="sub warnline"><Svg icon=Icon::Warning/><Said text=text/></span> }
    });
    view! {
        {source_name(&report)}
        <code class="addr">{report.url}</code>
        {description}
        {banner}
    }
}

#[component]
fn State(state: SourceState) -> AnyView {
    let words = Words::of(lang());
    let (class, icon, said) = match state {
        SourceState::Loading => ("st", Icon::Clock, words.loading.to_owned()),
        SourceState::Ready {
            files: (ready, all),
            ..
        } if ready < all => {
            let files = [("ready", grouped(ready)), ("all", grouped(all))];
            let files: Vec<(&str, &str)> = files.iter().map(|(n, v)| (*n, v.as_str())).collect();
            (
                "st is-doubt",
                Icon::Warning,
                fill(words.partial_files, &files),
            )
        }
        SourceState::Ready { .. } => ("st is-free", Icon::Ok, words.ready.to_owned()),
        SourceState::Failed { .. } => ("st is-err", Icon::Error, words.failed.to_owned()),
    };
    view! { <span class=class><Svg icon=icon/>{said}</span> }
}

#[component]
fn Why(failure: Failure, report: SourceReport) -> AnyView {
    let words = Words::of(lang());
    let engine = SearchEngine::here();
    let (what, next) = self::failure(&failure, lang());
    let label = fill(words.retry_source, &[("name", &source_name(&report))]);
    let code = match failure.data.is_empty() {
        true => failure.code,
        false => format!("{}: {}", failure.code, failure.data),
    };
    let id = StoredValue::new(report.id);
    view! {
        <tr class="why" role="row">
            <td colspan="7" role="cell">
                <Notice tone=Tone::Warning>
                    <p>{what}" "{next}</p>
                    <p class="row">
                        <button class="btn small" type="button" aria-label=label on:click=move |_| engine.retry(&id.get_value())>
                            <Svg icon=Icon::Retry/>
                            {words.retry}
                        </button>
                        <a href=report.url rel="noopener noreferrer nofollow">{words.open_address}</a>
                        <code>{code}</code>
                    </p>
                </Notice>
            </td>
        </tr>
    }
}

fn duration(millis: u64) -> String {
    let words = Words::of(lang());
    match millis {
        0..1000 => fill(words.millis, &[("n", &grouped(millis))]),
        _ => fill(
            words.seconds,
            &[("n", &format!("{}.{}", millis / 1000, millis % 1000 / 100))],
        ),
    }
}
