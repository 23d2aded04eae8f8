//! How the file was read: format, encoding, delimiter, header, and who decided each.

use super::{tools::encoding_name, viewed::Viewed};
use crate::{
    i18n::{PreviewWords, bytes, delimiter_words, format_words},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use wire::preview::Opened;

/// The panel.
#[component]
pub(super) fn Facts(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let list = move || {
        viewed
            .with(|opened| Some(facts(viewed, opened)))
            .unwrap_or_else(nothing)
    };
    view! { <section class="panel"><h2>{words.facts}</h2>{list}</section> }
}

fn facts(viewed: Viewed, opened: &Opened) -> AnyView {
    let words = PreviewWords::of(lang());
    let lang = lang();
    let chosen = viewed.looking.with_untracked(|now| now.read.clone());
    let yes_no = |yes: bool| if yes { words.yes } else { words.no }.to_owned();
    // A workbook has a header and no delimiter.
    let dialect = opened.dialect.filter(|_| opened.leads.is_none());
    let dialect = dialect.map(|dialect| {
        let delimiter = (!opened.encoding.is_empty()).then(|| {
            view! {
                <dt>{words.delimiter}</dt>
                <dd>{delimiter_words(dialect.delimiter, lang)}{mark(chosen.delimiter.is_some())}</dd>
            }
        });
        view! {
            {delimiter}
            <dt>{words.header}</dt>
            <dd>{yes_no(dialect.header)}{mark(chosen.header.is_some())}</dd>
        }
    });
    let encoding = (!viewed.inline && !opened.encoding.is_empty()).then(|| {
        view! {
            <dt>{words.encoding}</dt>
            <dd>{encoding_name(&opened.encoding)}{mark(chosen.encoding.is_some())}</dd>
        }
    });
    let wrapped = opened.wrapped.iter().map(|one| format_words(one, lang));
    let wrapped: Vec<String> = wrapped.collect();
    let wrapped = (!wrapped.is_empty()).then(|| {
        view! { <dt>{words.wrapped}</dt><dd>{wrapped.join(" › ")}</dd> }
    });
    let entry = opened.entry.clone().map(|entry| {
        view! { <dt>{words.entry}</dt><dd>{entry}</dd> }
    });
    let read = (!viewed.inline && !viewed.is_picture()).then(|| {
        view! { <dt>{words.bytes_read}</dt><dd class="num">{bytes(opened.bytes_read)}</dd> }
    });
    view! {
        <dl class="dl">
            <dt>{words.format}</dt>
            <dd>{format_words(&opened.format, lang)}{(!viewed.inline).then(|| mark(false))}</dd>
            {wrapped}
            {entry}
            {encoding}
            {read}
            {dialect}
        </dl>
    }
}

/// Who decided: the visitor, or the reader by the content.
fn mark(chosen: bool) -> AnyView {
    let words = PreviewWords::of(lang());
    if chosen {
        view! { <span class="ev">{words.by_you}</span> }
    } else {
        view! { <span class="ev calc">{words.by_content}</span> }
    }
}
