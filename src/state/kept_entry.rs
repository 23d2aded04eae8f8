//! Records of the device as `kept` speaks of them.

use super::{Keeper, KeptItem, Shortlist};
use kept::{Entry, Item, SHORTLIST};
use platform::{Kept, StorageError, Stored};

/// A record of the device as an entry. Data that is no JSON is the text it is.
pub(crate) fn entry_of(item: &KeptItem) -> Entry {
    let stored = &item.stored;
    Entry {
        kind: item.kind,
        key: stored.key.clone(),
        version: stored.version,
        data: record::from_text(&stored.data).unwrap_or_else(|_| stored.data.clone().into()),
    }
}

/// A key for what has none of its own. Outside of secure contexts the time must do.
pub(crate) fn fresh_key() -> String {
    platform::random_uuid().unwrap_or_else(|| super::now().to_string())
}

impl Keeper {
    /// Every record, kind by kind.
    ///
    /// # Errors
    /// The device would not read.
    pub(crate) async fn entries(self) -> Result<Vec<Entry>, StorageError> {
        self.opened().await;
        let all = self.all().await?;
        Ok(all.iter().map(entry_of).collect())
    }

    /// Keeps an entry.
    ///
    /// # Errors
    /// The device refused it, or a newer version holds that place.
    pub(crate) async fn keep(self, entry: &Entry) -> Result<Kept, StorageError> {
        self.opened().await;
        let data = entry
            .data
            .as_str()
            .map_or_else(|| entry.data.to_string(), str::to_owned);
        let stored = Stored {
            key: entry.key.clone(),
            version: entry.version,
            data,
        };
        self.put(entry.kind, stored).await
    }
}

impl Shortlist {
    /// Takes over what the device says is on the list.
    pub(crate) fn follow(self, entries: &[Entry]) {
        let items = entries.iter().filter(|entry| entry.kind == SHORTLIST);
        self.set(items.map(|entry| entry.key.clone()).collect());
    }

    /// Puts a listing at the end of the list, or takes it off. `false`: it has a note, which
    /// nobody loses by a press on a card.
    ///
    /// # Errors
    /// The device refused.
    pub(crate) async fn turn(
        self,
        keeper: Keeper,
        key: &str,
        title: catalog::Text,
        price: catalog::ShortPrice,
    ) -> Result<bool, StorageError> {
        let entries = keeper.entries().await?;
        let items = entries.iter().filter(|entry| entry.kind == SHORTLIST);
        let mut last = None;
        let mut known = None;
        for entry in items {
            let item: Option<Item> = entry.of(Item::VERSION);
            last = last.max(item.as_ref().map(|item| item.place));
            if entry.key == key {
                known = Some(item);
            }
        }
        match known {
            Some(Some(item)) if item.note.trim().is_empty() => {
                keeper.delete(SHORTLIST, key).await?
            }
            Some(_) => return Ok(false),
            None => {
                let item = Item {
                    title,
                    note: String::new(),
                    place: last.map_or(0, |last| last.saturating_add(1)),
                    added_at: super::now(),
                    price: Some(price),
                };
                keeper.keep(&item.entry(key)).await?;
            }
        }
        self.follow(&keeper.entries().await?);
        Ok(true)
    }
}
