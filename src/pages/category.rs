//! The shelves: all of them, or one with what is below it and its listings.

use super::browse::Dropped;
use crate::{
    components::{
        Chips, Crumbs, Empty, FacetPanel, MixBar, Pager, ResultHead, ResultList, Shelf, said_text,
    },
    engine::SearchEngine,
    i18n::{Common, Find, grouped},
    reactive::watch,
    state::{Router, href, lang, told_apart},
    view::{any, view},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{CategoryNode, Directory, Facet, Query, StateCounts};
use std::sync::Arc;

/// The page.
#[component]
pub(crate) fn Category() -> AnyView {
    let router = Router::here();
    let key = router.part(|route| match route {
        Route::Category(key) => key.clone(),
        _ => None,
    });
    let directory = SearchEngine::here().directory();
    // A link may give an id without its source: the first shelf that has it is meant.
    watch(move || {
        let asked = router.dropped();
        let id = asked.iter().find(|dropped| dropped.name == "id");
        let shelf = directory.with(|directory| {
            let node = directory.as_ref()?.category(&id?.value)?;
            Key::parse(&node.key)
        });
        if shelf.is_some() {
            router.replace(&Route::Category(shelf));
        }
    });
    any(move || {
        let key = key.get();
        match directory.get() {
            None => {
                view! { <p class="wrap band muted" role="status">{Common::of(lang()).loading}</p> }
            }
            Some(directory) => match key {
                None => view! { <AllShelves directory=directory/> },
                Some(key) => view! { <OneShelf directory=directory key=key/> },
            },
        }
    })
}

#[component]
fn AllShelves(directory: Arc<Directory>) -> AnyView {
    let words = Find::of(lang());
    super::title(words.categories);
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

#[component]
fn OneShelf(directory: Arc<Directory>, key: Key) -> AnyView {
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
    super::title(&name);
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

/// The listings of a shelf: the first page here, filters and further pages in the catalogue.
#[component]
fn ShelfListings(key: String) -> AnyView {
    let router = Router::here();
    let base = move || {
        let mut query = Query::default();
        query.toggle(Facet::Category, &key);
        query
    };
    let query = StoredValue::new(base());
    let asked = Signal::derive(move || query.get_value());
    let answer = SearchEngine::here().live(move || (asked.get(), Query::PAGE_SIZE));
    let go = move |query: Query| {
        router.go(&Route::Browse(query));
        platform::to_top("main");
    };
    let toggle = move |(facet, value): (Facet, String)| {
        let mut query = query.get_value();
        query.toggle(facet, &value);
        go(query);
    };
    let pages = move || {
        let total = answer.with(|answer| answer.value().map_or(0, |f| f.merged.total.value));
        u32::try_from(total.div_ceil(u64::from(Query::PAGE_SIZE))).unwrap_or(u32::MAX)
    };
    let words = Find::of(lang());
    view! {
        <div class="cols lead">
            <FacetPanel answer=answer query=asked on_toggle=Callback::new(toggle)/>
            <section aria-label=words.in_category>
                <ResultHead
                    answer=answer
                    sources=Signal::derive(|| 1)
                    query=asked
                    on_sort=Callback::new(move |sort| go(Query { sort, ..query.get_value() }))
                />
                <Chips query=asked answer=answer on_change=Callback::new(go)/>
                <ResultList answer=answer query=asked/>
                {move || {
                    let address = move |page| href(&Route::Browse(Query { page, ..query.get_value() }));
                    view! { <Pager page=0 pages=pages() address=address/> }
                }}
            </section>
        </div>
    }
}

fn children(directory: &Directory, parent: &str) -> Vec<(String, String, StateCounts)> {
    let below = directory
        .categories
        .iter()
        .filter(|node| node.parent.as_deref() == Some(parent));
    below
        .map(|node| (address(&node.key), said_text(&node.label), node.listings))
        .collect()
}

fn address(key: &str) -> String {
    href(&Route::Category(Key::parse(key)))
}

fn ancestors(directory: &Directory, node: &CategoryNode) -> Vec<(String, Route)> {
    let mut above = Vec::new();
    let mut parent = node.parent.clone();
    // The reader breaks cycles; the bound is for a directory of another version.
    while let Some(key) = parent.filter(|_| above.len() < 32) {
        let found = directory.categories.iter().find(|node| node.key == key);
        let Some(node) = found else { break };
        above.push((said_text(&node.label), Route::Category(Key::parse(&key))));
        parent = node.parent.clone();
    }
    above.reverse();
    above
}
