//! Home: search, what the price fields say, the shelves, open data, newest, exchanges.
//! Every figure is computed from what is loaded, or is not there.

use super::category::Shelf;
use crate::{
    components::{MixBar, PriceLine, PriceWaffle, Said, SearchBox, said_text},
    engine::{Found, Loadable, SearchEngine},
    i18n::{Common, Home as Words, date, fill, grouped, share},
    state::{Router, Site, href, lang},
};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Directory, ExchangeEntry, Facet, Hit, Query, Sort};
use std::sync::Arc;

/// The page.
#[component]
pub(crate) fn Home() -> impl IntoView {
    super::title("");
    let directory = SearchEngine::here().directory();
    view! {
        <Hero directory=directory/>
        {move || directory.get().filter(|d| d.listings.total() > 0).map(|directory| view! {
            <Shelves directory=directory.clone()/>
            <section class="band"><div class="wrap duo"><OpenData/><Newest/></div></section>
            <Traders directory=directory.clone()/>
            <Figures directory=directory/>
        })}
    }
}

/// A query with one value of one facet chosen.
fn only(facet: Facet, value: &str) -> Query {
    let mut query = Query::default();
    query.toggle(facet, value);
    query
}

#[component]
fn Hero(directory: RwSignal<Option<Arc<Directory>>>) -> impl IntoView {
    let words = Words::of(lang());
    let router = Router::here();
    let search = move |text: String| {
        router.go(&Route::Browse(Query {
            text,
            ..Query::default()
        }));
        platform::to_top("main");
    };
    let title = Site::here()
        .text("home-title")
        .unwrap_or_else(|| words.title.to_owned());
    view! {
        <section class="hero">
            <div class="wrap">
                <div class="hero-l">
                    <h1>{title}</h1>
                    <p class="lead">{move || directory.get().map_or_else(
                        || Common::of(lang()).loading.to_owned(),
                        |directory| lead(&directory),
                    )}</p>
                    <SearchBox text=Signal::derive(String::new) on_submit=Callback::new(search)/>
                    {move || directory.get().map(|directory| view! { <Ways directory=directory/> })}
                </div>
                {move || directory.get().filter(|d| d.listings.total() > 0).map(|directory| view! {
                    <PriceWaffle counts=directory.listings/>
                })}
            </div>
        </section>
    }
}

fn lead(directory: &Directory) -> String {
    let words = Words::of(lang());
    let n = grouped(directory.listings.total());
    let with = directory
        .exchanges
        .iter()
        .filter(|entry| entry.listings.total() > 0)
        .count();
    match (directory.listings.total(), with) {
        (0, _) => words.nothing.to_owned(),
        (_, 0 | 1) => fill(words.lead_plain, &[("n", &n)]),
        (_, with) => fill(words.lead, &[("n", &n), ("exchanges", &with.to_string())]),
    }
}

/// Three ways in: the public, buyers, whoever looks for an exchange.
#[component]
fn Ways(directory: Arc<Directory>) -> impl IntoView {
    let words = Words::of(lang());
    let free = href(&Route::Browse(only(Facet::Price, "free")));
    view! {
        <ul class="ways plain">
            <li><a href=free>
                <b>{words.way_free}</b>
                <span>{fill(words.way_free_sub, &[("n", &grouped(directory.listings.free))])}</span>
            </a></li>
            <li><a href=href(&Route::Browse(Query::default()))>
                <b>{words.way_compare}</b>
                <span>{words.way_compare_sub}</span>
            </a></li>
            <li><a href=href(&Route::Exchanges)>
                <b>{words.way_exchanges}</b>
                <span>{fill(words.way_exchanges_sub, &[("n", &directory.exchanges.len().to_string())])}</span>
            </a></li>
        </ul>
    }
}

/// Shelves on home; more stand on their own page.
const SHELVES: usize = 10;

#[component]
fn Shelves(directory: Arc<Directory>) -> impl IntoView {
    let words = Words::of(lang());
    let mut top: Vec<_> = directory
        .categories
        .iter()
        .filter(|node| node.parent.is_none())
        .collect();
    top.sort_by_key(|node| std::cmp::Reverse(node.listings.total()));
    let mut cells: Vec<_> = top
        .iter()
        .take(SHELVES)
        .map(|node| {
            let address = href(&Route::Category(Key::parse(&node.key)));
            (address, said_text(&node.label), node.listings)
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

/// Hits of an answer, or none yet.
fn hits(answer: RwSignal<Loadable<Found>>) -> (u64, Vec<Hit>) {
    answer.with(|answer| {
        answer.value().map_or((0, Vec::new()), |found| {
            (found.merged.total.value, found.merged.hits.clone())
        })
    })
}

/// Free data whose rows open here.
#[component]
fn OpenData() -> impl IntoView {
    let words = Words::of(lang());
    let query = StoredValue::new(only(Facet::Preview, "rows"));
    let answer = SearchEngine::here().live(move || (query.get_value(), 3));
    move || {
        let (total, hits) = hits(answer);
        (total > 0).then(|| {
            let all = fill(words.all_n, &[("n", &grouped(total))]);
            let cards = hits.into_iter().map(|hit| view! { <OpenCard hit=hit/> });
            view! {
                <div>
                    <div class="bandhead">
                        <h2>{words.open_data}</h2>
                        <p><a href=href(&Route::Browse(query.get_value()))>{all}</a></p>
                    </div>
                    <div class="openset">{cards.collect_view()}</div>
                </div>
            }
        })
    }
}

#[component]
fn OpenCard(hit: Hit) -> impl IntoView {
    let common = Common::of(lang());
    let key = Key::parse(&hit.key);
    let page = key.clone().map(|key| href(&Route::Listing(key)));
    let preview = key.map(|key| href(&Route::Preview { key, file: 0 }));
    let provider = hit.provider.map(|named| named.name);
    view! {
        <article>
            <h3><a href=page><Said text=hit.title/></a></h3>
            <p class="by">
                {match provider {
                    Some(name) => view! { <span><Said text=name/></span> }.into_any(),
                    None => view! { <span class="none">{common.supplier_not_stated}</span> }.into_any(),
                }}
                {hit.exchange.map(|named| view! { <span class="exch"><Said text=named.name/></span> })}
            </p>
            {hit.summary.map(|text| view! { <p class="use small"><Said text=text/></p> })}
            <p class="row between small">
                <PriceLine price=hit.price/>
                <a href=preview>{common.preview}</a>
            </p>
        </article>
    }
}

#[component]
fn Newest() -> impl IntoView {
    let words = Words::of(lang());
    let query = Query {
        sort: Sort::Newest,
        ..Query::default()
    };
    let all = href(&Route::Browse(query.clone()));
    let query = StoredValue::new(query);
    let answer = SearchEngine::here().live(move || (query.get_value(), 8));
    view! {
        <div>
            <div class="bandhead">
                <h2>{words.newest}</h2>
                <p><a href=all>{words.newest_all}</a></p>
            </div>
            {move || {
                let dated: Vec<Hit> = hits(answer).1.into_iter().filter(|hit| hit.dated.is_some()).collect();
                if dated.is_empty() {
                    return view! { <p class="quiet">{words.newest_none}</p> }.into_any();
                }
                let lines = dated.into_iter().map(|hit| view! { <NewestLine hit=hit/> });
                view! { <ol class="newest plain">{lines.collect_view()}</ol> }.into_any()
            }}
        </div>
    }
}

#[component]
fn NewestLine(hit: Hit) -> impl IntoView {
    let page = Key::parse(&hit.key).map(|key| href(&Route::Listing(key)));
    let when = hit.dated.as_ref().map(|when| {
        view! { <time datetime=when.earliest.clone()>{date(when)}</time> }
    });
    view! {
        <li>
            {when}
            <span class="t">
                <a href=page><Said text=hit.title/></a>
                " "
                {hit.exchange.map(|named| view! { <span class="exch"><Said text=named.name/></span> })}
            </span>
            <PriceLine price=hit.price/>
        </li>
    }
}

/// Exchanges that have listings here; the directory has them all.
#[component]
fn Traders(directory: Arc<Directory>) -> impl IntoView {
    let words = Words::of(lang());
    let all = directory.exchanges.len();
    let planned = directory
        .exchanges
        .iter()
        .filter(|e| super::exchanges::is_planned(&e.exchange))
        .count();
    let mut with: Vec<ExchangeEntry> = directory
        .exchanges
        .iter()
        .filter(|entry| entry.listings.total() > 0)
        .cloned()
        .collect();
    with.sort_by_key(|entry| std::cmp::Reverse(entry.listings.total()));
    let note = fill(
        words.directory_note,
        &[("n", &all.to_string()), ("planned", &planned.to_string())],
    );
    let cells = with
        .into_iter()
        .take(8)
        .map(|entry| view! { <Trader entry=entry/> });
    (all > 0).then(|| {
        view! {
            <section class="band"><div class="wrap">
                <div class="bandhead">
                    <h2>{words.listed_exchanges}</h2>
                    <p>{note}" · "<a href=href(&Route::Exchanges)>{words.directory_link}</a></p>
                </div>
                <ul class="strip plain">{cells.collect_view()}</ul>
            </div></section>
        }
    })
}

#[component]
fn Trader(entry: ExchangeEntry) -> impl IntoView {
    let words = Words::of(lang());
    let page = Key::parse(&entry.key).map(|key| href(&Route::Exchange(key)));
    let place = super::listing::place(&entry.exchange.location);
    let when = entry.exchange.established.as_ref().map(date);
    let line: Vec<String> = place.into_iter().chain(when).collect();
    view! {
        <li>
            <a href=page><b><Said text=entry.exchange.name/></b></a>
            <span class="small muted">{line.join(" · ")}</span>
            <span class="big num">
                {grouped(entry.listings.total())}
                <small>" "{words.listings_unit}</small>
            </span>
            <MixBar counts=entry.listings height="0.6rem"/>
        </li>
    }
}

#[component]
fn Figures(directory: Arc<Directory>) -> impl IntoView {
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
