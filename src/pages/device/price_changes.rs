//! Prices that are others than the visitor saw.

use crate::{
    components::said_text,
    engine::Digest,
    i18n::{Common, Keep, fill, grouped, short_price},
    state::{href, lang},
    view::view,
};
use catalog::{Key, ShortPrice};
use leptos::prelude::*;
use routes::Route;

/// "Was X, now Y".
pub(super) fn said(was: &ShortPrice, now: &ShortPrice) -> String {
    let (was, now) = (short_price(was, lang()), short_price(now, lang()));
    fill(
        Keep::of(lang()).price_changed,
        &[("was", &was), ("now", &now)],
    )
}

/// The listings of a saved search whose prices changed, those of them that are told.
pub(super) fn view(digest: &Digest) -> Option<AnyView> {
    let words = Keep::of(lang());
    let told = digest.changed.iter().map(|change| {
        let address = Key::parse(&change.key).map(|key| href(&Route::Listing(key)));
        let name = match said_text(&change.title) {
            name if name.is_empty() => Common::of(lang()).untitled.to_owned(),
            name => name,
        };
        view! { <li><a href=address>{name}</a><br/>{said(&change.was, &change.now)}</li> }
    });
    let left = digest.changes.saturating_sub(digest.changed.len() as u64);
    let left = (left > 0).then(|| {
        let words = fill(words.more_changed, &[("n", &grouped(left))]);
        view! { <li class="muted">{words}</li> }
    });
    (digest.changes > 0).then(|| {
        view! { <ul class="small changes">{told.collect_view()}{left}</ul> }
    })
}
