//! What is kept on the device: one database a shop, one store a kind (`model.md` §B rule 15).

use leptos::prelude::*;
use platform::{Kept, Storage, StorageError, Stored};
use std::rc::Rc;

/// One kept record, for the page that lists them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptItem {
    /// Its kind.
    pub kind: &'static str,
    /// The record.
    pub stored: Stored,
}

/// The shop's drawer on the device. Opened when a page first asks for it; until then nothing is
/// read or written, and no visit makes one on the device that it does not need.
#[derive(Clone, Copy)]
pub(crate) struct Keeper {
    storage: StoredValue<Option<Rc<Storage>>, LocalStorage>,
    is_open: RwSignal<bool>,
    /// Where it is, until somebody has asked for it.
    path: StoredValue<Option<String>>,
}

impl Keeper {
    /// Makes the context for the drawer of the shop at `path`.
    pub(crate) fn provide(path: String) {
        provide_context(Self {
            storage: StoredValue::new_local(None),
            is_open: RwSignal::new(false),
            path: StoredValue::new(Some(path)),
        });
    }

    /// The context; opens the drawer when nobody did.
    pub(crate) fn here() -> Self {
        let keeper = Self::closed();
        keeper.open();
        keeper
    }

    /// The context, for whoever may need the drawer later.
    pub(crate) fn closed() -> Self {
        expect_context()
    }

    fn open(self) {
        if let Some(path) = self.path.try_update_value(Option::take).flatten() {
            platform::spawn(async move {
                let storage = Storage::open(&path, kept::KINDS).await;
                self.storage.set_value(Some(Rc::new(storage)));
                self.is_open.set(true);
            })
            .detach();
        }
    }

    /// Waits until the drawer is open, and opens it when nobody did.
    pub(crate) async fn opened(self) {
        const GLANCE_MILLIS: u32 = 10;
        self.open();
        while !self.is_open.get_untracked() {
            platform::sleep(GLANCE_MILLIS).await;
        }
    }

    /// Whether it is open, tracked.
    pub(crate) fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Whether things survive a closed tab.
    pub(crate) fn survives(self) -> bool {
        self.storage
            .with_value(|s| s.as_ref().is_some_and(|s| s.kept() == Kept::Device))
    }

    /// Keeps a record.
    ///
    /// # Errors
    /// The device refused it, or a newer version holds that place.
    pub(crate) async fn put(self, kind: &str, value: Stored) -> Result<Kept, StorageError> {
        match self.storage() {
            Some(storage) => storage.put(kind, value).await,
            None => Ok(Kept::Memory),
        }
    }

    /// Keeps a record that was kept before, for a page that is about to go.
    pub(crate) fn put_now(self, kind: &str, value: Stored) {
        if let Some(storage) = self.storage() {
            storage.put_now(kind, value);
        }
    }

    /// The record of this key.
    ///
    /// # Errors
    /// The device would not read.
    pub(crate) async fn get(self, kind: &str, key: &str) -> Result<Option<Stored>, StorageError> {
        match self.storage() {
            Some(storage) => storage.get(kind, key).await,
            None => Ok(None),
        }
    }

    /// Everything kept, kind by kind.
    ///
    /// # Errors
    /// The device would not read.
    pub(crate) async fn all(self) -> Result<Vec<KeptItem>, StorageError> {
        let mut items = Vec::new();
        if let Some(storage) = self.storage() {
            for kind in kept::KINDS.iter().copied() {
                let all = storage.all(kind).await?;
                items.extend(all.into_iter().map(|stored| KeptItem { kind, stored }));
            }
        }
        Ok(items)
    }

    /// Forgets one record.
    ///
    /// # Errors
    /// The device would not write.
    pub(crate) async fn delete(self, kind: &str, key: &str) -> Result<(), StorageError> {
        match self.storage() {
            Some(storage) => storage.delete(kind, key).await,
            None => Ok(()),
        }
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// The device would not write.
    pub(crate) async fn erase_all(self) -> Result<(), StorageError> {
        match self.storage() {
            Some(storage) => storage.erase_all().await,
            None => Ok(()),
        }
    }

    fn storage(self) -> Option<Rc<Storage>> {
        self.storage.try_with_value(Clone::clone).flatten()
    }
}
