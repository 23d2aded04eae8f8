//! What a grid is about: an open file, the view of it, and what may be asked of both.

use crate::engine::{Look, RowsCame, Stands, WholeCell};
use leptos::prelude::*;
use sift::{Arranged, View};
use std::{rc::Rc, sync::Arc};
use wire::preview::{Opened, Span};

/// What is called with rows that come.
pub(crate) type TakeRows = Rc<dyn Fn(RowsCame)>;

/// An open file, which is another one when more of it was read.
#[derive(Clone, Debug)]
pub(crate) struct Shared(pub(crate) Arc<Opened>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The table that the grid is about, and what it may ask.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    /// The open file.
    pub(crate) opened: Memo<Option<Shared>>,
    /// The view of it.
    pub(crate) look: RwSignal<Look>,
    /// The whole cell that came last.
    pub(crate) cell: RwSignal<Option<WholeCell>>,
    /// Has rows that come given to whoever is named.
    pub(crate) on_rows: Callback<TakeRows>,
    /// Asks for rows.
    pub(crate) on_span: Callback<Span>,
    /// Asks for a whole cell, by the row's number in the file and the column.
    pub(crate) on_cell: Callback<(u64, u32)>,
    /// Asks for another view.
    pub(crate) on_view: Callback<View>,
    /// Makes the address of a row, by its number in the file.
    pub(crate) on_link: Callback<u64, String>,
    /// The row that the address names, by its number in the file.
    pub(crate) row: Option<u64>,
    /// How the address has the columns stand.
    pub(crate) arranged: Memo<Arranged>,
    /// The visitor arranged them otherwise.
    pub(crate) on_arrange: Callback<Arranged>,
}

impl Table {
    /// Something of the open file, tracked.
    pub(crate) fn with<T: Default>(self, read: impl FnOnce(&Opened) -> T) -> T {
        self.opened
            .with(|opened| opened.as_ref().map(|shared| read(&shared.0)))
            .unwrap_or_default()
    }

    /// The view as it is asked for now.
    pub(crate) fn view(self) -> View {
        self.look.with_untracked(|look| look.view.clone())
    }

    /// How many rows can be shown of the view; `None` while they are being found. Tracked.
    pub(crate) fn rows(self) -> Option<u64> {
        let reach = self.with(|opened| opened.reach.rows);
        self.look.with(|look| match &look.stands {
            Stands::All => Some(reach),
            Stands::Finding { .. } => None,
            Stands::Found { .. } if look.view.is_all() => Some(reach),
            Stands::Found { rows, .. } => Some(rows.value()),
        })
    }
}
