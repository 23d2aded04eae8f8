//! How the words were read, where that is not simply as typed: nothing is replaced behind
//! anybody's back.

use crate::{
    engine::{Found, Loadable},
    i18n::{Find, clipped, fill},
    reactive::memo,
    state::{href, lang},
    view::{any, view},
};
use leptos::prelude::*;
use routes::Route;
use search::{How, Query};

/// Most characters of the words that are said again.
const SHOWN: usize = 80;

/// The sentence; nothing where the words were taken as they stand.
#[component]
pub(crate) fn ReadAs(
    /// The present answer.
    answer: RwSignal<Loadable<Found>>,
    /// The present query, for the words as they were typed.
    #[prop(into)]
    query: Signal<Query>,
) -> AnyView {
    let words = Find::of(lang());
    let reading = memo(move || {
        answer
            .with(|answer| answer.value().map(|found| found.merged.reading.clone()))
            .unwrap_or_default()
    });
    let sentence = move || {
        let reading = reading.get();
        let query = query.get();
        let typed = query.text.trim().to_owned();
        let said = match reading.how {
            How::Typed => return None,
            How::Corrected => fill(
                words.as_corrected,
                &[("words", &clipped(&reading.words, SHOWN))],
            ),
            How::Pinyin => fill(words.as_pinyin, &[("text", &clipped(&typed, SHOWN))]),
            How::Most => words.as_most.to_owned(),
        };
        // What stands in quotation marks is looked for as it stands.
        let exactly = (reading.how == How::Corrected).then(|| {
            let text = format!("\"{}\"", typed.replace('"', " "));
            let label = fill(words.as_typed_instead, &[("text", &clipped(&typed, SHOWN))]);
            let address = href(&Route::Browse(Query {
                text,
                page: 0,
                ..query
            }));
            view! { <a href=address>{label}</a> }
        });
        Some(view! { <p>{said}" "{exactly}</p> })
    };
    view! { <div class="readas" role="status">{any(sentence)}</div> }
}
