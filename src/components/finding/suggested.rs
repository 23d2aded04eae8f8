//! The names that are suggested and the one that is active: what keys do to them, and where
//! they lead.

use crate::{engine::SearchEngine, reactive::memo};
use catalog::Key;
use leptos::prelude::*;
use routes::Route;
use search::{Facet, Query, Suggestion, SuggestionKind};
use std::sync::Arc;

/// What the ids of the options begin with.
pub(super) const OPTION: &str = "q-name-";

/// The kinds, in the order they are shown.
pub(super) const KINDS: &[SuggestionKind] = &[
    SuggestionKind::Listing,
    SuggestionKind::Category,
    SuggestionKind::Provider,
    SuggestionKind::Exchange,
];

/// The names and the one that is active. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct Names {
    shown: Memo<Arc<Vec<Suggestion>>>,
    unfolded: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
}

impl Names {
    /// The names of the page's one box, folded.
    pub(super) fn new() -> Self {
        let engine = SearchEngine::here();
        // Those of an earlier page are nobody's any more.
        engine.suggest("");
        let active = RwSignal::new(None);
        let shown = memo(move || {
            let names = engine.suggested().map(|suggested| suggested.names);
            let names = names.unwrap_or_default();
            // Grouped as they are shown, so that a place is the same for keys and for the eye.
            let of = |kind: &SuggestionKind| {
                let kind = *kind;
                names.iter().filter(move |name| name.kind == kind).cloned()
            };
            Arc::new(KINDS.iter().flat_map(of).collect::<Vec<_>>())
        });
        Self {
            shown,
            unfolded: RwSignal::new(false),
            active,
        }
    }

    /// The names, tracked.
    pub(super) fn shown(self) -> Arc<Vec<Suggestion>> {
        self.shown.get()
    }

    /// How many, tracked.
    pub(super) fn count(self) -> usize {
        self.shown.with(|shown| shown.len())
    }

    /// Whether there is something to choose from on the screen, tracked.
    pub(super) fn is_open(self) -> bool {
        self.unfolded.get() && self.shown.with(|shown| !shown.is_empty())
    }

    /// The place of the active name, tracked.
    pub(super) fn active(self) -> Option<usize> {
        let count = self.shown.with(|shown| shown.len());
        self.active.get().filter(|at| *at < count && self.is_open())
    }

    pub(super) fn unfold(self) {
        self.active.set(None);
        self.unfolded.set(true);
    }

    pub(super) fn fold(self) {
        self.active.set(None);
        self.unfolded.set(false);
    }

    /// To the next name, or the one before; from the box itself to the first or the last.
    pub(super) fn step(self, down: bool) -> bool {
        let count = self.shown.with_untracked(|shown| shown.len());
        if count == 0 {
            return false;
        }
        self.unfolded.set(true);
        self.active.update(|active| {
            *active = match (*active, down) {
                (None, true) => Some(0),
                (None, false) => Some(count - 1),
                (Some(at), true) => (at + 1 < count).then_some(at + 1),
                (Some(at), false) => at.checked_sub(1),
            };
        });
        true
    }

    /// To the first or last name, once one is active; before that the keys move in the text.
    pub(super) fn jump(self, last: bool) -> bool {
        let count = self.shown.with_untracked(|shown| shown.len());
        let active = untrack(|| self.active()).is_some();
        if active {
            self.active.set(Some(if last { count - 1 } else { 0 }));
        }
        active
    }

    /// Where a name leads.
    pub(super) fn route(self, at: usize, base: Query) -> Option<Route> {
        self.shown.with_untracked(|shown| {
            let name = shown.get(at)?;
            let facet = match name.kind {
                SuggestionKind::Listing => return Key::parse(&name.key).map(Route::Listing),
                SuggestionKind::Category => Facet::Category,
                SuggestionKind::Provider => Facet::Provider,
                SuggestionKind::Exchange => Facet::Exchange,
            };
            let mut query = Query {
                text: String::new(),
                page: 0,
                ..base
            };
            if !query.has(facet, &name.key) {
                query.toggle(facet, &name.key);
            }
            Some(Route::Browse(query))
        })
    }
}
