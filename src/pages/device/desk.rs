//! The page's own state: what was found, and what the visitor had done with it.

use crate::{
    components::Tone,
    i18n::{Shop as Words, fill},
    reactive::watch,
    state::{Drafts, Keeper, KeptItem, Site, lang},
};
use leptos::prelude::*;
use platform::{Preferences, StorageError};

/// Copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    keeper: Keeper,
    /// What is kept, once it was looked at.
    pub(super) found: RwSignal<Option<Result<Vec<KeptItem>, StorageError>>>,
    /// Names and values of the preferences.
    pub(super) preferences: RwSignal<Vec<(String, String)>>,
    /// What was just done, or could not be done.
    pub(super) said: RwSignal<Option<(Tone, String)>>,
}

impl Desk {
    /// Looks at what is kept as soon as the drawer is open.
    pub(super) fn open() -> Self {
        let desk = Self {
            keeper: Keeper::here(),
            found: RwSignal::new(None),
            preferences: RwSignal::new(Site::here().preferences().all()),
            said: RwSignal::new(None),
        };
        watch(move || {
            if desk.keeper.is_open() {
                platform::spawn(desk.look()).detach();
            }
        });
        desk
    }

    /// Whether what is kept survives a closed tab.
    pub(super) fn survives(self) -> bool {
        self.keeper.survives()
    }

    async fn look(self) {
        let found = self.keeper.all().await;
        // The visitor may have left the page meanwhile.
        let _ = self.found.try_set(Some(found));
    }

    /// Erases one record, and what was typed of it in this tab.
    pub(super) fn erase_one(self, item: KeptItem, name: &str) {
        let words = Words::of(lang());
        let done = fill(words.erased_one, &[("name", name)]);
        let opened = Drafts::opened(Some(&item.stored.key));
        platform::spawn(async move {
            for writing in opened {
                writing.erase().await;
            }
            let gone = self.keeper.delete(item.kind, &item.stored.key).await;
            self.settle(gone, done, words.erase_failed).await;
        })
        .detach();
    }

    /// Erases every record of every kind, and the preferences.
    pub(super) fn erase_all(self) {
        let words = Words::of(lang());
        let opened = Drafts::opened(None);
        let preferences: Preferences = Site::here().preferences();
        platform::spawn(async move {
            for writing in opened {
                writing.erase().await;
            }
            let gone = self.keeper.erase_all().await;
            for (name, _) in preferences.all() {
                preferences.remove(&name);
            }
            let _ = self.preferences.try_set(preferences.all());
            self.settle(gone, words.erased.to_owned(), words.erase_failed)
                .await;
        })
        .detach();
    }

    async fn settle(self, gone: Result<(), StorageError>, done: String, failed: &str) {
        let said = match gone {
            Ok(()) => (Tone::Done, done),
            Err(error) => (Tone::Bad, fill(failed, &[("reason", &error.to_string())])),
        };
        let _ = self.said.try_set(Some(said));
        self.look().await;
    }
}
