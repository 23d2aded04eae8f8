//! The saved searches, each with what is new since its listings were looked at last.

use super::{desk::Desk, erase::Erase};
use crate::{
    engine::{Digest, SearchEngine},
    i18n::{Keep, Shop as Words, fill, grouped},
    reactive::memo,
    state::{href, lang, now},
    view::{any, view},
};
use kept::{Entry, News, SEARCHES, SavedSearch};
use leptos::prelude::*;
use routes::Route;
use search::{Query, url};

/// The section; nothing where no search is kept.
#[component]
pub(super) fn Searches(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let words = Keep::of(lang());
    let searches = memo(move || in_order(&desk.entries()));
    let some = memo(move || searches.with(|searches| !searches.is_empty()));
    any(move || {
        some.get().then(|| {
            view! {
                <section class="band first" id="searches">
                    <div class="bandhead"><h2>{words.searches}</h2></div>
                    <ul class="kept plain" role="list">
                        <For
                            each=move || searches.get()
                            key=|(key, search)| (key.clone(), search.seen_at)
                            children=move |(key, search)| view! { <Saved desk=desk key=key search=search/> }
                        />
                    </ul>
                </section>
            }
        })
    })
}

/// Keys and searches that this version can read, the oldest first.
fn in_order(entries: &[Entry]) -> Vec<(String, SavedSearch)> {
    let searches = entries.iter().filter(|entry| entry.kind == SEARCHES);
    let read = |entry: &Entry| Some((entry.key.clone(), entry.of(SavedSearch::VERSION)?));
    let searches: Vec<(String, SavedSearch)> = searches.filter_map(read).collect();
    search::ordered(searches, &|one, other| {
        (one.1.saved_at, &one.0).cmp(&(other.1.saved_at, &other.0))
    })
}

#[component]
fn Saved(desk: Desk, key: String, search: SavedSearch) -> AnyView {
    let words = Keep::of(lang());
    let shop = Words::of(lang());
    let query = url::read(&search.address).0;
    let digest = SearchEngine::here().digest(query.clone(), search.prices.clone());
    let address = href(&Route::Browse(Query { page: 0, ..query }));
    let time = platform::local_minute(search.seen_at as f64).replace('T', " ");
    let name = search.name.clone();
    let open_label = fill(shop.open_named, &[("name", &name)]);
    let erase_label = fill(shop.erase_named, &[("name", &name)]);
    let kept = StoredValue::new((key.clone(), search));
    let rename = move |name: String| {
        kept.update_value(|(_, search)| search.name = name);
        put(desk, kept);
    };
    // Opened is looked at: what is new is counted from here on.
    let open = move |_| {
        if let Some(found) = digest.get_untracked() {
            kept.update_value(|(_, search)| {
                search.see(now(), found.total, found.listings, found.prices);
            });
            put(desk, kept);
        }
    };
    let erase = Callback::new(move |()| {
        let key = key.clone();
        platform::spawn(async move {
            // Looking again says whether it is gone.
            let _ = desk.keeper.delete(SEARCHES, &key).await;
            desk.look().await;
        })
        .detach();
    });
    let news = any(move || {
        digest.get().map_or_else(
            || view! { <span>{words.looking}</span> },
            |digest| kept.with_value(|(_, search)| news_view(search, &digest)),
        )
    });
    view! {
        <li>
            <div>
                <label class="field">
                    <span class="vh">{words.search_name}</span>
                    <input
                        class="input"
                        type="text"
                        maxlength="200"
                        prop:value=name
                        on:input:target=move |event| rename(event.target().value())
                    />
                </label>
                <span class="small muted news" role="status">
                    {news}
                    <span>{fill(words.since, &[("time", &time)])}</span>
                </span>
                {any(move || digest.get().map(|digest| super::price_changes::view(&digest)))}
            </div>
            <div class="row">
                <a class="btn small" href=address aria-label=open_label on:click=open>{shop.open}</a>
                <Erase words=shop.erase_one label=erase_label on_erase=erase/>
            </div>
        </li>
    }
}

fn put(desk: Desk, kept: StoredValue<(String, SavedSearch)>) {
    let (key, search) = kept.get_value();
    let failed = Keep::of(lang()).save_failed;
    platform::spawn(async move {
        if let Err(error) = desk.keeper.keep(&search.entry(&key)).await {
            let said = super::export::unread(failed, &error);
            let _ = desk
                .said
                .try_set(Some((crate::components::Tone::Bad, said)));
        }
    })
    .detach();
}

fn news_view(search: &SavedSearch, digest: &Digest) -> AnyView {
    let words = Keep::of(lang());
    match search.news(digest.listings.as_deref()) {
        News::TooMany => {
            let numbers = [
                ("now", &*grouped(digest.total)),
                ("then", &*grouped(search.total)),
            ];
            view! { <span>{fill(words.too_many, &numbers)}</span> }
        }
        News::Told { new, gone } => {
            let gone = (gone > 0).then(|| fill(words.gone_n, &[("n", &grouped(gone))]));
            let changed = (digest.changes > 0)
                .then(|| fill(words.prices_changed_n, &[("n", &grouped(digest.changes))]));
            let said = match new {
                0 => view! { <span>{words.none_new}</span> },
                new => {
                    view! { <b class="tag yes">{fill(words.new_n, &[("n", &grouped(new))])}</b> }
                }
            };
            view! { <span>{said}{gone}{changed}</span> }
        }
    }
}
