//! What the programs say, taken in: what is about another file than the open one is dropped.

use super::{
    PreviewEngine,
    state::{PreviewState, Progress, RowsCame, Stands, WholeCell},
};
use leptos::prelude::*;
use sift::View;
use std::sync::Arc;
use wire::{
    WIRE_VERSION,
    preview::{Opened, Program, Reply},
};

/// How often one file is sent from program to program before that is a fault.
const MOST_SENT_ON: u8 = 2;

impl PreviewEngine {
    pub(super) fn hear(self, text: &str) {
        let reply = match wire::read::<Reply>(text) {
            Ok(reply) => reply,
            Err(error) => return self.fail("wire", error),
        };
        if let Reply::Hello { version } = reply {
            match version {
                WIRE_VERSION => self.greeted(),
                other => self.fail("wire-version", other),
            }
            return;
        }
        if self.ticket.try_get_value() == Some(ticket_of(&reply)) {
            self.take(reply);
        }
    }

    fn take(self, reply: Reply) {
        match reply {
            Reply::Hello { .. } => {}
            Reply::Progress {
                bytes, total, rows, ..
            } => self.progress.set(Some(Progress { bytes, total, rows })),
            Reply::Opened { opened, .. } => self.opened(Arc::from(opened)),
            Reply::Elsewhere { program, .. } => self.go_to(program),
            Reply::Looking {
                look, found, rows, ..
            } => self.stands(look, Stands::Finding { found, of: rows }),
            Reply::Looked {
                look,
                rows,
                of,
                place,
                notices,
                ..
            } => {
                let stands = Stands::Found {
                    rows,
                    of,
                    place,
                    notices,
                };
                self.stands(look, stands);
            }
            Reply::Rows {
                look,
                span,
                numbers,
                rows,
                ..
            } => self.came(RowsCame {
                look,
                span,
                rows: Ok((numbers, rows)),
            }),
            Reply::RowsFailed {
                look,
                span,
                failure,
                ..
            } => self.came(RowsCame {
                look,
                span,
                rows: Err(failure),
            }),
            Reply::Cell {
                row, column, text, ..
            } => self.cell.set(Some(WholeCell { row, column, text })),
            Reply::Risk { risk, .. } => self.risk.set(Some(risk)),
            Reply::Exported {
                look,
                text,
                rows,
                done,
                ..
            } => self.hear_part(look, &text, rows, done),
            Reply::ExportFailed {
                look,
                rows,
                failure,
                ..
            } => self.export_failed(look, rows, failure),
            Reply::Failed {
                failure, notice, ..
            } => {
                self.progress.set(None);
                self.state.set(PreviewState::Failed(failure, notice));
            }
        }
    }

    /// The file is open, or more of it was read.
    fn opened(self, opened: Arc<Opened>) {
        let rows = opened.profile.rows;
        let before = match &*self.state.read_untracked() {
            PreviewState::Open(opened) => Some(opened.profile.rows),
            _ => None,
        };
        let lost = self.names.with_value(|names| names.lost(&opened.columns));
        if before.is_none() && !lost.is_empty() {
            self.look
                .update(|look| look.view = look.view.without(&lost));
        }
        self.progress.set(None);
        self.state.set(PreviewState::Open(opened));
        let is_due = self.look.with_untracked(|look| match before {
            None => look.view != View::default(),
            // The rows that came since are to be judged too.
            Some(before) => !look.view.is_all() && rows > before,
        });
        if is_due {
            self.look_again();
        }
    }

    /// Another program opens files of this kind.
    fn go_to(self, program: Program) {
        self.sent_on.update_value(|times| *times += 1);
        if self.sent_on.get_value() > MOST_SENT_ON {
            return self.fail("worker", "elsewhere");
        }
        // Outside the program's own callback, which must not drop itself.
        platform::spawn(async move {
            if self.worker.try_with_value(|_| ()).is_some() {
                self.turn_to(program);
                self.ask_to_open();
            }
        })
        .detach();
    }

    fn stands(self, look: u64, stands: Stands) {
        if self.look.with_untracked(|now| now.number == look) {
            self.look.update(|now| now.stands = stands);
        }
    }

    fn came(self, came: RowsCame) {
        if let Some(take) = self.on_rows.get_value() {
            take(came);
        }
    }
}

const fn ticket_of(reply: &Reply) -> u64 {
    match reply {
        Reply::Hello { .. } => 0,
        Reply::Progress { ticket, .. }
        | Reply::Opened { ticket, .. }
        | Reply::Elsewhere { ticket, .. }
        | Reply::Looking { ticket, .. }
        | Reply::Looked { ticket, .. }
        | Reply::Rows { ticket, .. }
        | Reply::RowsFailed { ticket, .. }
        | Reply::Cell { ticket, .. }
        | Reply::Risk { ticket, .. }
        | Reply::Exported { ticket, .. }
        | Reply::ExportFailed { ticket, .. }
        | Reply::Failed { ticket, .. } => *ticket,
    }
}
