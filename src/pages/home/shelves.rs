//! The shelves of home.

use super::only;
use crate::{
    components::{Shelf, said_text},
    i18n::Home as Words,
    state::{href, lang, told_apart},
    view::view,
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Directory, Facet, ordered};
use std::sync::Arc;

/// Shelves on home; more stand on their own page.
const SHELVES: usize = 10;

/// The largest shelves, and a way to all of them.
#[component]
pub(super) fn Shelves(directory: Arc<Directory>) -> AnyView {
    let words = Words::of(lang());
    let top: Vec<_> = directory
        .categories
        .iter()
        .filter(|node| node.parent.is_none())
        .collect();
    let mut top = ordered(top, &|a, b| b.listings.total().cmp(&a.listings.total()));
    top.truncate(SHELVES);
    let names = top
        .iter()
        .map(|node| (node.key.as_str(), said_text(&node.label)));
    let names = told_apart(names);
    let mut cells: Vec<_> = top
        .iter()
        .zip(names)
        .map(|(node, name)| {
            let address = href(&Route::Category(Key::parse(&node.key)));
            (address, name, node.listings)
        })
        .collect();
    if directory.uncategorized.total() > 0 && cells.len() < SHELVES {
        let address = href(&Route::Browse(only(Facet::Category, search::NOT_STATED)));
        cells.push((
            address,
            words.uncategorized.to_owned(),
            directory.uncategorized,
        ));
    }
    view! {
        <section class="band"><div class="wrap">
            <div class="bandhead">
                <h2>{words.shelf}</h2>
                <p>{words.shelf_note}" · "<a href=href(&Route::Category(None))>{words.shelf_all}</a></p>
            </div>
            <Shelf nodes=cells/>
        </div></section>
    }
}
