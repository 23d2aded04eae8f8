//! The shortlist, in the visitor's order.

use super::{desk::Desk, export, export::in_order, shortlist_item::ShortlistItem};
use crate::{
    components::{Icon, Svg},
    engine::SearchEngine,
    i18n::Keep,
    reactive::{memo, watch},
    state::lang,
    view::{any, view},
};
use kept::Item;
use leptos::prelude::*;

/// The list as it stands, for what changes its order. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub desk: Desk,
    pub items: StoredValue<Vec<(String, Item)>>,
}

/// The section; nothing where the list is empty.
#[component]
pub(super) fn ShortlistSection(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let words = Keep::of(lang());
    let items = memo(move || in_order(&desk.entries()));
    let keys = memo(move || items.with(|items| items.iter().map(|(key, _)| key.clone()).collect()));
    let there = SearchEngine::here().look_for(keys);
    let list = List {
        desk,
        items: StoredValue::new(Vec::new()),
    };
    watch(move || list.items.set_value(items.get()));
    let rows = move || {
        let items = items.get();
        let last = items.len().saturating_sub(1);
        let rows = items.into_iter().enumerate();
        rows.map(|(at, (key, item))| Row {
            at,
            is_last: at == last,
            key,
            item,
        })
        .collect::<Vec<_>>()
    };
    let some = memo(move || keys.with(|keys| !keys.is_empty()));
    any(move || {
        some.get().then(|| {
            view! {
                <section class="band first" id="shortlist">
                    <div class="bandhead">
                        <h2>{words.shortlist}</h2>
                        <p>
                            <button class="btn small" type="button" on:click=move |_| export::shortlist(desk)>
                                <Svg icon=Icon::Download/>{words.shortlist_csv}
                            </button>
                        </p>
                    </div>
                    <ol class="kept plain" role="list">
                        <For
                            each=rows
                            key=|row| (row.key.clone(), row.at, row.is_last, row.item.note.clone())
                            children=move |row| view! { <ShortlistItem list=list row=row there=there/> }
                        />
                    </ol>
                </section>
            }
        })
    })
}

/// An item with its place on the screen.
#[derive(Clone)]
pub(super) struct Row {
    pub at: usize,
    pub is_last: bool,
    pub key: String,
    pub item: Item,
}

impl List {
    /// Swaps an item with its neighbour; the focus stays on what was pressed, or on its
    /// counterpart where the item is at an end now.
    pub(super) fn swap(self, at: usize, down: bool) {
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        let mut items = self.items.get_value();
        if to >= items.len() {
            return;
        }
        items.swap(at, to);
        // Numbered anew, so that no two items of earlier lists share a place.
        let entries = items.iter().zip(0..).map(|((key, item), place)| {
            Item {
                place,
                ..item.clone()
            }
            .entry(key)
        });
        let at_end = to == 0 || to + 1 == items.len();
        let button = if down != at_end { "down" } else { "up" };
        self.desk.keep(entries.collect(), move || {
            request_animation_frame(move || {
                platform::focus(&format!("item-{to}-{button}"));
            });
        });
    }

    /// Takes down what changed in an item; nothing is drawn anew under the visitor's hands.
    pub(super) fn edit(self, at: usize, change: impl FnOnce(&mut Item)) {
        let mut entry = None;
        self.items.update_value(|items| {
            if let Some((key, item)) = items.get_mut(at) {
                change(item);
                entry = Some(item.entry(key));
            }
        });
        let Some(entry) = entry else {
            return;
        };
        let failed = Keep::of(lang()).save_failed;
        platform::spawn(async move {
            if let Err(error) = self.desk.keeper.keep(&entry).await {
                let said = export::unread(failed, &error);
                let _ = self
                    .desk
                    .said
                    .try_set(Some((crate::components::Tone::Bad, said)));
            }
        })
        .detach();
    }
}
