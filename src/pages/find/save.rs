//! Keeps the search with what it finds now, so that what is new can be told next time.

use super::keepers::Said;
use crate::{
    components::{Results, Tone, conditions},
    engine::{Digest, SearchEngine},
    i18n::{Keep, fill},
    reactive::watch,
    state::{Keeper, fresh_key, lang, now},
};
use kept::{SEARCHES, SavedSearch};
use leptos::prelude::*;
use platform::{Kept, StorageError};
use search::{Query, url};

/// The way to save: first what matches is told, then it is kept.
pub(super) fn save(results: Results, said: Said) -> Callback<()> {
    let words = Keep::of(lang());
    let engine = SearchEngine::here();
    let keeper = Keeper::closed();
    let waiting: StoredValue<Option<RwSignal<Option<Digest>>>> = StoredValue::new(None);
    let asked = RwSignal::new(0_u32);
    watch(move || {
        asked.track();
        let digest = waiting.get_value().and_then(|digest| digest.get());
        let Some(digest) = digest else {
            return;
        };
        waiting.set_value(None);
        let query = results.query.get_untracked();
        let name = untrack(|| match conditions(&query, results.answer) {
            name if name.is_empty() => words.all_listings.to_owned(),
            name => name,
        });
        platform::spawn(async move {
            let done = keep(keeper, &query, name, digest, words).await;
            let _ = said.try_set(Some(done));
        })
        .detach();
    });
    Callback::new(move |()| {
        said.set(Some((Tone::Info, words.saving.to_owned())));
        waiting.set_value(Some(
            engine.digest(results.query.get_untracked(), Vec::new()),
        ));
        asked.update(|asked| *asked += 1);
    })
}

async fn keep(
    keeper: Keeper,
    query: &Query,
    name: String,
    digest: Digest,
    words: &'static Keep,
) -> (Tone, String) {
    let failed = |error: StorageError| {
        let said = fill(words.save_failed, &[("reason", &error.to_string())]);
        (Tone::Bad, said)
    };
    let whole = Query {
        page: 0,
        ..query.clone()
    };
    let address = url::write(&whole);
    let entries = match keeper.entries().await {
        Ok(entries) => entries,
        Err(error) => return failed(error),
    };
    let searches = entries.iter().filter(|entry| entry.kind == SEARCHES);
    let mut searches = searches.filter_map(|entry| entry.of::<SavedSearch>(SavedSearch::VERSION));
    if let Some(known) = searches.find(|search| search.address == address) {
        return (
            Tone::Info,
            fill(words.saved_before, &[("name", &known.name)]),
        );
    }
    let mut search = SavedSearch {
        name,
        address,
        saved_at: now(),
        ..SavedSearch::default()
    };
    search.see(now(), digest.total, digest.listings, digest.prices);
    match keeper.keep(&search.entry(&fresh_key())).await {
        Ok(Kept::Device) => (Tone::Done, fill(words.saved, &[("name", &search.name)])),
        Ok(Kept::Memory) => (
            Tone::Warning,
            fill(words.saved_memory, &[("name", &search.name)]),
        ),
        Err(error) => failed(error),
    }
}
