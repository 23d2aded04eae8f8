//! The footer: what this site is, what was loaded, where the rest stands.

use crate::{
    components::contact_line,
    engine::SearchEngine,
    i18n::{Common, fill, grouped},
    state::{Router, Site, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::{Preview, Previewed, Route};
use wire::search::{SourceReport, SourceState};

/// The footer.
#[component]
pub(crate) fn Footer() -> AnyView {
    let words = Common::of(lang());
    let site = Site::here();
    let sources = SearchEngine::here().sources();
    let lines = move || sources.with(|sources| sources.iter().filter_map(line).collect_view());
    view! {
        <footer class="foot">
            <div class="wrap">
                <div>
                    <h2>{site.name()}</h2>
                    <p>{site.about().unwrap_or_else(|| words.foot_about.to_owned())}</p>
                </div>
                <div>
                    <h2>{words.foot_data}</h2>
                    <ul class="plain">
                        {lines}
                        <li><a href=href(&Route::About)>{words.foot_sources}</a></li>
                    </ul>
                </div>
                {site.contact().and_then(contact_line).map(|contact| view! {
                    <div>
                        <h2>{words.foot_contact}</h2>
                        <p>{contact}</p>
                    </div>
                })}
                <div>
                    <h2>{words.foot_more}</h2>
                    <ul class="plain">
                        <li><a href=href(&Route::Device)>{words.foot_device}</a></li>
                        <li><a href=href(&Route::Preview(Preview::new(Previewed::Own)))>{words.foot_own}</a></li>
                        {site.links_view()}
                        {site.catalog_url().map(|url| view! {
                            <li><a href=format!("{}{url}", Router::here().base())>{words.foot_catalogue}</a></li>
                        })}
                        {site.is_renamed().then(|| view! { <li class="muted">{words.powered}</li> })}
                    </ul>
                </div>
            </div>
        </footer>
    }
}

/// One loaded source: its name, listings, date.
fn line(report: &SourceReport) -> Option<AnyView> {
    let words = Common::of(lang());
    let SourceState::Ready { listings, .. } = &report.state else {
        return None;
    };
    let name = crate::state::source_name(report);
    let n = grouped(*listings);
    let text = match &report.modified {
        Some(date) => fill(
            words.snapshot_dated,
            &[("name", &name), ("n", &n), ("date", date)],
        ),
        None => fill(words.snapshot, &[("name", &name), ("n", &n)]),
    };
    Some(view! { <li>{text}</li> })
}
