//! One exchange in the table: both names, place and date as written, its bar, whether it
//! opened, its listings.

use super::{Opened, Written, is_planned, name_path, other_name, timeline::Axis};
use crate::{
    components::{EvidenceMark, NotStated, Said},
    engine::SearchEngine,
    i18n::{Exchanges as Words, date, fill, grouped},
    state::{href, lang, source_name},
    view::view,
};
use catalog::{Exchange, Key, Text};
use leptos::prelude::*;
use routes::Route;
use search::ExchangeEntry;

/// The row.
#[component]
pub(super) fn Row(
    entry: ExchangeEntry,
    axis: Option<Axis>,
    /// Several sources name exchanges, so each row says which.
    name_source: bool,
) -> AnyView {
    let words = Words::of(lang());
    let page = Key::parse(&entry.key).map(|key| href(&Route::Exchange(key)));
    let exchange = entry.exchange;
    let place = exchange.location.verbatim.clone();
    let when = exchange.established.as_ref().map(date);
    let marks = exchange.assertions.clone();
    let listings = match entry.listings.total() {
        0 => view! { <span class="muted">{words.list_none}</span> },
        n => view! { <a class="num" href=page.clone()>{grouped(n)}</a> },
    };
    // The catalog's name comes a moment after its records.
    let source = move || {
        let name = name_source.then(|| source_of(&entry.key)).flatten()?;
        let said = fill(words.in_source, &[("source", &name)]);
        Some(view! { <span class="sub">{said}</span> })
    };
    view! {
        <div class="xr" role="row">
            <span role="rowheader">
                <a href=page><Said text=exchange.name.clone()/></a>
                <NameMark exchange=exchange.clone()/>
                <OtherName name=exchange.name.clone()/>
                {source}
            </span>
            <span role="cell">{written(place)}</span>
            <span role="cell" class="w">
                {written(when)}
                <EvidenceMark assertions=marks path="/established/verbatim"/>
            </span>
            {axis.map(|axis| view! { <Track exchange=exchange.clone() axis=axis/> })}
            <span role="cell" class="o"><span class="lbl">{words.opened_q}</span><Opened exchange=exchange/></span>
            <span role="cell" class="o"><span class="lbl">{words.list_q}</span>{listings}</span>
        </div>
    }
}

fn written(words: Option<String>) -> AnyView {
    match words {
        Some(words) => view! { <Written words=words/> },
        None => view! { <NotStated/> },
    }
}

/// How the name that is shown is known.
#[component]
fn NameMark(exchange: Exchange) -> Option<AnyView> {
    let (tag, _) = exchange.name.pick(lang().tag(), "zh")?;
    let path = name_path(tag);
    Some(view! { <EvidenceMark assertions=exchange.assertions.clone() path=path/> })
}

#[component]
fn OtherName(name: Text) -> Option<AnyView> {
    other_name(&name).map(|(tag, words)| view! { <span class="sub" lang=tag>{words}</span> })
}

/// The bar from the earliest to the latest day that the wording can mean.
#[component]
fn Track(exchange: Exchange, axis: Axis) -> AnyView {
    let words = Words::of(lang());
    let bar = exchange.established.as_ref().and_then(|date| {
        let (start, width) = axis.span(date)?;
        let one_day = date.earliest == date.latest;
        let class = match () {
            () if is_planned(&exchange) => "m-plan",
            () if date.approximate => "m-circa",
            () if one_day => "m-day",
            () => "m-span",
        };
        let days = match one_day {
            true => date.earliest.clone(),
            false => fill(
                words.days,
                &[("from", &date.earliest), ("to", &date.latest)],
            ),
        };
        Some(view! {
            <i
                class=class
                title=days.clone()
                style:--x=format!("{start:.2}%")
                style:--w=format!("{width:.2}%")
            ></i>
            <span class="vh">{days}</span>
        })
    });
    view! { <span role="cell" class="track" style:--cell=format!("{:.3}%", axis.cell())>{bar}</span> }
}

/// The name of the catalog that has this record.
fn source_of(key: &str) -> Option<String> {
    let key = Key::parse(key)?;
    let reports = SearchEngine::here().sources();
    reports.with(|reports| {
        reports
            .iter()
            .find(|r| r.id == key.source())
            .map(source_name)
    })
}
