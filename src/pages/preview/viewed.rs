//! What the parts of the page share about the file that is looked at.

use crate::{
    components::{Shared, among},
    engine::{PreviewEngine, PreviewState},
    reactive::memo,
};
use leptos::prelude::*;
use routes::Reading;
use sift::{Arranged, Names, View};
use std::sync::Arc;
use wire::preview::{Leads, Opened};

/// What of the looking stands in the address: a link shows the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Looking {
    /// Which file of an archive.
    pub(super) entry: Option<String>,
    /// Which sheet of a spreadsheet.
    pub(super) sheet: Option<u32>,
    /// Conditions, search, order.
    pub(super) view: View,
    /// What the columns that it is about are called.
    pub(super) names: Names,
    /// How the columns stand.
    pub(super) columns: Arranged,
    /// What was decided about how it is read; a change opens it anew.
    pub(super) read: Reading,
    /// The row to begin with, by its number in the file, from 0.
    pub(super) row: Option<u64>,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Viewed {
    pub(super) engine: PreviewEngine,
    /// Raised to try again.
    pub(super) attempt: RwSignal<u32>,
    /// What is looked at.
    pub(super) looking: Signal<Looking>,
    /// Looks at something else.
    pub(super) on_look: Callback<Looking>,
    /// The same, where back should not lead to what was before.
    pub(super) on_mend: Callback<Looking>,
    /// The address that shows the same; empty where no address can.
    pub(super) link: Callback<Looking, String>,
    /// The open file.
    pub(super) opened: Memo<Option<Shared>>,
    /// What was found while the visitor decided nothing: what "automatic" means.
    pub(super) automatic: RwSignal<Option<Arc<Opened>>>,
    /// The kind of state; progress does not change it.
    pub(super) phase: Memo<Phase>,
    /// The rows stand in the catalog itself.
    pub(super) inline: bool,
    /// The name of the file, for what is made of it.
    pub(super) name: StoredValue<String>,
    /// Where the file comes from, for what is made of it.
    pub(super) from: StoredValue<String>,
}

impl Viewed {
    /// Looks at the same file by another view.
    pub(super) fn look(self, view: View) {
        let now = self.looking.get_untracked();
        let names = self.names_of(&view);
        self.on_look.run(Looking {
            view,
            names,
            row: None,
            ..now
        });
    }

    /// Looks at the same rows with the columns as they stand now.
    pub(super) fn arrange(self, columns: Arranged) {
        let now = self.looking.get_untracked();
        self.on_mend.run(Looking { columns, ..now });
    }

    /// What the columns that a view is about are called.
    pub(super) fn names_of(self, view: &View) -> Names {
        untrack(|| self.with(|opened| Names::of(view, &opened.columns)))
    }

    /// The view that is asked for now.
    pub(super) fn view(self) -> View {
        self.looking.with_untracked(|looking| looking.view.clone())
    }

    /// Something of the open file, tracked.
    pub(super) fn with<T: Default>(self, read: impl FnOnce(&Opened) -> T) -> T {
        self.opened
            .with(|opened| opened.as_ref().map(|shared| read(&shared.0)))
            .unwrap_or_default()
    }

    /// The rows that something was found in: all of the file, or the first so many.
    pub(super) fn among(self, of: u64) -> String {
        let complete = self.with(|opened| opened.complete && of >= opened.profile.rows);
        among(of, complete)
    }

    /// Whether it is a picture, which the browser reads for itself.
    pub(super) fn is_picture(self) -> bool {
        self.with(|opened| matches!(opened.leads, Some(Leads::Image { .. })))
    }

    /// The name of a column.
    pub(super) fn column_name(self, column: u32) -> String {
        self.with(|opened| {
            let column = opened.columns.get(column as usize);
            column.map_or_else(String::new, |column| column.name.clone())
        })
    }

    /// Keeps what was found without the visitor's word; of a file that fails that is nothing.
    pub(super) fn remember(self) {
        let opened = self.opened.get().map(|Shared(opened)| opened);
        let is_known = opened.is_some() || matches!(self.phase.get(), Phase::Failed(_));
        if is_known && !self.is_decided() {
            self.automatic.set(opened);
        }
    }

    /// Whether the visitor decided something about how the file is read.
    pub(super) fn is_decided(self) -> bool {
        self.looking
            .with_untracked(|looking| looking.read != Reading::default())
    }
}

/// The open file of an engine.
pub(super) fn opened_of(engine: PreviewEngine) -> Memo<Option<Shared>> {
    memo(move || match &*engine.state().read() {
        PreviewState::Open(opened) => Some(Shared(opened.clone())),
        _ => None,
    })
}

/// The kind of state, and of which file: more of the same file is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Reading,
    /// A table.
    Table(u64),
    /// A text, a picture, an archive whose file is not chosen yet.
    Leads(u64),
    /// Something without a column.
    Bare(u64),
    Failed(u64),
}

impl Phase {
    /// The kind of state of an engine.
    pub(super) fn of(engine: PreviewEngine) -> Self {
        let ticket = engine.ticket();
        match &*engine.state().read() {
            PreviewState::Idle | PreviewState::Reading => Self::Reading,
            PreviewState::Open(opened) if opened.leads.is_some() => Self::Leads(ticket),
            PreviewState::Open(opened) if opened.columns.is_empty() => Self::Bare(ticket),
            PreviewState::Open(_) => Self::Table(ticket),
            PreviewState::Failed(..) => Self::Failed(ticket),
        }
    }
}
