//! Cells of categories: name, count, the mix of price states.

use super::MixBar;
use crate::{
    i18n::{Home, fill, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::StateCounts;

/// The cells: address, name and counts of each.
#[component]
pub(crate) fn Shelf(nodes: Vec<(String, String, StateCounts)>) -> AnyView {
    let cells = nodes.into_iter().map(|(href, name, counts)| {
        view! {
            <li>
                <a href=href>
                    <b>{name}</b>
                    <span class="num">{grouped(counts.total())}</span>
                    <MixBar counts=counts/>
                    <small>{shelf_words(counts)}</small>
                </a>
            </li>
        }
    });
    view! { <ul class="shelf plain">{cells.collect_view()}</ul> }
}

fn shelf_words(counts: StateCounts) -> String {
    let words = Home::of(lang());
    let free = (counts.free > 0).then(|| fill(words.shelf_free, &[("n", &grouped(counts.free))]));
    let number =
        (counts.number > 0).then(|| fill(words.shelf_number, &[("n", &grouped(counts.number))]));
    let said: Vec<String> = free.into_iter().chain(number).collect();
    if counts.total() == 0 {
        words.shelf_empty.to_owned()
    } else if said.is_empty() {
        words.shelf_neither.to_owned()
    } else {
        said.join(" · ")
    }
}
