//! The page's own state: what was found, and what the visitor had done with it.

use crate::{
    components::Tone,
    i18n::{Keep, Shop as Words, fill},
    reactive::watch,
    state::{Drafts, Keeper, KeptItem, Shortlist, Site, entry_of, lang},
};
use kept::Entry;
use leptos::prelude::*;
use platform::{Preferences, StorageError};

/// Copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) keeper: Keeper,
    shortlist: Shortlist,
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
            shortlist: Shortlist::here(),
            found: RwSignal::new(None),
            preferences: RwSignal::new(chosen(&Site::here().preferences())),
            said: RwSignal::new(None),
        };
        watch(move || {
            if desk.keeper.is_open() {
                platform::spawn(desk.look()).detach();
            }
        });
        desk
    }

    /// Looks at what is kept, tracked; nothing while it is not there.
    pub(super) fn items<T>(self, look: impl FnOnce(&[KeptItem]) -> T) -> T {
        self.found.with(|found| match found {
            Some(Ok(items)) => look(items),
            _ => look(&[]),
        })
    }

    /// What is kept, as entries, tracked.
    pub(super) fn entries(self) -> Vec<Entry> {
        self.items(|items| items.iter().map(entry_of).collect())
    }

    /// Whether what is kept survives a closed tab.
    pub(super) fn survives(self) -> bool {
        self.keeper.survives()
    }

    pub(super) async fn look(self) {
        let found = self.keeper.all().await;
        if let Ok(items) = &found {
            let entries: Vec<_> = items.iter().map(entry_of).collect();
            self.shortlist.follow(&entries);
        }
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
            let _ = self.preferences.try_set(chosen(&preferences));
            self.settle(gone, words.erased.to_owned(), words.erase_failed)
                .await;
        })
        .detach();
    }

    /// Looks again, and says what was done: the words never stand over a list of before.
    pub(super) async fn say(self, tone: Tone, said: String) {
        self.look().await;
        let _ = self.said.try_set(Some((tone, said)));
    }

    /// Keeps some records, one after the other, and looks again; says what the device refused.
    pub(super) fn keep(self, entries: Vec<Entry>, then: impl FnOnce() + 'static) {
        let words = Keep::of(lang());
        platform::spawn(async move {
            for entry in &entries {
                if let Err(error) = self.keeper.keep(entry).await {
                    let said = fill(words.save_failed, &[("reason", &error.to_string())]);
                    let _ = self.said.try_set(Some((Tone::Bad, said)));
                    break;
                }
            }
            self.look().await;
            then();
        })
        .detach();
    }

    async fn settle(self, gone: Result<(), StorageError>, done: String, failed: &str) {
        let (tone, said) = match gone {
            Ok(()) => (Tone::Done, done),
            Err(error) => (Tone::Bad, fill(failed, &[("reason", &error.to_string())])),
        };
        self.say(tone, said).await;
    }
}

/// The preferences: what the visitor chose, without what only helps the cards.
fn chosen(preferences: &Preferences) -> Vec<(String, String)> {
    let all = preferences.all().into_iter();
    all.filter(|(name, _)| !Shortlist::is_copy(name)).collect()
}
