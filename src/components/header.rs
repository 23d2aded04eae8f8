//! The header: the shop's name, the main pages, colours, language.

use super::{Icon, Mark, Svg};
use crate::{
    i18n::{Common, Lang},
    state::{Locale, Router, Site, Theme, ThemeChoice, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::{Previewed, Route};
use search::Query;

/// The header.
#[component]
pub(crate) fn Header() -> AnyView {
    let words = Common::of(lang());
    let site = Site::here();
    view! {
        <a class="skip" href=skip_address>{words.skip}</a>
        <header class="top">
            <div class="wrap">
                <a class="logo" class:long=is_long(&site.name()) href=href(&Route::Home) aria-label=site.name()>
                    {match site.logo() {
                        Some(logo) => view! { <img src=logo alt="" width="32" height="32"/> },
                        None => view! { <Mark/> },
                    }}
                    {site.name_view()}
                </a>
                <nav id="nav" popover="auto" aria-label=words.main_nav>
                    <ul class="plain" role="list">{menu()}</ul>
                </nav>
                <div class="tools">
                    <ThemeButton/>
                    <LanguageButton/>
                    <button class="iconbtn only-narrow" type="button" popovertarget="nav" aria-label=words.menu>
                        <Svg icon=Icon::Menu/>
                    </button>
                </div>
            </div>
        </header>
    }
}

/// A name that would not fit beside the menu in the size of a mark.
fn is_long(name: &str) -> bool {
    name.chars().count() > 12
}

/// The skip link stays on this page: `<base>` would lead `#main` to the root.
fn skip_address() -> String {
    Router::here().route();
    let address = platform::address().href;
    format!("{}#main", address.split('#').next().unwrap_or_default())
}

/// A page of the menu, and whether a route belongs to it.
type Entry = (&'static str, Route, fn(&Route) -> bool);

fn menu() -> Vec<AnyView> {
    let words = Common::of(lang());
    let entries: [Entry; 4] = [
        (words.home, Route::Home, |route| {
            matches!(route, Route::Home)
        }),
        (words.browse, Route::Browse(Query::default()), |route| {
            matches!(
                route,
                Route::Browse(_) | Route::Category(_) | Route::Listing(_)
            ) || matches!(route, Route::Preview(preview) if preview.of != Previewed::Own)
        }),
        (words.exchanges, Route::Exchanges, |route| {
            matches!(
                route,
                Route::Exchanges | Route::Exchange(_) | Route::Provider(_)
            )
        }),
        (words.request, Route::Inquiry(None), |route| {
            matches!(route, Route::Inquiry(_))
        }),
    ];
    entries
        .into_iter()
        .map(|(name, route, is_here)| {
            let here = Router::here().part(is_here);
            view! {
                <li>
                    <a href=href(&route) aria-current=move || here.get().then_some("page")>{name}</a>
                </li>
            }
        })
        .collect()
}

#[component]
fn ThemeButton() -> AnyView {
    let theme = Theme::here();
    let words = Common::of(lang());
    let label = move || match theme.get() {
        ThemeChoice::System => words.theme_auto,
        ThemeChoice::Light => words.theme_light,
        ThemeChoice::Dark => words.theme_dark,
    };
    let next = move |_| theme.choose(theme.get().next(), &Site::here().preferences());
    view! {
        <button class="iconbtn" type="button" aria-label=label title=label on:click=next>
            <Svg icon=Icon::Theme/>
        </button>
    }
}

#[component]
fn LanguageButton() -> Option<AnyView> {
    let words = Common::of(lang());
    let other: Lang = lang().other();
    let site = Site::here();
    let offered = site.offers(other);
    let choose = move |_| Locale::here().choose(other, &Site::here().preferences());
    offered.then(|| {
        view! {
            <button class="iconbtn" type="button" lang=other.tag() on:click=choose>
                {words.other_language}
            </button>
        }
    })
}
