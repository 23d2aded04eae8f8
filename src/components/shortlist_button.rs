//! Puts a listing on the shortlist, or takes it off.

use crate::{
    chunks,
    components::said_text,
    i18n::{Common, Keep, fill},
    state::{Keeper, Shortlist, lang},
    view::view,
};
use catalog::{ShortPrice, Text};
use leptos::prelude::*;

/// How the last press ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turned {
    /// As wished.
    Done,
    /// It has a note.
    HasNote,
    /// The device or the network refused.
    Failed,
}

/// What a press is about.
#[derive(Clone)]
pub(crate) struct Turn {
    /// The listing's key.
    pub key: String,
    /// Its name.
    pub title: Text,
    /// What it costs.
    pub price: ShortPrice,
    /// The drawer.
    pub keeper: Keeper,
    /// The list.
    pub shortlist: Shortlist,
    /// Where the end is told.
    pub turned: RwSignal<Turned>,
}

/// The button.
#[component]
pub(crate) fn ShortlistButton(
    /// The listing's key.
    key: String,
    /// Its name.
    title: Text,
    /// What it costs, to be told later when it changed.
    price: ShortPrice,
) -> AnyView {
    let words = Keep::of(lang());
    let name = match said_text(&title) {
        name if name.is_empty() => Common::of(lang()).untitled.to_owned(),
        name => name,
    };
    let turn = Turn {
        key: key.clone(),
        title,
        price,
        keeper: Keeper::closed(),
        shortlist: Shortlist::here(),
        turned: RwSignal::new(Turned::Done),
    };
    let turned = turn.turned;
    let shortlist = turn.shortlist;
    let is_put = Signal::derive(move || shortlist.has(&key));
    let press = move |_| {
        let turn = turn.clone();
        platform::spawn(async move {
            match chunks::turn_shortlist().await {
                Ok(go) => go(turn),
                Err(_) => drop(turn.turned.try_set(Turned::Failed)),
            }
        })
        .detach();
    };
    let said = move || match (turned.get(), is_put.get()) {
        (Turned::HasNote, _) => words.has_note,
        (Turned::Failed, _) => words.put_failed,
        (Turned::Done, true) => words.is_put,
        (Turned::Done, false) => words.put,
    };
    let label = move || match (turned.get(), is_put.get()) {
        (Turned::Done, true) => fill(words.is_put_named, &[("name", &name)]),
        (Turned::Done, false) => fill(words.put_named, &[("name", &name)]),
        _ => said().to_owned(),
    };
    view! {
        <button
            class="textbtn keep"
            class:on=is_put
            type="button"
            aria-label=label
            on:click=press
        >
            {said}
        </button>
    }
}
