//! All shelves, each with what is directly below it.

use super::nodes::{address, children};
use crate::{
    components::{MixBar, Shelf, said_text},
    i18n::{Find, grouped},
    pages::browse::Dropped,
    state::{lang, told_apart},
    view::view,
};
use leptos::prelude::*;
use search::Directory;
use std::sync::Arc;

/// The page of all shelves.
#[component]
pub(super) fn AllShelves(directory: Arc<Directory>) -> AnyView {
    let words = Find::of(lang());
    crate::pages::title(words.categories);
    let top = directory
        .categories
        .iter()
        .filter(|node| node.parent.is_none());
    let names = top
        .clone()
        .map(|node| (node.key.as_str(), said_text(&node.label)));
    let names = told_apart(names);
    let shelves = top.zip(names).map(|(node, name)| {
        let below = children(&directory, &node.key);
        view! {
            <section class="tree">
                <h2><a href=address(&node.key)>{name}</a> " " <span class="num muted">{grouped(node.listings.total())}</span></h2>
                <MixBar counts=node.listings/>
                <Shelf nodes=below/>
            </section>
        }
    });
    view! {
        <div class="wrap listing">
            <Dropped/>
            <header class="lhead"><h1>{words.categories}</h1><p class="quiet">{words.categories_lead}</p></header>
            <div class="trees">{shelves.collect_view()}</div>
        </div>
    }
}
