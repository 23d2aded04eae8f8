//! Which listing and which of its files: from the address, by the one rule of
//! `search::preview_files`.

use super::{
    closed::Closed,
    files::{Chooser, Others},
    head::Head,
    listed::of_distribution,
    own::OwnFile,
};
use crate::{
    components::{Empty, Notice, Tone},
    engine::{Loadable, SearchEngine},
    i18n::{Common, ListingWords, PreviewWords, fill},
    reactive::memo,
    state::{Router, href, lang},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::{Preview as Address, Previewed, Route};
use search::{ListingPage, Query, preview_files};
use std::sync::Arc;

/// What is known of the listing. Compared by content: a source that loads later must not open
/// the file again.
#[derive(Clone, PartialEq)]
enum Found {
    Waiting,
    Missing,
    Page(Arc<ListingPage>),
}

/// The page.
#[component]
pub(crate) fn Preview() -> AnyView {
    let of = Router::here().part(|route| match route {
        Route::Preview(preview) => Some(preview.of.clone()),
        _ => None,
    });
    let key = memo(move || match of.get() {
        Some(Previewed::File { key, .. }) => Some(key),
        _ => None,
    });
    any(move || match key.get() {
        Some(key) => view! { <OfListing key=key of=of/> },
        None => view! { <OwnFile/> },
    })
}

#[component]
fn OfListing(key: Key, of: Memo<Option<Previewed>>) -> AnyView {
    let file = memo(move || match of.get() {
        Some(Previewed::File { file, .. }) => file,
        _ => 0,
    });
    let key = Signal::stored(key.as_str().to_owned());
    let listing = SearchEngine::here().listing(key);
    let found = memo(move || match listing.get() {
        Loadable::Ready(Some(page)) | Loadable::Stale(Some(page)) => Found::Page(page),
        Loadable::Ready(None) | Loadable::Stale(None) => Found::Missing,
        Loadable::Waiting | Loadable::Failed(_) => Found::Waiting,
    });
    any(move || match found.get() {
        Found::Page(page) => view! { <Shown page=page file=file/> },
        Found::Missing => view! { <Missing/> },
        Found::Waiting => view! {
            <div class="wrap band stack late" role="status">
                <p class="muted">{ListingWords::of(lang()).waiting}</p>
                <div class="skel" style:inline-size="50%"></div>
                <div class="skel" style:inline-size="80%"></div>
            </div>
        },
    })
}

#[component]
fn Missing() -> AnyView {
    let words = ListingWords::of(lang());
    let common = Common::of(lang());
    crate::pages::title(words.missing);
    view! {
        <div class="wrap band">
            <h1 class="vh">{words.missing}</h1>
            <Empty head=words.missing>
                <p class="muted">{words.missing_lead}</p>
                <p class="row">
                    <a class="btn main" href=href(&Route::Browse(Query::default()))>{common.go_browse}</a>
                    <a class="btn" href=href(&Route::About)>{common.see_sources}</a>
                </p>
            </Empty>
        </div>
    }
}

#[component]
fn Shown(page: Arc<ListingPage>, file: Memo<usize>) -> AnyView {
    let words = PreviewWords::of(lang());
    let name = crate::components::said_text(&page.listing.title);
    crate::pages::title(&format!("{} · {name}", words.title));
    let body = move || {
        let files = preview_files(&page.listing, page.price.state);
        let asked = file.get();
        let Some(shown) = files.get(asked).or_else(|| files.first()) else {
            return view! {
                <Head page=page.clone() file=None/>
                <Closed page=page.clone()/>
                <Others page=page.clone()/>
            };
        };
        let at = if asked < files.len() { asked } else { 0 };
        let other = (at != asked).then(|| {
            let n = (asked.saturating_add(1)).to_string();
            let words = fill(words.no_such_file, &[("n", &n)]);
            view! { <Notice tone=Tone::Info><p>{words}</p></Notice> }
        });
        view! {
            <Head page=page.clone() file=Some(at)/>
            {other}
            <Chooser page=page.clone() at=at/>
            {of_distribution(&page, shown.distribution, at)}
            <Others page=page.clone()/>
            <p class="small"><a href=href(&Route::Preview(Address::new(Previewed::Own)))>{Common::of(lang()).foot_own}</a></p>
        }
    };
    view! { <div class="wrap pv">{body}</div> }
}
