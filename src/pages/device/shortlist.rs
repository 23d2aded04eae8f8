//! The shortlist, in the visitor's order.

use super::{desk::Desk, export, export::in_order, shortlist_item::ShortlistItem};
use crate::{
    components::{Icon, Svg},
    engine::SearchEngine,
    i18n::Keep,
    state::{KeptItem, entry_of, lang},
    view::view,
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
    /// The records.
    items: Vec<KeptItem>,
) -> Option<AnyView> {
    let words = Keep::of(lang());
    let entries: Vec<_> = items.iter().map(entry_of).collect();
    let items = in_order(&entries);
    if items.is_empty() {
        return None;
    }
    let keys = items.iter().map(|(key, _)| key.clone()).collect();
    let there = SearchEngine::here().look_for(keys);
    let last = items.len() - 1;
    let list = List {
        desk,
        items: StoredValue::new(items.clone()),
    };
    let each = items.into_iter().enumerate().map(|(at, (key, item))| {
        view! { <ShortlistItem list=list at=at is_last=at == last key=key item=item there=there/> }
    });
    Some(view! {
        <section class="band first" id="shortlist">
            <div class="bandhead">
                <h2>{words.shortlist}</h2>
                <p>
                    <button class="btn small" type="button" on:click=move |_| export::shortlist(desk)>
                        <Svg icon=Icon::Download/>{words.shortlist_csv}
                    </button>
                </p>
            </div>
            <ol class="kept plain" role="list">{each.collect_view()}</ol>
        </section>
    })
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

    /// Takes down what was typed about an item; nothing is drawn anew under the visitor's hands.
    pub(super) fn note(self, at: usize, note: String) {
        let mut entry = None;
        self.items.update_value(|items| {
            if let Some((key, item)) = items.get_mut(at) {
                item.note = note;
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
