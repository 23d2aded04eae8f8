//! Mounts the page and chooses what it shows. The one place where every route has its page.

use crate::{
    chunks,
    components::{Footer, Header, SourceBanner},
    engine::{LeftOpen, SearchEngine, Spare},
    later::{self, Ask},
    pages,
    state::{Drafts, Keeper, Locale, Router, Shortlist, Site, Theme},
    turns::Turns,
    view::{any, view},
};
use leptos::{mount::mount_to_body, prelude::*};
use routes::{Previewed, Route};
use std::mem::discriminant;

/// Reads the configuration, then takes the place of the shell.
pub fn start() {
    platform::spawn(async {
        let base = platform::base_uri();
        let base = base.split(['?', '#']).next().unwrap_or(&base).to_owned();
        let site = Site::read(&base).await;
        platform::remove_element("shell");
        mount_to_body(move || view! { <App site=site/> });
    })
    .detach();
}

/// The frame round every page, and everything that outlives a page.
#[component]
fn App(site: Site) -> AnyView {
    let preferences = site.preferences();
    let (offered, default) = site.languages();
    Locale::provide(&preferences, default, &offered);
    Theme::provide(&preferences, site.scheme());
    let router = Router::provide();
    fetch_ahead(router, Spare::provide());
    LeftOpen::provide();
    Keeper::provide(site.kept_under());
    Drafts::provide();
    Shortlist::provide(preferences);
    let sources = site.sources();
    site.provide();
    Turns::provide();
    SearchEngine::provide(&router.base()).load(sources);
    // The page is built anew when the language changes, so that no component tracks it.
    any(move || {
        Locale::here().get();
        view! {
            <Header/>
            <main id="main" tabindex="-1">
                <SourceBanner/>
                <Current/>
            </main>
            <Footer/>
        }
    })
}

/// The page of the current route; rebuilt when the kind of page changes, not when its state does.
#[component]
fn Current() -> AnyView {
    let router = Router::here();
    let kind = router.part(discriminant);
    any(move || {
        // Read, not only tracked: a memo that nobody reads never looks at the route.
        let _ = kind.get();
        match page_of(&untrack(|| router.route())) {
            Page::Here(page) => page(),
            Page::Later(ask) => later::later(ask),
        }
    })
}

/// Fetches the code of a page when a link to it is pointed at or focused, and the program that
/// opens its file.
fn fetch_ahead(router: Router, spare: Spare) {
    let ahead = platform::on_link_ahead(move |href| {
        let route = router.page_behind(href);
        if let Some(Page::Later(ask)) = route.as_ref().map(page_of) {
            later::fetch(ask);
        }
        if let Some(Route::Preview(preview)) = route {
            spare.start(&router.base(), preview.of == Previewed::Own);
        }
    });
    StoredValue::new_local(ahead);
}

/// Where the code of a page is.
enum Page {
    /// In the program itself.
    Here(chunks::Page),
    /// In a chunk.
    Later(Ask),
}

/// The page of a route. Home, the catalogue and a listing are what most visits open first;
/// the others would make those wait.
fn page_of(route: &Route) -> Page {
    match route {
        Route::Home => Page::Here(pages::Home),
        Route::Browse(_) => Page::Here(pages::Browse),
        Route::Category(_) => Page::Here(pages::Category),
        Route::Listing(_) => Page::Here(pages::Listing),
        Route::NotFound => Page::Here(pages::NotFound),
        Route::Exchanges => Page::Later(|| Box::pin(chunks::exchanges())),
        Route::Exchange(_) => Page::Later(|| Box::pin(chunks::exchange())),
        Route::Provider(_) => Page::Later(|| Box::pin(chunks::provider())),
        Route::About => Page::Later(|| Box::pin(chunks::about())),
        Route::Device => Page::Later(|| Box::pin(chunks::device())),
        Route::Inquiry(_) => Page::Later(|| Box::pin(chunks::inquiry())),
        Route::Preview(_) => Page::Later(|| Box::pin(chunks::preview())),
    }
}
