//! The share of the five price states in a set of listings, by pattern as well as colour.

use crate::{
    i18n::{Named, grouped},
    state::lang,
    view::view,
};
use catalog::PriceState;
use leptos::prelude::*;
use search::StateCounts;

/// The counts in the fixed order of the states.
pub(crate) fn states(counts: StateCounts) -> [(PriceState, u64, &'static str); 5] {
    [
        (PriceState::Number, counts.number, "m-number"),
        (PriceState::Free, counts.free, "m-free"),
        (PriceState::Negotiable, counts.negotiable, "m-nego"),
        (PriceState::NotStated, counts.not_stated, "m-none"),
        (PriceState::Doubtful, counts.doubtful, "m-doubt"),
    ]
}

/// The counts as a sentence, for speech.
pub(crate) fn mix_words(counts: StateCounts) -> String {
    let lang = lang();
    let words = states(counts).map(|(state, n, _)| format!("{} {}", state.name(lang), grouped(n)));
    words.join(lang.pick("，", ", "))
}

/// The bar.
#[component]
pub(crate) fn MixBar(
    /// What it shows.
    counts: StateCounts,
    /// Height in rem.
    #[prop(default = "0.5rem")]
    height: &'static str,
) -> AnyView {
    let parts = states(counts)
        .into_iter()
        .filter(|(_, n, _)| *n > 0)
        .map(|(_, n, class)| {
            view! { <span class=class style:--n=n.to_string()></span> }
        });
    view! {
        <div class="mix" role="img" aria-label=mix_words(counts) style:--bh=height>
            {parts.collect_view()}
        </div>
    }
}
