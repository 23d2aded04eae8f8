//! One shelf: where it stands, what is below it, its listings.

use super::{
    listings::ShelfListings,
    nodes::{ancestors, children},
};
use crate::{
    components::{Crumbs, Empty, MixBar, Shelf, said_text},
    i18n::{Find, grouped},
    state::{href, lang},
    view::view,
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::Directory;
use std::sync::Arc;

/// The page of one shelf.
#[component]
pub(super) fn OneShelf(directory: Arc<Directory>, key: Key) -> AnyView {
    let words = Find::of(lang());
    let Some(node) = directory.category(key.as_str()).cloned() else {
        let all = href(&Route::Category(None));
        return view! {
            <div class="wrap band">
                <Empty head=words.category_missing>
                    <p><a class="btn" href=all>{words.all_categories}</a></p>
                </Empty>
            </div>
        };
    };
    let name = said_text(&node.label);
    crate::pages::title(&name);
    let mut above = vec![(words.categories.to_owned(), Route::Category(None))];
    above.extend(ancestors(&directory, &node));
    let below = children(&directory, &node.key);
    let has_children = !below.is_empty();
    view! {
        <div class="wrap browse">
            <Crumbs above=above here=name.clone()/>
            <header class="shead">
                <h1>{name} " " <span class="num muted">{grouped(node.listings.total())}</span></h1>
                {node.description.as_ref().map(|text| view! { <p class="quiet">{said_text(text)}</p> })}
                <MixBar counts=node.listings height="0.75rem"/>
            </header>
            {has_children.then(|| view! {
                <section class="subshelf"><h2>{words.subcategories}</h2><Shelf nodes=below/></section>
            })}
            <ShelfListings key=node.key.clone()/>
        </div>
    }
}
