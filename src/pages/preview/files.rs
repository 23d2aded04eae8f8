//! The listing's files: a choice among those that can be looked at, and those that cannot,
//! each by name and with its way out.

use crate::{
    components::{Icon, Said, Svg, said_text},
    i18n::{PreviewWords, bytes, fill, format_words, other_host},
    state::{href, lang},
    view::view,
};
use catalog::{Distribution, Key, PreviewMode};
use leptos::prelude::*;
use routes::Route;
use search::{ListingPage, PreviewFile, preview_files};
use std::sync::Arc;

/// The choice, where there is one. Each file has its own address.
#[component]
pub(super) fn Chooser(page: Arc<ListingPage>, at: usize) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let files = preview_files(&page.listing, page.price.state);
    let key = Key::parse(&page.key)?;
    let links = files.iter().enumerate().map(|(file, one)| {
        let address = href(&Route::preview(key.clone(), file));
        let here = (file == at).then_some("page");
        view! { <a href=address aria-current=here>{file_name(one, file)}</a> }
    });
    (files.len() > 1).then(|| {
        view! { <nav class="seg pvfiles" aria-label=words.choose_file>{links.collect_view()}</nav> }
    })
}

fn file_name(file: &PreviewFile<'_>, at: usize) -> String {
    let words = PreviewWords::of(lang());
    let kind = if file.sample.is_some() {
        words.sample
    } else {
        words.of
    };
    match file
        .distribution
        .title
        .as_ref()
        .map(said_text)
        .filter(|title| !title.is_empty())
    {
        Some(title) => title,
        None => format!("{kind} {}", at + 1),
    }
}

/// Files that are there and cannot be looked at here.
#[component]
pub(super) fn Others(page: Arc<ListingPage>) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let shown = preview_files(&page.listing, page.price.state);
    let mode = page.listing.preview.as_ref().map(|rule| rule.mode);
    let data = page.listing.distributions.iter();
    let samples = page
        .listing
        .samples
        .iter()
        .filter_map(|sample| sample.distribution.as_ref());
    let others: Vec<_> = data
        .chain(samples)
        .filter(|file| file.download_url.is_some() && !search::format::can_be_shown(file))
        .filter(|file| {
            !shown
                .iter()
                .any(|one| std::ptr::eq(one.distribution, *file))
        })
        .cloned()
        .map(|file| view! { <Other file=file/> })
        .collect();
    let may = !matches!(mode, Some(PreviewMode::None | PreviewMode::Schema));
    (may && !others.is_empty()).then(|| {
        view! {
            <section class="panel pvothers">
                <h2>{words.others}</h2>
                <p class="small quiet">{words.others_lead}</p>
                <ul class="plain" role="list">{others}</ul>
            </section>
        }
    })
}

#[component]
fn Other(file: Distribution) -> AnyView {
    let words = PreviewWords::of(lang());
    let format = match search::format::of(&file) {
        Some(format) => format_words(&format, lang()),
        None => words.format_unknown.to_owned(),
    };
    let title = file.title.clone();
    let size = file.byte_size.map(bytes);
    view! {
        <li class="row">
            {title.map(|title| view! { <b><Said text=title/></b> })}
            <span>{fill(words.cannot_show, &[("format", &format)])}</span>
            <DownloadLink file=file size=size/>
        </li>
    }
}

/// The bytes as they are; the host is named when it is not this site.
#[component]
pub(super) fn DownloadLink(file: Distribution, size: Option<String>) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let link = file.download_url?;
    let elsewhere = other_host(&link, &platform::address().origin);
    let size = size.map(|size| fill(words.in_brackets, &[("text", &size)]));
    Some(view! {
        <a class="btn small" href=link download="" rel="noopener noreferrer nofollow">
            <Svg icon=Icon::Download/>
            {words.download}
            {size}
            {elsewhere}
        </a>
    })
}
