//! Results as a file: a table for spreadsheets, or the hits as the search tells them.

use crate::{
    components::said_text,
    i18n::{Keep, Named as _, date, quantity, update_frequency},
    state::{Router, lang},
};
use catalog::{DeliveryMode, Key, UpdateFrequency};
use record::{Record as _, Value};
use routes::Route;
use search::{Hit, Merged, Query};

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Json,
}

/// Offers the file. `false` when the browser would not make it. `shop`: its name and address.
pub(super) fn download(format: Format, merged: &Merged, query: &Query, shop: (&str, &str)) -> bool {
    let day: String = platform::now_iso().chars().take(10).collect();
    let (text, ending, mime) = match format {
        Format::Csv => (csv(&merged.hits, shop.0), "csv", "text/csv;charset=utf-8"),
        Format::Json => (json(merged, query, shop), "json", "application/json"),
    };
    platform::download(
        &format!("jishi-results-{day}.{ending}"),
        mime,
        text.as_bytes(),
    )
}

/// One row a listing, with where it is from and when it was taken.
fn csv(hits: &[Hit], shop: &str) -> String {
    let words = Keep::of(lang());
    let head = [
        words.column_listing,
        words.column_key,
        words.column_supplier,
        words.column_exchange,
        words.column_price,
        words.column_amount,
        words.column_currency,
        words.column_per,
        words.column_words,
        words.column_delivery,
        words.column_update,
        words.column_size,
        words.column_columns,
        words.column_dated,
        words.column_address,
        words.column_source,
        words.column_taken,
    ];
    let taken = platform::now_iso();
    let head = head.map(str::to_owned).to_vec();
    let rows = hits.iter().map(|hit| row(hit, shop, &taken));
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    kept::table(&rows)
}

/// What is not stated stays blank: a table has no room for the difference, and a word would be
/// a value.
fn row(hit: &Hit, shop: &str, taken: &str) -> Vec<String> {
    let lang = lang();
    let named = |named: &Option<search::Named>| {
        named
            .as_ref()
            .map(|named| said_text(&named.name))
            .unwrap_or_default()
    };
    let offer = hit.price.offer.as_ref();
    let price = offer.and_then(|offer| offer.price.as_ref());
    let amount = price.map(|price| match (&price.amount, &price.min, &price.max) {
        (Some(amount), ..) => amount.clone(),
        (None, Some(min), Some(max)) => format!("{min}–{max}"),
        (None, Some(bound), None) | (None, None, Some(bound)) => bound.clone(),
        _ => String::new(),
    });
    let delivery = hit
        .delivery
        .iter()
        .filter(|mode| **mode != DeliveryMode::Unspecified);
    let delivery: Vec<&str> = delivery.map(|mode| mode.name(lang)).collect();
    let update = hit.update_frequency.clone();
    let update = update.map(|text| update_frequency(&UpdateFrequency(text), lang));
    let sizes: Vec<String> = hit.extent.iter().map(|size| quantity(size, lang)).collect();
    let columns = if hit.columns > 0 {
        hit.columns.to_string()
    } else {
        String::new()
    };
    let address = Key::parse(&hit.key).map(|key| Router::here().href(&Route::Listing(key)));
    let model = offer.and_then(|offer| offer.billing_model);
    vec![
        said_text(&hit.title),
        hit.key.clone(),
        named(&hit.provider),
        named(&hit.exchange),
        hit.price.state.name(lang).to_owned(),
        amount.unwrap_or_default(),
        price
            .map(|price| price.currency.clone())
            .unwrap_or_default(),
        model
            .map(|model| model.name(lang).to_owned())
            .unwrap_or_default(),
        offer
            .and_then(|offer| offer.verbatim.clone())
            .unwrap_or_default(),
        delivery.join(lang.pick("、", ", ")),
        update.unwrap_or_default(),
        sizes.join(" · "),
        columns,
        hit.dated.as_ref().map(date).unwrap_or_default(),
        address.unwrap_or_default(),
        shop.to_owned(),
        taken.to_owned(),
    ]
}

/// The hits as the search tells them, with what they cover.
fn json(merged: &Merged, query: &Query, shop: (&str, &str)) -> String {
    let mut document = record::object();
    record::put_text(&mut document, "type", "jishi.results");
    record::put(&mut document, "version", &1_u32);
    record::put_text(&mut document, "shop", shop.0);
    record::put_text(
        &mut document,
        "address",
        &Router::here().href(&Route::Browse(query.clone())),
    );
    record::put_text(&mut document, "exportedAt", &platform::now_iso());
    record::put(&mut document, "total", &merged.total.value);
    record::put(&mut document, "searched", &merged.searched);
    let hits: Vec<Value> = merged.hits.iter().map(Hit::write).collect();
    if let Some(members) = document.as_object_mut() {
        members.insert(String::from("listings"), Value::Array(hits));
    }
    format!("{document:#}\n")
}
