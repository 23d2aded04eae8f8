//! What is open outlives a change of the language, which builds the page anew.

use super::viewed::Looking;
use crate::{
    engine::{LeftOpen, PreviewEngine},
    state::Router,
};
use leptos::{prelude::*, web_sys};
use routes::{Previewed, Reading};
use std::sync::Arc;
use wire::preview::Opened;

/// Which table of a file it is: its file of an archive, its sheet, how it is read.
pub(super) type Which = (Option<String>, Option<u32>, Reading);

/// What decides that a file is opened, and not only looked at otherwise: which table of it, and how
/// often it was tried.
type Asked = (Option<String>, Option<u32>, Reading, u32);

/// An open file.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) engine: PreviewEngine,
    /// The visitor's own file, which no address names.
    pub(super) own: RwSignal<Option<web_sys::File>, LocalStorage>,
    /// What is looked at of it, which no address names either.
    pub(super) looking: RwSignal<Looking>,
    /// Columns that the visitor asked to see unmasked, and of which table: those of another one have
    /// the same places. No address says so, whoever opens it sees them masked.
    pub(super) bare: RwSignal<(Which, Vec<u32>)>,
    /// Raised to try again.
    pub(super) attempt: RwSignal<u32>,
    /// What was found while the visitor decided nothing: what "automatic" means.
    pub(super) automatic: RwSignal<Option<Arc<Opened>>>,
    asked: RwSignal<Option<Asked>>,
    /// Which of the visitor's own files it is: what still stands of the one before asks for nothing.
    turn: StoredValue<u32>,
}

impl Held {
    /// What is open of this file.
    pub(super) fn of(of: Previewed) -> Self {
        LeftOpen::or_make(of, || Self {
            engine: PreviewEngine::new(Router::here().base()),
            own: RwSignal::new_local(None),
            looking: RwSignal::new(Looking::default()),
            bare: RwSignal::new(Default::default()),
            attempt: RwSignal::new(0),
            automatic: RwSignal::new(None),
            asked: RwSignal::new(None),
            turn: StoredValue::new(0),
        })
    }

    /// Another file of the visitor's own: nothing that was asked of the one before is asked of it.
    pub(super) fn choose(self, file: web_sys::File) {
        self.engine.close();
        self.turn.update_value(|turn| *turn += 1);
        self.asked.set(None);
        self.automatic.set(None);
        self.looking.set(Looking::default());
        self.own.set(Some(file));
    }

    /// Which of the visitor's own files this is.
    pub(super) fn turn(self) -> u32 {
        self.turn.get_value()
    }

    /// Whether this is to be opened: it is not what is open, and nobody chose another file since
    /// this `turn`.
    pub(super) fn is_new(self, turn: u32, now: &Looking) -> bool {
        if turn != self.turn() {
            return false;
        }
        let now = (
            now.entry.clone(),
            now.sheet,
            now.read.clone(),
            self.attempt.get(),
        );
        let is_new = self
            .asked
            .with_untracked(|asked| asked.as_ref() != Some(&now));
        self.asked.set(Some(now));
        is_new
    }
}
