//! What is seen as a file to keep: the parts are collected outside of the page's own memory.

use super::PreviewEngine;
use leptos::prelude::*;
use platform::Pieces;
use wire::{
    preview::{Form, Request},
    search::Failure,
};

/// A file that is being made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Exporting {
    /// So many rows are written.
    Rows(u64),
    /// It was given to the browser to be saved, with so many rows.
    Saved(u64),
    /// The browser would not make the file.
    Refused,
    /// After so many rows no more came, and why. Nothing was saved.
    Broke(u64, Failure),
    /// Rows are still being found, and are no file yet.
    Waits,
}

/// The file under way: its name, its media type, its parts.
pub(super) struct Made {
    look: u64,
    name: String,
    mime: &'static str,
    pieces: Pieces,
}

impl PreviewEngine {
    /// Makes a file of all rows of the view, in these columns.
    pub(crate) fn export(self, form: Form, name: String, columns: Vec<u32>, source: Vec<String>) {
        let look = self.look.with_untracked(|look| look.number);
        let mime = match form {
            Form::Csv => "text/csv",
            Form::Json => "application/json",
        };
        self.made.set_value(Some(Made {
            look,
            name,
            mime,
            pieces: Pieces::default(),
        }));
        self.exporting.set(Some(Exporting::Rows(0)));
        self.post(&Request::Export {
            ticket: self.ticket.get_value(),
            look,
            form,
            columns,
            source,
        });
    }

    /// No file after all.
    pub(crate) fn cancel_export(self) {
        self.made.set_value(None);
        self.exporting.set(None);
        self.stop();
    }

    /// How far the file is, tracked.
    pub(crate) const fn exporting(self) -> RwSignal<Option<Exporting>> {
        self.exporting
    }

    /// Says that there is no file yet.
    pub(crate) fn wait_with_export(self) {
        self.exporting.set(Some(Exporting::Waits));
    }

    pub(super) fn export_failed(self, look: u64, rows: u64, failure: Failure) {
        let ours = |made: &mut Option<Made>| made.take_if(|made| made.look == look).is_some();
        if self.made.try_update_value(ours) == Some(true) {
            self.exporting.set(Some(Exporting::Broke(rows, failure)));
        }
    }

    pub(super) fn hear_part(self, look: u64, text: &str, rows: u64, done: bool) {
        let whole = self.made.try_update_value(|made| {
            let under_way = made.as_mut().filter(|made| made.look == look)?;
            under_way.pieces.push(text);
            if done { Some(made.take()) } else { Some(None) }
        });
        let state = match whole.flatten() {
            None => return,
            Some(None) => Exporting::Rows(rows),
            Some(Some(made)) if made.pieces.save(&made.name, made.mime) => Exporting::Saved(rows),
            Some(Some(_)) => Exporting::Refused,
        };
        self.exporting.set(Some(state));
    }
}
