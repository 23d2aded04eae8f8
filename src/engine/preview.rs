//! The preview worker's handle: not fetched before a person opens a preview, ended when
//! the person leaves it, so that nothing of a file stays in memory.

use super::program;
use leptos::prelude::*;
use std::sync::Arc;
use wire::{
    WIRE_VERSION,
    preview::{File, Opened, Options, Reply, Request},
    search::Failure,
};

/// Rows as they came: from which, and the cells (`None` is missing).
type Window = (u64, Arc<Vec<Vec<Option<String>>>>);

/// What the preview shows.
#[derive(Clone, Debug, Default)]
pub(crate) enum PreviewState {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// Bytes are coming: read so far, and of how many.
    Reading(u64, Option<u64>),
    /// The file is open.
    Open(Arc<Opened>),
    /// It cannot be shown.
    Failed(Failure),
}

/// The handle.
#[derive(Clone, Copy)]
pub(crate) struct PreviewEngine {
    base: StoredValue<String>,
    worker: StoredValue<Option<platform::WorkerHandle>, LocalStorage>,
    ticket: StoredValue<u64>,
    state: RwSignal<PreviewState>,
    rows: RwSignal<Option<Window>>,
}

impl PreviewEngine {
    /// A handle without a worker; the worker starts with the first file.
    pub(crate) fn new(base: String) -> Self {
        let engine = Self {
            base: StoredValue::new(base),
            worker: StoredValue::new_local(None),
            ticket: StoredValue::new(0),
            state: RwSignal::new(PreviewState::Idle),
            rows: RwSignal::new(None),
        };
        on_cleanup(move || {
            let _ = engine.worker.try_update_value(Option::take);
        });
        engine
    }

    /// What the preview shows, tracked.
    pub(crate) const fn state(self) -> RwSignal<PreviewState> {
        self.state
    }

    /// The rows that came last, tracked.
    pub(crate) const fn rows(self) -> RwSignal<Option<Window>> {
        self.rows
    }

    /// Opens a file in place of whatever was open.
    pub(crate) fn open(self, file: File, options: Options, max_bytes: Option<u64>) {
        self.stop();
        self.rows.set(None);
        self.state.set(PreviewState::Reading(0, None));
        if let Err(error) = self.start() {
            self.state
                .set(PreviewState::Failed(program::failure("worker", error)));
            return;
        }
        let ticket = self.ticket.get_value();
        self.post(&Request::Open {
            ticket,
            file,
            options,
            max_bytes,
        });
    }

    /// Asks for rows that the worker holds.
    pub(crate) fn fetch_rows(self, from: u64, count: u32) {
        self.post(&Request::Rows {
            ticket: self.ticket.get_value(),
            from,
            count,
        });
    }

    /// Ends the worker at once, whatever it reads.
    pub(crate) fn stop(self) {
        self.ticket.update_value(|ticket| *ticket += 1);
        self.worker.set_value(None);
    }

    fn start(self) -> Result<(), platform::WorkerError> {
        let mut worker = program::start(&self.base.get_value(), "preview-worker")?;
        worker.on_message(move |text| self.hear(&text));
        worker.on_error(move |words| {
            let _ = self
                .state
                .try_set(PreviewState::Failed(program::failure("worker", words)));
        });
        self.worker.set_value(Some(worker));
        self.post(&Request::Hello {
            version: WIRE_VERSION,
        });
        Ok(())
    }

    fn post(self, request: &Request) {
        let Some(text) = wire::write(request) else {
            return;
        };
        self.worker.with_value(|worker| {
            if let Some(Err(error)) = worker.as_ref().map(|worker| worker.post(&text)) {
                self.state
                    .set(PreviewState::Failed(program::failure("worker", error)));
            }
        });
    }

    fn hear(self, text: &str) {
        let now = self.ticket.try_get_value();
        let current = |ticket: u64| Some(ticket) == now;
        match wire::read::<Reply>(text) {
            Ok(Reply::Hello { version }) if version != WIRE_VERSION => {
                self.state.set(PreviewState::Failed(program::failure(
                    "wire-version",
                    version,
                )));
            }
            Ok(Reply::Progress {
                ticket,
                bytes,
                total,
            }) if current(ticket) => {
                self.state.set(PreviewState::Reading(bytes, total));
            }
            Ok(Reply::Opened { ticket, opened }) if current(ticket) => {
                self.state.set(PreviewState::Open(Arc::from(opened)));
            }
            Ok(Reply::Rows { ticket, from, rows }) if current(ticket) => {
                self.rows.set(Some((from, Arc::new(rows))));
            }
            Ok(Reply::Failed { ticket, failure }) if current(ticket) => {
                self.state.set(PreviewState::Failed(failure));
            }
            Ok(_) => {}
            Err(error) => self
                .state
                .set(PreviewState::Failed(program::failure("wire", error))),
        }
    }
}
