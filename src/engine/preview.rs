//! The preview worker's handle: not fetched before a person opens a preview, ended when
//! the person leaves it, so that nothing of a file stays in memory.

use super::program;
use leptos::prelude::*;
use std::sync::Arc;
use table::Notice;
use wire::{
    WIRE_VERSION,
    preview::{File, Opened, Options, Reply, Request, Span},
    search::Failure,
};

/// A part of the table as it came: which part, and its cells (`None` is missing).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowWindow {
    /// Which rows and columns.
    pub span: Span,
    /// The cells, long ones cut.
    pub rows: Vec<Vec<Option<String>>>,
}

/// One cell as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WholeCell {
    /// Row, from 0.
    pub row: u64,
    /// Column, from 0.
    pub column: u32,
    /// Its text; `None` is missing.
    pub text: Option<String>,
}

/// What the preview shows.
#[derive(Clone, Debug, Default)]
pub(crate) enum PreviewState {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// Bytes are coming.
    Reading {
        /// Read so far.
        bytes: u64,
        /// Of how many, if known.
        total: Option<u64>,
        /// Rows seen so far.
        rows: u64,
    },
    /// The file is open.
    Open(Arc<Opened>),
    /// It cannot be shown; what the reader said, if it was the reader.
    Failed(Failure, Option<Notice>),
}

/// The handle.
#[derive(Clone, Copy)]
pub(crate) struct PreviewEngine {
    base: StoredValue<String>,
    worker: StoredValue<Option<platform::WorkerHandle>, LocalStorage>,
    /// The program said hello, so it was fetched and runs.
    greeted: StoredValue<bool>,
    ticket: StoredValue<u64>,
    state: RwSignal<PreviewState>,
    rows: RwSignal<Option<Arc<RowWindow>>>,
    cell: RwSignal<Option<WholeCell>>,
}

impl PreviewEngine {
    /// A handle without a worker; the worker starts with the first file.
    pub(crate) fn new(base: String) -> Self {
        let engine = Self {
            base: StoredValue::new(base),
            worker: StoredValue::new_local(None),
            greeted: StoredValue::new(false),
            ticket: StoredValue::new(0),
            state: RwSignal::new(PreviewState::Idle),
            rows: RwSignal::new(None),
            cell: RwSignal::new(None),
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
    pub(crate) const fn rows(self) -> RwSignal<Option<Arc<RowWindow>>> {
        self.rows
    }

    /// The cell that came last, tracked.
    pub(crate) const fn cell(self) -> RwSignal<Option<WholeCell>> {
        self.cell
    }

    /// Opens a file in place of whatever was open.
    pub(crate) fn open(self, file: File, options: Options, max_bytes: Option<u64>) {
        self.ticket.update_value(|ticket| *ticket += 1);
        self.rows.set(None);
        self.cell.set(None);
        self.state.set(PreviewState::Reading {
            bytes: 0,
            total: None,
            rows: 0,
        });
        if let Err(error) = self.start() {
            self.fail("worker-start", error);
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

    /// Reads no further; rows that came until now are opened.
    pub(crate) fn stop(self) {
        self.post(&Request::Stop {
            ticket: self.ticket.get_value(),
        });
    }

    /// Asks for rows that the worker holds.
    pub(crate) fn fetch_rows(self, span: Span) {
        self.post(&Request::Rows {
            ticket: self.ticket.get_value(),
            span,
        });
    }

    /// Asks for one cell whole.
    pub(crate) fn fetch_cell(self, row: u64, column: u32) {
        self.post(&Request::Cell {
            ticket: self.ticket.get_value(),
            row,
            column,
        });
    }

    /// Starts the program, unless it runs.
    fn start(self) -> Result<(), platform::WorkerError> {
        if self.worker.with_value(Option::is_some) {
            return Ok(());
        }
        let mut worker = program::start(&self.base.get_value(), "preview-worker")?;
        worker.on_message(move |text| self.hear(&text));
        worker.on_error(move |words| {
            let greeted = self.greeted.try_get_value().unwrap_or_default();
            self.fail(if greeted { "worker" } else { "worker-start" }, words);
        });
        self.greeted.set_value(false);
        self.worker.set_value(Some(worker));
        self.post(&Request::Hello {
            version: WIRE_VERSION,
        });
        Ok(())
    }

    /// The program does not work: the next file gets a new one.
    fn fail(self, code: &str, data: impl ToString) {
        let failure = program::failure(code, data);
        if self
            .state
            .try_set(PreviewState::Failed(failure, None))
            .is_none()
        {
            // Outside the program's own callback, which must not drop itself.
            platform::spawn(async move {
                let _ = self.worker.try_update_value(Option::take);
            })
            .detach();
        }
    }

    fn post(self, request: &Request) {
        let text = wire::write(request);
        let sent = self
            .worker
            .with_value(|worker| worker.as_ref().map(|worker| worker.post(&text)));
        if let Some(Err(error)) = sent {
            self.fail("worker", error);
        }
    }

    fn hear(self, text: &str) {
        let now = self.ticket.try_get_value();
        let current = |ticket: u64| Some(ticket) == now;
        match wire::read::<Reply>(text) {
            Ok(Reply::Hello { version }) if version != WIRE_VERSION => {
                self.fail("wire-version", version);
            }
            Ok(Reply::Hello { .. }) => self.greeted.set_value(true),
            Ok(Reply::Progress {
                ticket,
                bytes,
                total,
                rows,
            }) if current(ticket) => {
                self.state.set(PreviewState::Reading { bytes, total, rows });
            }
            Ok(Reply::Opened { ticket, opened }) if current(ticket) => {
                self.state.set(PreviewState::Open(Arc::from(opened)));
            }
            Ok(Reply::Rows { ticket, span, rows }) if current(ticket) => {
                self.rows.set(Some(Arc::new(RowWindow { span, rows })));
            }
            Ok(Reply::Cell {
                ticket,
                row,
                column,
                text,
            }) if current(ticket) => {
                self.cell.set(Some(WholeCell { row, column, text }));
            }
            Ok(Reply::Failed {
                ticket,
                failure,
                notice,
            }) if current(ticket) => {
                self.state.set(PreviewState::Failed(failure, notice));
            }
            Ok(_) => {}
            Err(error) => self.fail("wire", error),
        }
    }
}
