//! What a link asked for and was not done: shown, never swallowed.

use crate::{
    components::{Notice, Tone},
    engine::{Found, Loadable},
    i18n::{Find, clipped, fill},
    reactive::memo,
    state::{Router, lang},
    view::{any, view},
};
use leptos::prelude::*;
use search::{Query, url::Why};

/// Most characters that are shown of a value.
const SHOWN: usize = 80;

/// What is chosen and no listing has: likely a slip of the pen, or a source that is gone.
#[component]
pub(super) fn Unknown(
    answer: RwSignal<Loadable<Found>>,
    #[prop(into)] query: Signal<Query>,
) -> AnyView {
    let words = Find::of(lang());
    let unknown = memo(move || {
        answer.with(|answer| {
            let Some(found) = answer.value().filter(|found| !found.loading) else {
                return String::new();
            };
            query.with(|query| {
                let values = query.unknown(&found.merged.facets).into_iter();
                let named = values.map(|(f, v)| format!("{}={}", f.as_str(), clipped(v, SHOWN)));
                named.collect::<Vec<_>>().join(" ")
            })
        })
    });
    any(move || {
        let unknown = unknown.get();
        (!unknown.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warning>
                    <p>{words.no_listing_has}<code>{unknown}</code></p>
                </Notice>
            }
        })
    })
}

/// What the link asked for and cannot be done here, with the reason where it has a word.
#[component]
pub(crate) fn Dropped() -> AnyView {
    let router = Router::here();
    let words = Find::of(lang());
    any(move || {
        let dropped = router.dropped();
        (!dropped.is_empty()).then(|| {
            let named = dropped.iter().map(|dropped| {
                let why = match dropped.why {
                    Why::Unknown | Why::Value => "",
                    Why::Order => words.why_order,
                    Why::Unit => words.why_unit,
                    Why::Size => words.why_size,
                    Why::Newer => words.why_newer,
                };
                let value = clipped(&dropped.value, SHOWN);
                view! { <span><code>{format!("{}={value}", dropped.name)}</code>{why}" "</span> }
            });
            let head = fill(words.dropped, &[("n", &dropped.len().to_string())]);
            let named = named.collect_view();
            view! {
                <Notice tone=Tone::Warning>
                    <p>{head}{named}</p>
                </Notice>
            }
        })
    })
}
