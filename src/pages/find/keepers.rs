//! Saves the search, and exports its results: all of them, not the page on the screen.

use super::{
    results_file::{Format, download},
    save::save,
};
use crate::{
    components::{Icon, Notice, Results, Svg, Tone},
    engine::{Found, Loadable, SearchEngine, only_hits},
    i18n::{Keep, failure, fill, grouped},
    reactive::watch,
    state::{Router, Site, href, lang},
    view::view,
};
use leptos::prelude::*;
use routes::Route;
use search::Query;

/// Most results in one file.
const MOST: u32 = 10_000;

/// What was done, or could not be.
pub(super) type Said = RwSignal<Option<(Tone, String)>>;

/// The buttons, and what came of them.
pub(crate) fn keepers(results: Results) -> AnyView {
    let words = Keep::of(lang());
    let said: Said = RwSignal::new(None);
    let export = exporter(results, said);
    // What was exported does not lie on the device.
    let saved = RwSignal::new(false);
    let button = move |format: Format, label: &'static str| {
        view! {
            <button class="btn small" type="button" on:click=move |_| {
                saved.set(false);
                export.run(format);
            }>
                <Svg icon=Icon::Download/>{label}
            </button>
        }
    };
    let save = save(results, said);
    view! {
        <div class="stack tight">
            <div class="row">
                <button class="btn small" type="button" on:click=move |_| {
                    saved.set(true);
                    save.run(());
                }>{words.save}</button>
                {button(Format::Csv, words.export_csv)}
                {button(Format::Json, words.export_json)}
            </div>
            <div role="status">{move || said.get().map(|(tone, said)| {
                let see = saved.get().then(|| view! {
                    <a href=href(&Route::Device)>{words.see_kept}</a>
                });
                view! { <Notice tone=tone><p>{said}" "{see}</p></Notice> }
            })}</div>
        </div>
    }
}

/// Asks for every result once a format is chosen, and makes the file when they are there.
fn exporter(results: Results, said: Said) -> Callback<Format> {
    let words = Keep::of(lang());
    let engine = SearchEngine::here();
    let shop = Router::here().base();
    let site = Site::here().name();
    let wanted = StoredValue::new(None);
    let all: RwSignal<Loadable<Found>> = RwSignal::new(Loadable::Waiting);
    watch(move || {
        let Some(format) = wanted.get_value() else {
            all.track();
            return;
        };
        all.with(|answer| match answer {
            Loadable::Ready(found) => {
                wanted.set_value(None);
                let query = results.query.get_untracked();
                let made = download(format, &found.merged, &query, (&site, &shop));
                said.set(Some(match made {
                    true => (
                        Tone::Done,
                        covered(
                            found.merged.hits.len(),
                            found.merged.total.value,
                            found.loading,
                        ),
                    ),
                    false => (
                        Tone::Bad,
                        crate::i18n::Shop::of(lang()).export_failed.to_owned(),
                    ),
                }));
            }
            Loadable::Failed(reason) => {
                wanted.set_value(None);
                said.set(Some((Tone::Bad, failure(reason, lang()).0)));
            }
            _ => {}
        });
    });
    Callback::new(move |format| {
        wanted.set_value(Some(format));
        said.set(Some((Tone::Info, words.exporting.to_owned())));
        all.set(Loadable::Waiting);
        let query = Query {
            page: 0,
            ..results.query.get_untracked()
        };
        engine.ask(only_hits(query, MOST), all);
    })
}

/// How much of the results the file holds.
fn covered(shown: usize, total: u64, loading: bool) -> String {
    let words = Keep::of(lang());
    let shown = shown as u64;
    let said = if shown < total {
        words.exported_some
    } else {
        words.exported
    };
    let said = fill(said, &[("n", &grouped(shown)), ("total", &grouped(total))]);
    match loading {
        true => format!("{said} {}", words.exported_loading),
        false => said,
    }
}
