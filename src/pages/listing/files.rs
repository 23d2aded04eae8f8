//! Columns, files and samples. What was made up is said where it stands.

use super::columns::Columns;
use crate::{
    components::{Icon, NotStated, Notice, Said, Svg, Tone},
    engine::Spare,
    i18n::{ListingWords, Named as _, bytes, fill},
    state::{href, lang},
    view::{any, view},
};
use catalog::{DeliveryMode, Distribution, Key, PreviewMode, PriceState, Sample, SampleOrigin};
use leptos::prelude::*;
use routes::Route;
use search::ListingPage;
use std::sync::Arc;
use wire::preview::Program;

/// The section.
#[component]
pub(super) fn Files(page: Arc<ListingPage>) -> AnyView {
    let words = ListingWords::of(lang());
    let listing = &page.listing;
    let columns = match listing
        .schema
        .clone()
        .filter(|schema| !schema.fields.is_empty())
    {
        Some(schema) => view! { <Columns schema=schema/> },
        None => view! { <p class="quiet">{words.no_columns}</p> },
    };
    let files = listing.distributions.clone();
    let samples = listing.samples.clone();
    let nothing = files.is_empty() && samples.is_empty();
    view! {
        <section class="stack">
            <h2>{words.columns}</h2>
            {columns}
            <PreviewRule page=page.clone()/>
            {samples.into_iter().map(|sample| view! { <SampleNote sample=sample/> }).collect_view()}
            {(!files.is_empty()).then(|| view! { <FileTable files=files/> })}
            {nothing.then(|| view! { <p class="quiet">{words.no_files}</p> })}
            <PreviewButton page=page/>
        </section>
    }
}

/// Whether what most visitors come for is the data itself: it is free, and it opens here.
pub(super) fn opens_free(page: &ListingPage) -> bool {
    page.price.state == PriceState::Free
        && search::Preview::of(&page.listing, page.price.state) <= search::Preview::Sample
}

/// The button that opens rows, when there are any that may be seen here.
#[component]
pub(super) fn PreviewButton(
    page: Arc<ListingPage>,
    /// The one filled button of the view, for data that is free and opens here.
    #[prop(optional)]
    main: bool,
) -> Option<AnyView> {
    let words = ListingWords::of(lang());
    let preview = search::Preview::of(&page.listing, page.price.state);
    let label = match preview {
        search::Preview::Rows => words.preview_rows,
        search::Preview::Sample => words.preview_sample,
        search::Preview::Columns | search::Preview::Nothing => return None,
    };
    // Most likely the first one is opened; rows of a datastore come as JSON, whatever stands
    // beside it.
    let is_opened = preview == search::Preview::Rows;
    let file = page.listing.distributions.first();
    let file = file.filter(|file| is_opened && file.datastore_url.is_none());
    Spare::here().expect(file.map_or(Program::Text, |file| {
        let url = file.download_url.as_deref().unwrap_or_default();
        Program::likely(url, file.media_type.as_deref().or(file.format.as_deref()))
    }));
    let key = Key::parse(&page.key)?;
    let address = href(&Route::preview(key, 0));
    let class = if main { "btn main wide" } else { "btn" };
    Some(view! { <p><a class=class href=address><Svg icon=Icon::Eye/>{label}</a></p> })
}

/// The owner's switch, where it takes something away.
#[component]
fn PreviewRule(page: Arc<ListingPage>) -> Option<AnyView> {
    let words = ListingWords::of(lang());
    let rule = page.listing.preview.clone()?;
    if matches!(rule.mode, PreviewMode::Full | PreviewMode::Sample) {
        return None;
    }
    let sentence = match rule.reason.as_ref().map(crate::components::said_text) {
        Some(reason) => fill(words.preview_off_reason, &[("reason", &reason)]),
        None => words.preview_off.to_owned(),
    };
    Some(view! { <Notice tone=Tone::Info><p>{sentence}</p></Notice> })
}

#[component]
fn SampleNote(sample: Sample) -> AnyView {
    let words = ListingWords::of(lang());
    let (tone, head) = match sample.origin {
        SampleOrigin::Synthetic => (Tone::Warning, words.sample_synthetic),
        SampleOrigin::Provider => (Tone::Info, words.sample_provider),
        SampleOrigin::Exchange => (Tone::Info, words.sample_exchange),
    };
    let title = sample
        .distribution
        .as_ref()
        .and_then(|file| file.title.clone());
    let link = sample
        .distribution
        .as_ref()
        .and_then(|file| file.download_url.clone());
    view! {
        <Notice tone=tone head=head>
            {title.map(|title| view! { <p><Said text=title/></p> })}
            {sample.note.map(|note| view! { <p><Said text=note/></p> })}
            {link.map(|link| view! { <p class="row"><FileLink link=link/></p> })}
        </Notice>
    }
}

#[component]
fn FileTable(files: Vec<Distribution>) -> AnyView {
    let words = ListingWords::of(lang());
    let rows = files.into_iter().enumerate().map(|(n, file)| {
        let name = match file.title.clone() {
            Some(title) => view! { <Said text=title/> },
            None => any(format!("{} {}", words.file, n + 1)),
        };
        let size = match file.byte_size {
            Some(size) => any(bytes(size)),
            None => view! { <NotStated/> },
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{format_of(&file)}</td>
                <td class="r">{size}</td>
                <td>{(file.access != DeliveryMode::Unspecified).then(|| file.access.name(lang()))}</td>
                <td class="row">
                    {file.download_url.map(|link| view! { <FileLink link=link/> })}
                    {file.access_url.map(|link| view! {
                        <a href=link rel="noopener noreferrer nofollow">{words.open_page}</a>
                    })}
                </td>
            </tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.files>
            <table class="table">
                <caption>{words.files}</caption>
                <thead><tr>
                    <th scope="col">{words.file}</th>
                    <th scope="col">{words.format}</th>
                    <th scope="col" class="r">{words.size}</th>
                    <th scope="col">{words.delivery}</th>
                    <th scope="col"><span class="vh">{words.download}</span></th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn format_of(file: &Distribution) -> AnyView {
    match file.format.clone().or_else(|| file.media_type.clone()) {
        Some(format) => match file.character_encoding.clone() {
            Some(encoding) => any(format!("{format} · {encoding}")),
            None => any(format),
        },
        None => view! { <NotStated/> },
    }
}

/// A link to bytes; the host is named when it is not this site.
#[component]
fn FileLink(link: String) -> AnyView {
    let words = ListingWords::of(lang());
    let elsewhere = crate::i18n::other_host(&link, &platform::address().origin);
    view! {
        <a class="filelink" href=link download="" rel="noopener noreferrer nofollow">
            <Svg icon=Icon::Download/>
            {words.download}
            {elsewhere}
        </a>
    }
}
