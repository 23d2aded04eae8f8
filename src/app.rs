//! Mounts the page and chooses what it shows. The one place where every route has its page.

use crate::{
    components::{Footer, Header, SourceBanner},
    engine::SearchEngine,
    pages,
    state::{Drafts, Keeper, Locale, Router, Site, Theme},
};
use leptos::{mount::mount_to_body, prelude::*};
use routes::Route;
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
fn App(site: Site) -> impl IntoView {
    let preferences = site.preferences();
    let (offered, default) = site.languages();
    Locale::provide(&preferences, default, &offered);
    Theme::provide(&preferences, site.scheme());
    let router = Router::provide();
    Keeper::provide(site.kept_under());
    Drafts::provide();
    let sources = site.sources();
    site.provide();
    SearchEngine::provide(&router.base()).load(sources);
    // The page is built anew when the language changes, so that no component tracks it.
    move || {
        Locale::here().get();
        view! {
            <Header/>
            <main id="main" tabindex="-1">
                <SourceBanner/>
                <Page/>
            </main>
            <Footer/>
        }
    }
}

/// The page of the current route; rebuilt when the kind of page changes, not when its state does.
#[component]
fn Page() -> impl IntoView {
    let router = Router::here();
    let kind = router.part(discriminant);
    move || {
        // Read, not only tracked: a memo that nobody reads never looks at the route.
        let _ = kind.get();
        match untrack(|| router.route()) {
            Route::Home => pages::Home().into_any(),
            Route::Browse(_) => pages::Browse().into_any(),
            Route::Category(_) => pages::Category().into_any(),
            Route::Listing(_) => pages::Listing().into_any(),
            Route::Exchanges => pages::Exchanges().into_any(),
            Route::Exchange(_) => pages::Exchange().into_any(),
            Route::Provider(_) => pages::Provider().into_any(),
            Route::About => pages::About().into_any(),
            Route::Device => pages::Device().into_any(),
            Route::Inquiry(_) => pages::Inquiry().into_any(),
            Route::Preview { .. } => pages::Preview().into_any(),
            Route::NotFound => pages::NotFound().into_any(),
        }
    }
}
