//! One listing in a list: title, supplier, exchange, tags, use, facts, price, two buttons.
//! The order follows what buyers look for first (`product.md` §E).

use super::{Icon, Marked, NotStated, PriceTag, Said, ShortlistButton, Svg};
use crate::{
    i18n::{Common, Find, Named as _, quantity, update_frequency},
    state::{href, lang},
    view::{any, view},
};
use catalog::{DeliveryMode, Key, ProductType, UpdateFrequency};
use leptos::prelude::*;
use routes::Route;
use search::Hit;
use std::sync::Arc;

/// The card.
#[component]
pub(crate) fn ListingCard(hit: Arc<Hit>) -> AnyView {
    let words = Common::of(lang());
    let key = Key::parse(&hit.key);
    let page = key.clone().map(|key| href(&Route::Listing(key)));
    let opens = matches!(hit.preview.as_str(), "rows" | "sample") && !hit.delisted;
    let preview = key
        .clone()
        .filter(|_| opens)
        .map(|key| Route::preview(key, 0));
    let ask = key
        .filter(|_| !hit.delisted)
        .map(|key| Route::Inquiry(Some(key)));
    view! {
        <article class="card" data-key=hit.key.clone()>
            <div class="body">
                <h3><a href=page><Marked text=hit.title.clone() marks=hit.marks.clone()/></a></h3>
                <p class="by">
                    {by_line(&hit)}
                    {tags(&hit)}
                </p>
                {hit.summary.clone().map(|text| view! {
                    <p class="use"><Marked text=text marks=hit.marks.clone()/></p>
                })}
                {facts(&hit)}
            </div>
            <div class="side"><PriceTag price=hit.price.clone()/></div>
            <div class="acts">
                {preview.map(|route| view! {
                    <a class="btn small" href=href(&route)><Svg icon=Icon::Eye/>{words.preview}</a>
                })}
                {ask.map(|route| view! {
                    <a class="btn small add" href=href(&route)>{words.ask}</a>
                })}
                <ShortlistButton key=hit.key.clone() title=hit.title.clone() price=hit.price.short()/>
            </div>
        </article>
    }
}

fn by_line(hit: &Hit) -> AnyView {
    let words = Common::of(lang());
    let link = |named: &search::Named, route: fn(Key) -> Route| {
        let route = Key::parse(&named.key).map(route);
        let name = named.name.clone();
        view! { <a class="quietlink" href=route.map(|route| href(&route))><Said text=name/></a> }
    };
    let provider = match &hit.provider {
        Some(named) => view! { <span>{link(named, Route::Provider)}</span> },
        None => view! { <NotStated words=words.supplier_not_stated/> },
    };
    let exchange = match &hit.exchange {
        Some(named) => {
            view! { <span class="exch">{link(named, Route::Exchange)}</span> }
        }
        None => view! { <NotStated words=words.exchange_not_stated/> },
    };
    view! { {provider}{exchange} }
}

/// At most two tags, and only those that change a decision.
fn tags(hit: &Hit) -> Vec<AnyView> {
    let words = Find::of(lang());
    let tag = |class: &'static str, icon: Option<Icon>, words: &'static str| {
        view! { <span class=class>{icon.map(|icon| view! { <Svg icon=icon/> })}{words}</span> }
    };
    let mut tags = Vec::new();
    if hit.delisted {
        tags.push(tag("tag dash", None, words.delisted));
    }
    match (hit.sensitive.as_deref(), hit.privacy.as_deref()) {
        (Some("possible" | "contains"), _) => {
            tags.push(tag("tag pi", Some(Icon::Warning), words.sensitive));
        }
        (_, Some("contains")) => {
            tags.push(tag("tag pi", Some(Icon::Warning), words.holds_personal))
        }
        (_, Some("possible")) => tags.push(tag("tag warn", Some(Icon::Warning), words.personal)),
        _ => {}
    }
    if hit.access.as_deref() == Some("public") {
        tags.push(tag("tag yes", None, words.public_data));
    }
    if let Some(kind) = hit.product_type
        && !matches!(kind, ProductType::Dataset | ProductType::Unknown)
    {
        tags.push(tag("tag", None, kind.name(lang())));
    }
    tags.truncate(2);
    tags
}

fn facts(hit: &Hit) -> AnyView {
    let words = Find::of(lang());
    let lang = lang();
    let delivery: Vec<&str> = hit
        .delivery
        .iter()
        .filter(|mode| **mode != DeliveryMode::Unspecified)
        .map(|mode| mode.name(lang))
        .collect();
    let delivery = (!delivery.is_empty()).then(|| delivery.join(lang.pick("、", ", ")));
    let update = hit
        .update_frequency
        .clone()
        .map(|text| update_frequency(&UpdateFrequency(text), lang));
    let sizes: Vec<String> = hit.extent.iter().map(|size| quantity(size, lang)).collect();
    let columns = (hit.columns > 0).then(|| hit.columns.to_string());
    let sample = match hit.preview.as_str() {
        "rows" => words.can_preview,
        "sample" => words.has_sample,
        "columns" => words.only_columns,
        _ => words.no_sample,
    };
    view! {
        <dl class="facts">
            {fact(words.delivery, delivery)}
            {fact(words.update, update)}
            {fact(words.size, (!sizes.is_empty()).then(|| sizes.join(" · ")))}
            {fact(words.columns, columns)}
            <div><dt>{words.sample}</dt><dd>{sample}</dd></div>
        </dl>
    }
}

fn fact(name: &'static str, value: Option<String>) -> AnyView {
    let value = match value {
        Some(value) => any(value),
        None => view! { <NotStated/> },
    };
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}
