//! What the filters count: the present answer, and which words it answers.

use crate::{
    engine::{Found, Loadable},
    reactive::memo,
};
use leptos::prelude::*;
use search::{Merged, Query};
use std::sync::Arc;

/// An answer's counts, alike while they are of one answer.
#[derive(Clone, Default)]
pub(super) struct Counted {
    /// The answer.
    pub merged: Option<Arc<Merged>>,
    /// More may come when the loading sources are there.
    pub loading: bool,
    /// The words that it answers; those in the box may be further.
    pub text: String,
}

impl Counted {
    /// The counts of the present answer.
    pub(super) fn of(answer: RwSignal<Loadable<Found>>, query: Signal<Query>) -> Memo<Self> {
        let answered = StoredValue::new(String::new());
        memo(move || {
            answer.with(|answer| {
                // Only an answer that is not stale is one to the present query.
                if let Loadable::Ready(_) = answer {
                    answered.set_value(query.with_untracked(|query| query.text.clone()));
                }
                let found = answer.value();
                Self {
                    merged: found.map(|found| Arc::clone(&found.merged)),
                    loading: found.is_some_and(|found| found.loading),
                    text: answered.get_value(),
                }
            })
        })
    }
}

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        let alike = match (&self.merged, &other.merged) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        alike && self.loading == other.loading
    }
}
