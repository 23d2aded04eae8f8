//! Shares of the price states, each with what it covers.

use crate::{
    i18n::{Home as Words, fill, grouped, share},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::Directory;
use std::sync::Arc;

/// The figures.
#[component]
pub(super) fn Figures(directory: Arc<Directory>) -> AnyView {
    let words = Words::of(lang());
    let counts = directory.listings;
    let all = counts.total();
    let figure = |name, part: u64, text| {
        let text = fill(text, &[("all", &grouped(all)), ("n", &grouped(part))]);
        view! { <div><dt>{name}</dt><dd><b class="num">{share(part, all)}</b><span>{text}</span></dd></div> }
    };
    view! {
        <section class="band"><div class="wrap">
            <div class="bandhead">
                <h2>{words.facts}</h2>
                <p>{fill(words.facts_note, &[("n", &grouped(all))])}</p>
            </div>
            <dl class="figs">
                {figure(words.fact_number, counts.number, words.fact_number_sub)}
                {figure(words.fact_nego, counts.negotiable, words.fact_nego_sub)}
                {figure(words.fact_none, counts.not_stated, words.fact_none_sub)}
                {figure(words.fact_free, counts.free, words.fact_free_sub)}
            </dl>
        </div></section>
    }
}
