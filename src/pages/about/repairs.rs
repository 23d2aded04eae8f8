//! What was repaired, doubted or left out while reading, source by source.

use crate::{
    components::{Icon, Svg},
    engine::SearchEngine,
    i18n::{Shop as Words, catalog_notice, fill, grouped, notice_place},
    reactive::memo,
    state::{lang, source_name},
    view::view,
};
use catalog::{Notice, Severity};
use leptos::prelude::*;
use search::ordered;
use wire::search::SourceState;

/// Notices that are listed; the rest are counted. A page of thousands helps nobody.
const LISTED: usize = 100;

/// The section.
#[component]
pub(super) fn Repairs() -> AnyView {
    let words = Words::of(lang());
    let sources = SearchEngine::here().sources();
    // Only settled sources: a list that grows under the reader's eyes cannot be read.
    let settled = memo(move || {
        sources.with(|sources| {
            let read = sources
                .iter()
                .filter(|s| matches!(s.state, SourceState::Ready { .. }));
            read.map(|report| {
                let name = source_name(report);
                (name, report.notices.clone(), report.mended.clone())
            })
            .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="band">
            <div class="bandhead"><h2>{words.repairs}</h2><p>{words.repairs_lead}</p></div>
            {move || settled.get().into_iter().map(|(name, notices, mended)| {
                let built = fill(words.mended_of, &[("source", &name)]);
                let none = fill(words.no_repairs, &[("source", &name)]);
                let of = fill(words.repairs_of, &[("source", &name)]);
                // A clean file that was mended when it was built is not said to be unmended.
                let only_built = notices.is_empty() && !mended.is_empty();
                view! {
                    {(!only_built).then(|| view! { <OfSource head=of none=none notices=notices/> })}
                    <OfSource head=built none="" notices=mended/>
                }
            }).collect_view()}
        </section>
    }
}

/// The notices of a source under `head`, or that there are `none`.
#[component]
fn OfSource(
    #[prop(into)] head: String,
    #[prop(into)] none: String,
    notices: Vec<Notice>,
) -> Option<AnyView> {
    if notices.is_empty() {
        return (!none.is_empty()).then(|| view! { <p class="quiet">{none}</p> });
    }
    let n = grouped(notices.len() as u64);
    let head = fill(&head, &[("n", &n)]);
    let open = RwSignal::new(false);
    let label = head.clone();
    let rows = StoredValue::new(notices);
    Some(view! {
        <details class="repairs" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{head}</summary>
            {move || open.get().then(|| view! { <Kinds notices=rows.get_value()/><NoticeTable notices=rows.get_value() label=label.clone()/> })}
        </details>
    })
}

/// How often each kind occurs, the most frequent first.
#[component]
fn Kinds(notices: Vec<Notice>) -> AnyView {
    let mut kinds: Vec<(String, u64)> = Vec::new();
    for notice in &notices {
        let what = catalog_notice(notice, lang()).0;
        match kinds.iter_mut().find(|(known, _)| *known == what) {
            Some((_, n)) => *n += 1,
            None => kinds.push((what, 1)),
        }
    }
    let kinds = ordered(kinds, &|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    let each = kinds.into_iter().map(|(what, n)| {
        view! { <li>{what}" "<span class="num muted">{grouped(n)}</span></li> }
    });
    view! { <ul class="kinds plain small" role="list">{each.collect_view()}</ul> }
}

/// The gravest first, in reading order among equals.
#[component]
pub(super) fn NoticeTable(
    /// The notices.
    notices: Vec<Notice>,
    /// What the table is, for speech.
    #[prop(into)]
    label: String,
) -> AnyView {
    let words = Words::of(lang());
    let all = notices.len();
    let notices = ordered(notices, &|a, b| b.severity.cmp(&a.severity));
    let rows = notices.iter().take(LISTED).map(row).collect_view();
    let cut = (all > LISTED).then(|| {
        let n = grouped(all as u64);
        fill(
            words.repairs_first,
            &[("n", &n), ("shown", &grouped(LISTED as u64))],
        )
    });
    view! {
        {cut.map(|words| view! { <p class="small muted">{words}</p> })}
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table notices">
                <thead><tr>
                    <th scope="col">{words.what}</th>
                    <th scope="col">{words.place}</th>
                    <th scope="col">{words.value}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(notice: &Notice) -> AnyView {
    let words = Words::of(lang());
    let (class, icon, grade) = match notice.severity {
        Severity::Error => ("st is-err", Icon::Error, words.error),
        Severity::Warning => ("st is-doubt", Icon::Warning, words.warning),
        Severity::Info => ("st", Icon::Info, words.info),
    };
    let (what, value) = catalog_notice(notice, lang());
    view! {
        <tr>
            <td>
                <span class=class>
                    <Svg icon=icon/>
                    <span><span class="vh">{grade}" "</span>{what}</span>
                </span>
            </td>
            <td><code>{notice_place(&notice.at, lang())}</code></td>
            <td><code>{value}</code></td>
        </tr>
    }
}
