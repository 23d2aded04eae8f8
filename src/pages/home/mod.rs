//! Home: search, what the price fields say, the shelves, open data, newest, exchanges.
//! Every figure is computed from what is loaded, or is not there.

mod figures;
mod fresh;
mod hero;
mod shelves;
mod traders;

use crate::engine::SearchEngine;
use crate::view::view;
use leptos::prelude::*;
use search::{Facet, Query};

/// The page.
#[component]
pub(crate) fn Home() -> AnyView {
    super::title("");
    let directory = SearchEngine::here().directory();
    view! {
        <hero::Hero directory=directory/>
        {move || directory.get().filter(|d| d.listings.total() > 0).map(|directory| view! {
            <shelves::Shelves directory=directory.clone()/>
            <section class="band"><div class="wrap duo"><fresh::OpenData/><fresh::Newest/></div></section>
            <traders::Traders directory=directory.clone()/>
            <figures::Figures directory=directory/>
        })}
    }
}

/// A query with one value of one facet chosen.
fn only(facet: Facet, value: &str) -> Query {
    let mut query = Query::default();
    query.toggle(facet, value);
    query
}
