//! Smaller questions to the search worker, beside the live ones: names under the search box,
//! which listings match, which are there.

use super::SearchEngine;
use crate::reactive::watch;
use catalog::{NotedPrice, ShortPrice, Text};
use leptos::prelude::*;
use search::{Ask, ListingPage, PriceChange, Query, Suggestion};
use std::sync::Arc;
use wire::search::{Reply, Request};

/// Names for what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Suggested {
    /// What was typed.
    pub text: String,
    /// The best of each kind.
    pub names: Arc<Vec<Suggestion>>,
}

/// Which listings match a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digest {
    /// How many.
    pub total: u64,
    /// A number for each; `None` where there are too many to be told.
    pub listings: Option<Vec<u64>>,
    /// What they cost; none where there are too many to be told.
    pub prices: Vec<NotedPrice>,
    /// How many of those that were seen cost otherwise now.
    pub changes: u64,
    /// The first of them.
    pub changed: Vec<PriceChange>,
}

/// A listing that was looked for: its name and price, if a loaded source has it.
pub(crate) type Looked = (String, Option<(Text, ShortPrice)>);

/// Most names of each kind.
const MOST_NAMES: u32 = 4;

/// Who waits for what.
#[derive(Clone, Copy)]
pub(super) struct Asides {
    /// Generation and text of the latest question for names.
    typed: StoredValue<(u64, String)>,
    suggested: RwSignal<Option<Suggested>>,
    digests: StoredValue<Vec<(u64, RwSignal<Option<Digest>>)>>,
    looked: StoredValue<Vec<RwSignal<Vec<Looked>>>>,
}

impl Asides {
    pub(super) fn new() -> Self {
        Self {
            typed: StoredValue::default(),
            suggested: RwSignal::new(None),
            digests: StoredValue::default(),
            looked: StoredValue::default(),
        }
    }

    /// Takes what is an answer to one of these.
    pub(super) fn hear(self, reply: Reply) {
        match reply {
            Reply::Suggestions {
                generation,
                suggestions,
            } => {
                let (latest, text) = self.typed.get_value();
                if latest == generation {
                    let names = Arc::new(suggestions);
                    self.suggested.set(Some(Suggested { text, names }));
                }
            }
            // While a source loads, more may match: the question is put again when it is there.
            Reply::Digest {
                generation,
                total,
                listings,
                prices,
                changes,
                changed,
                loading: false,
            } => {
                let waiting = self.digests.try_update_value(|all| {
                    let at = all.iter().position(|(known, _)| *known == generation)?;
                    Some(all.swap_remove(at).1)
                });
                if let Some(Some(signal)) = waiting {
                    // The page that asked may be gone.
                    let _ = signal.try_set(Some(Digest {
                        total,
                        listings,
                        prices: prices.unwrap_or_default(),
                        changes,
                        changed,
                    }));
                }
            }
            _ => {}
        }
    }

    /// A listing's answer, for whoever only looks whether it is there.
    pub(super) fn hear_listing(self, key: &str, page: Option<&ListingPage>, loading: bool) {
        if page.is_none() && loading {
            return;
        }
        self.looked.update_value(|all| {
            // Who looked may be gone.
            all.retain(|found| {
                let told = found.try_update(|found| {
                    found.retain(|(known, _)| known != key);
                    let told = page.map(|page| (page.listing.title.clone(), page.price.short()));
                    found.push((key.to_owned(), told));
                });
                told.is_some()
            });
        });
    }
}

impl SearchEngine {
    /// Asks for names for what was typed; an earlier question is forgotten.
    pub(crate) fn suggest(self, text: &str) {
        let generation = self.next_generation();
        let text = text.to_owned();
        self.asides.typed.set_value((generation, text.clone()));
        if text.trim().is_empty() {
            self.asides.suggested.set(None);
            return;
        }
        self.post(&Request::Suggest {
            generation,
            text,
            limit: MOST_NAMES,
        });
    }

    /// Asks once more for the names of what was typed last: more is there to be named.
    pub(super) fn suggest_again(self) {
        let (_, text) = self.asides.typed.get_value();
        if !text.is_empty() {
            self.suggest(&text);
        }
    }

    /// The latest names, tracked.
    pub(crate) fn suggested(self) -> Option<Suggested> {
        self.asides.suggested.get()
    }

    /// Which listings match, and which of them cost otherwise than was `seen`; asked again
    /// whenever what is loaded changes.
    pub(crate) fn digest(self, query: Query, seen: Vec<NotedPrice>) -> RwSignal<Option<Digest>> {
        let digest = RwSignal::new(None);
        watch(move || {
            self.loaded.track();
            let generation = self.next_generation();
            self.asides
                .digests
                .update_value(|all| all.push((generation, digest)));
            self.post(&Request::Digest {
                generation,
                query: query.clone(),
                seen: seen.clone(),
            });
        });
        digest
    }

    /// Whether these listings are there, asked again whenever they or what is loaded change.
    pub(crate) fn look_for(self, keys: Memo<Vec<String>>) -> RwSignal<Vec<Looked>> {
        let found = RwSignal::new(Vec::new());
        self.asides.looked.update_value(|all| all.push(found));
        watch(move || {
            self.loaded.track();
            for key in keys.get() {
                self.post(&Request::Listing { key });
            }
        });
        found
    }
}

/// The hits of a query, without any counts.
pub(crate) fn only_hits(query: Query, limit: u32) -> Ask {
    Ask {
        names: Vec::new(),
        query,
        limit,
        lang: String::new(),
        facets: Vec::new(),
        ranges: Vec::new(),
    }
}
