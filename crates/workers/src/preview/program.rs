//! The loop: one file is open or being opened; a later `Open` ends an earlier one.

use super::{
    failed::Failed,
    open::{Ask, Kept, Opening, open},
    rows,
};
use platform::{Abort, Task};
use std::{cell::RefCell, rc::Rc};
use table::{Count, Table};
use wire::{
    WIRE_VERSION,
    preview::{Reply, Request},
};

/// What the program holds.
#[derive(Default)]
struct State {
    /// The file that is open, by its ticket.
    open: Option<(u64, Table)>,
    /// Work under way, which ends when it is replaced.
    task: Option<Task>,
    /// Ends the fetch under way.
    abort: Abort,
    /// The beginning that was read last, so that another encoding needs no second fetch.
    kept: Option<Box<Kept>>,
    /// What was asked last.
    asked: Option<(u64, Ask)>,
}

/// Listens until the page ends the worker.
pub fn serve() {
    let state = Rc::new(RefCell::new(State::default()));
    platform::worker_scope::on_message(move |text| match wire::read::<Request>(&text) {
        Ok(request) => take(&state, request),
        // A page of another version: its own Hello tells it so.
        Err(_) => say(&Reply::Hello {
            version: WIRE_VERSION,
        }),
    });
}

fn say(reply: &Reply) {
    platform::worker_scope::post(&wire::write(reply));
}

fn take(state: &Rc<RefCell<State>>, request: Request) {
    match request {
        Request::Hello { .. } => say(&Reply::Hello {
            version: WIRE_VERSION,
        }),
        Request::Open {
            ticket,
            file,
            options,
            whole,
        } => {
            start(
                state,
                ticket,
                Ask {
                    file,
                    options,
                    whole,
                },
            );
        }
        Request::ReadAll { ticket } => {
            let asked = state.borrow().asked.clone();
            if let Some((open, ask)) = asked.filter(|(open, _)| *open == ticket) {
                start(state, open, Ask { whole: true, ..ask });
            }
        }
        Request::Stop { .. } => state.borrow().abort.abort(),
        Request::Look { ticket, look, .. } => with_table(state, ticket, |table| Reply::Looked {
            ticket,
            look,
            rows: Count::Exactly(table.len() as u64),
            of: table.len() as u64,
            notices: Vec::new(),
        }),
        Request::Rows { ticket, look, span } => with_table(state, ticket, |table| {
            let (span, rows) = rows::cut(table, span);
            Reply::Rows {
                ticket,
                look,
                span,
                numbers: (span.from..span.from + u64::from(span.count)).collect(),
                rows,
            }
        }),
        Request::Risk { .. } | Request::Export { .. } => {}
        Request::Cell {
            ticket,
            row,
            column,
        } => with_table(state, ticket, |table| {
            let text = rows::whole(table, row, column);
            Reply::Cell {
                ticket,
                row,
                column,
                text,
            }
        }),
    }
}

/// Answers about the open file; a question about another one is too late to be answered.
fn with_table(state: &Rc<RefCell<State>>, ticket: u64, answer: impl FnOnce(&Table) -> Reply) {
    if let Some((open, table)) = &state.borrow().open
        && *open == ticket
    {
        say(&answer(table));
    }
}

fn start(state: &Rc<RefCell<State>>, ticket: u64, ask: Ask) {
    let abort = Abort::new();
    let kept = {
        let mut state = state.borrow_mut();
        state.abort.abort();
        state.abort = abort.clone();
        state.open = None;
        state.asked = Some((ticket, ask.clone()));
        state.kept.take().filter(|kept| kept.serves(&ask))
    };
    let shared = Rc::clone(state);
    let task = platform::spawn(async move {
        let progress = move |bytes, total, rows| {
            say(&Reply::Progress {
                ticket,
                bytes,
                total,
                rows,
            });
        };
        let result = open(&ask, kept, &abort, progress).await;
        finish(&shared, ticket, result);
    });
    // Dropped outside the borrow: what the older task owns may look at the state.
    let older = state.borrow_mut().task.replace(task);
    drop(older);
}

fn finish(state: &Rc<RefCell<State>>, ticket: u64, result: Result<Opening, Failed>) {
    match result {
        Ok(Opening {
            table,
            opened,
            kept,
        }) => {
            let mut state = state.borrow_mut();
            state.open = Some((ticket, table));
            state.kept = kept;
            say(&Reply::Opened {
                ticket,
                opened: Box::new(opened),
            });
        }
        Err(Failed {
            failure,
            notice,
            kept,
        }) => {
            state.borrow_mut().kept = kept;
            say(&Reply::Failed {
                ticket,
                failure,
                notice: notice.map(|notice| *notice),
            });
        }
    }
}
