//! Mounts the page and chooses what it shows. The one place where every route has its page.

use crate::{
    components::{Footer, Header, SourceBanner},
    engine::SearchEngine,
    pages,
    state::{Drafts, Keeper, Locale, Router, Site, Theme},
    view::{any, view},
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
fn App(site: Site) -> AnyView {
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
    any(move || {
        Locale::here().get();
        view! {
            <Header/>
            <main id="main" tabindex="-1">
                <SourceBanner/>
                <Page/>
            </main>
            <Footer/>
        }
    })
}

/// The page of the current route; rebuilt when the kind of page changes, not when its state does.
#[component]
fn Page() -> AnyView {
    let router = Router::here();
    let kind = router.part(discriminant);
    any(move || {
        // Read, not only tracked: a memo that nobody reads never looks at the route.
        let _ = kind.get();
        match untrack(|| router.route()) {
            Route::Home => pages::Home(),
            Route::Browse(_) => pages::Browse(),
            Route::Category(_) => pages::Category(),
            Route::Listing(_) => pages::Listing(),
            Route::Exchanges => pages::Exchanges(),
            Route::Exchange(_) => pages::Exchange(),
            Route::Provider(_) => pages::Provider(),
            Route::About => pages::About(),
            Route::Device => pages::Device(),
            Route::Inquiry(_) => pages::Inquiry(),
            Route::Preview { .. } => pages::Preview(),
            Route::NotFound => pages::NotFound(),
        }
    })
}
