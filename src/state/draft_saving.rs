//! Writing a draft to the device: after a pause in typing, at once when the page goes, and
//! never over what a newer release wrote.

use super::{DRAFTS, Saving, Writing, draft_record::Record, now};
use inquiry::Draft;
use leptos::prelude::*;
use platform::{Kept, StorageError};

impl Writing {
    /// Writes now what waits to be written.
    pub(crate) fn flush(self) {
        if self.saving.get_untracked() == Saving::Waiting {
            platform::spawn(self.write()).detach();
        }
    }

    /// The same for a page that may be gone before the device can answer.
    pub(crate) fn write_at_once(self) {
        if self.saving.get_untracked() == Saving::Waiting
            && let Some(record) = self.record()
        {
            let key = self.key.get_value();
            self.keeper.put_now(DRAFTS, record.write(&key));
        }
        // If the page lives on after all, this says what became of it.
        self.flush();
    }

    /// What is to be kept; nothing of a draft that is blank.
    fn record(self) -> Option<Record> {
        let (draft, handed) = (self.draft.get_untracked(), self.outbox.get_untracked());
        let is_blank = draft.is_empty() && handed.is_empty();
        (!is_blank).then(|| Record {
            title: self.title.get_value(),
            saved: now(),
            agreed: self.agreed.get_value(),
            draft,
            handed,
        })
    }

    /// Writes the draft, and what was handed over, to the device.
    pub(crate) async fn write(self) {
        if matches!(
            self.saving.get_untracked(),
            Saving::Newer | Saving::Unreadable
        ) {
            return;
        }
        let revision = self.revision.get_value();
        let key = self.key.get_value();
        let done = match self.record() {
            Some(record) => {
                let kept = self.keeper.put(DRAFTS, record.write(&key)).await;
                kept.map(|kept| match kept {
                    Kept::Device => Saving::Device(record.saved),
                    Kept::Memory => Saving::Memory,
                })
            }
            None => self
                .keeper
                .delete(DRAFTS, &key)
                .await
                .map(|()| Saving::Nothing),
        };
        // What was typed meanwhile waits for its own pause.
        if revision == self.revision.get_value() {
            self.saving.set(match done {
                Ok(saving) => saving,
                Err(StorageError::Newer { .. }) => Saving::Newer,
                Err(StorageError::Device(_)) => Saving::Memory,
            });
        }
    }

    /// Forgets everything, here and on the device.
    pub(crate) async fn erase(self) {
        self.timer.set_value(None);
        self.revision.update_value(|revision| *revision += 1);
        let gone = self.keeper.delete(DRAFTS, &self.key.get_value()).await;
        self.draft.set(Draft::default());
        self.outbox.set(Vec::new());
        self.issued.set_value(None);
        self.attempted.set(false);
        self.touched.update(Vec::clear);
        self.saving.set(if gone.is_ok() {
            Saving::Nothing
        } else {
            Saving::Unreadable
        });
    }
}
