//! From what is typed to what is handed over: the one document of a draft, and what became of
//! it at each target.

use super::Writing;
use inquiry::{Document, Entry, Event, NotAllowed, Subject, Target, document};
use leptos::prelude::*;

impl Writing {
    /// The document of what is typed now, tracked. As long as it says the same it is the same,
    /// with its id and time; what says something else after a hand-over gets an id of its own,
    /// because a receiver drops what comes twice under one id.
    pub(crate) fn document(self, subject: &Subject, lang: &str) -> Document {
        let draft = self.draft.get();
        let last = self.issued.get_value();
        let handed = self.outbox.with_untracked(|outbox| {
            outbox
                .iter()
                .map(|entry| entry.document.clone())
                .collect::<Vec<_>>()
        });
        for known in last.iter().chain(&handed) {
            let again = document(&draft, subject, &known.id, &known.created_at, lang);
            if again == *known {
                self.issued.set_value(Some(again.clone()));
                return again;
            }
        }
        let used = |id: &str| handed.iter().any(|document| document.id == id);
        let id = last
            .map(|last| last.id)
            .filter(|id| !id.is_empty() && !used(id));
        // A browser without randomness leaves the document without an id, which is allowed to
        // no receiver; every browser that runs this program has it.
        let id = id.or_else(platform::random_uuid).unwrap_or_default();
        let made = document(&draft, subject, &id, &platform::now_iso(), lang);
        self.issued.set_value(Some(made.clone()));
        made
    }

    /// Takes note of what happened to `document` at `target`. It waits to be written then.
    ///
    /// # Errors
    /// It may not happen now; nothing was changed.
    pub(crate) fn note(
        self,
        document: &Document,
        target: &Target,
        event: Event,
    ) -> Result<(), NotAllowed> {
        let noted = self.outbox.try_update(|outbox| {
            let known = outbox.iter_mut().find(|entry| entry.target == *target);
            match known {
                Some(entry) if entry.document.id == document.id => entry.apply(event),
                // An answer to what was changed since is an answer to nothing that is shown.
                Some(_) if matches!(event, Event::Answered { .. } | Event::NoAnswer { .. }) => {
                    Err(NotAllowed::NotSending)
                }
                Some(entry) => {
                    *entry = Entry::new(document.clone(), target.clone());
                    entry.apply(event)
                }
                None => {
                    let mut entry = Entry::new(document.clone(), target.clone());
                    let applied = entry.apply(event);
                    outbox.push(entry);
                    applied
                }
            }
        });
        let noted = noted.unwrap_or(Err(NotAllowed::NotSending));
        if noted.is_ok() {
            self.changed();
        }
        noted
    }

    /// Forgets what happened at `target`, for the ways that may be taken again and again.
    pub(crate) fn again(self, target: &Target) {
        self.outbox
            .update(|outbox| outbox.retain(|entry| entry.target != *target));
    }
}
