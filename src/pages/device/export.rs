//! What goes out: everything kept as one JSON document, and the shortlist as a table. What a
//! newer version wrote goes out as it is.

use super::desk::Desk;
use crate::{
    components::Tone,
    i18n::{Keep, Lang, Shop as Words, fill},
    state::{Router, lang},
};
use catalog::Key;
use kept::{Entry, Item, SHORTLIST};
use leptos::prelude::*;
use platform::StorageError;
use routes::Route;

/// Offers everything as one document, as it lies on the device at this moment.
pub(super) fn all(desk: Desk) {
    let shop = Router::here().base();
    let preferences = desk.preferences.get_untracked();
    offer(desk, move |entries| {
        let text = kept::write(entries, &preferences, &shop, &platform::now_iso());
        platform::download(&named("jishi", "json"), "application/json", text.as_bytes())
    });
}

/// Offers the shortlist as a table.
pub(super) fn shortlist(desk: Desk) {
    let (router, lang) = (Router::here(), lang());
    offer(desk, move |entries| {
        let text = kept::table(&rows(entries, router, lang));
        platform::download(
            &named("jishi-shortlist", "csv"),
            "text/csv;charset=utf-8",
            text.as_bytes(),
        )
    });
}

fn offer(desk: Desk, make: impl FnOnce(&[Entry]) -> bool + 'static) {
    let words = Words::of(lang());
    let read_failed = words.device_failed_next;
    platform::spawn(async move {
        let failed = match desk.keeper.entries().await {
            Ok(entries) if make(&entries) => None,
            Ok(_) => Some(words.export_failed.to_owned()),
            Err(error) => Some(unread(read_failed, &error)),
        };
        if let Some(said) = failed {
            let _ = desk.said.try_set(Some((Tone::Bad, said)));
        }
    })
    .detach();
}

/// The browser's own reason.
pub(super) fn unread(words: &str, error: &StorageError) -> String {
    fill(words, &[("reason", &error.to_string())])
}

fn named(what: &str, ending: &str) -> String {
    let day: String = platform::now_iso().chars().take(10).collect();
    format!("{what}-{day}.{ending}")
}

fn rows(entries: &[Entry], router: Router, lang: Lang) -> Vec<Vec<String>> {
    let words = Keep::of(lang);
    let head = [
        words.column_listing,
        words.column_key,
        words.note,
        words.column_added,
        words.column_address,
    ];
    let head = head.map(str::to_owned).to_vec();
    let row = |(key, item): (String, Item)| {
        let address = Key::parse(&key).map(|key| router.href(&Route::Listing(key)));
        vec![
            item.title
                .pick(lang.tag(), "zh")
                .map_or_else(String::new, |(_, title)| title.to_owned()),
            key,
            item.note,
            platform::local_minute(item.added_at as f64).replace('T', " "),
            address.unwrap_or_default(),
        ]
    };
    std::iter::once(head)
        .chain(in_order(entries).into_iter().map(row))
        .collect()
}

/// Keys and items of the shortlist that this version can read, in the visitor's order.
pub(super) fn in_order(entries: &[Entry]) -> Vec<(String, Item)> {
    let items = entries.iter().filter(|entry| entry.kind == SHORTLIST);
    let items = items.filter_map(|entry| Some((entry.key.clone(), entry.of(Item::VERSION)?)));
    search::ordered(
        items.collect(),
        &|one: &(String, Item), other: &(String, Item)| {
            one.1
                .order()
                .cmp(&other.1.order())
                .then_with(|| one.0.cmp(&other.0))
        },
    )
}
