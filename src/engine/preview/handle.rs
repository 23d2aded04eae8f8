//! What the page may ask of an open file, and the life of the program that answers.

use super::{
    export::{Exporting, Made},
    state::{Look, PreviewState, Progress, RowsCame, Stands, WholeCell},
};
use crate::engine::{program, spare::Spare};
use leptos::{prelude::*, web_sys};
use sift::{Names, View};
use std::rc::Rc;
use wire::{
    WIRE_VERSION,
    preview::{File, Options, Program, Request, Risk, Span},
};

/// What is called with rows that came.
type OnRows = Rc<dyn Fn(RowsCame)>;

/// The handle.
#[derive(Clone, Copy)]
pub(crate) struct PreviewEngine {
    base: StoredValue<String>,
    spare: Spare,
    /// Whether it has all programs kept.
    keeps: StoredValue<bool>,
    pub(super) worker: StoredValue<Option<platform::WorkerHandle>, LocalStorage>,
    /// Which program that is.
    pub(super) program: StoredValue<Program>,
    /// The program said hello, so it was fetched and runs.
    pub(super) greeted: StoredValue<bool>,
    pub(super) ticket: StoredValue<u64>,
    /// What was asked last, to be asked of another program where one says so.
    pub(super) asked: StoredValue<Option<Request>>,
    /// The visitor's own file, which goes beside that.
    pub(super) own: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// How often one program sent this file to another.
    pub(super) sent_on: StoredValue<u8>,
    pub(super) state: RwSignal<PreviewState>,
    pub(super) progress: RwSignal<Option<Progress>>,
    pub(super) look: RwSignal<Look>,
    /// What the columns that the view is about were called.
    pub(super) names: StoredValue<Names>,
    /// The row that the address names: its place in the view is asked for.
    pub(super) row: StoredValue<Option<u64>>,
    pub(super) on_rows: StoredValue<Option<OnRows>, LocalStorage>,
    pub(super) cell: RwSignal<Option<WholeCell>>,
    pub(super) risk: RwSignal<Option<Risk>>,
    pub(super) made: StoredValue<Option<Made>, LocalStorage>,
    pub(super) exporting: RwSignal<Option<Exporting>>,
}

impl PreviewEngine {
    /// A handle without a program; it starts with the first file.
    pub(crate) fn new(base: String) -> Self {
        let engine = Self {
            base: StoredValue::new(base),
            spare: Spare::here(),
            keeps: StoredValue::new(false),
            worker: StoredValue::new_local(None),
            program: StoredValue::new(Program::Text),
            greeted: StoredValue::new(false),
            ticket: StoredValue::new(0),
            asked: StoredValue::new(None),
            own: StoredValue::new_local(None),
            sent_on: StoredValue::new(0),
            state: RwSignal::new(PreviewState::Idle),
            progress: RwSignal::new(None),
            look: RwSignal::new(Look::default()),
            names: StoredValue::new(Names::default()),
            row: StoredValue::new(None),
            on_rows: StoredValue::new_local(None),
            cell: RwSignal::new(None),
            risk: RwSignal::new(None),
            made: StoredValue::new_local(None),
            exporting: RwSignal::new(None),
        };
        on_cleanup(move || {
            let _ = engine.worker.try_update_value(Option::take);
            if engine.keeps.try_get_value() == Some(true) {
                engine.spare.end();
            }
        });
        engine
    }

    /// What the preview shows, tracked.
    pub(crate) const fn state(self) -> RwSignal<PreviewState> {
        self.state
    }

    /// How far reading is, tracked; `None` while nothing is read.
    pub(crate) const fn progress(self) -> RwSignal<Option<Progress>> {
        self.progress
    }

    /// The view, tracked.
    pub(crate) const fn view(self) -> RwSignal<Look> {
        self.look
    }

    /// The cell that came last, tracked.
    pub(crate) const fn cell(self) -> RwSignal<Option<WholeCell>> {
        self.cell
    }

    /// What was measured last, tracked.
    pub(crate) const fn risk(self) -> RwSignal<Option<Risk>> {
        self.risk
    }

    /// Which file is open: another number, another file or other options.
    pub(crate) fn ticket(self) -> u64 {
        self.ticket.get_value()
    }

    /// Has `take` called with all rows that come from now on.
    pub(crate) fn on_rows(self, take: OnRows) {
        self.on_rows.set_value(Some(take));
    }

    /// Opens a file in place of whatever was open, and looks at it by `view`, as far as its
    /// columns have the `names` that they had. A file of the visitor's own is `own`, too.
    pub(crate) fn open(
        self,
        file: File,
        own: Option<web_sys::File>,
        options: Options,
        view: View,
        names: Names,
        row: Option<u64>,
    ) {
        self.begin_anew(&file);
        self.names.set_value(names);
        self.row.set_value(row);
        self.ticket.update_value(|ticket| *ticket += 1);
        self.sent_on.set_value(0);
        self.made.set_value(None);
        self.exporting.set(None);
        self.cell.set(None);
        self.risk.set(None);
        self.look.set(Look {
            view,
            ..Look::default()
        });
        self.progress.set(Some(Progress::default()));
        self.state.set(PreviewState::Reading);
        let request = Request::Open {
            ticket: self.ticket.get_value(),
            file,
            options,
            whole: false,
        };
        self.asked.set_value(Some(request));
        self.own.set_value(own);
        self.ask_to_open();
    }

    /// Nothing is open: what was is not taken for the file that is opened next.
    pub(crate) fn close(self) {
        self.state.set(PreviewState::Idle);
    }

    /// Starts the program before a file is chosen, then all others: the network may go until then.
    pub(crate) fn start_ahead(self) {
        self.keeps.set_value(true);
        self.spare.keep_all();
        self.start();
    }

    /// The program is there: now others may be fetched.
    pub(super) fn greeted(self) {
        self.greeted.set_value(true);
        let base = self.base.get_value();
        self.spare.fill(&base, self.program.get_value());
    }

    /// Another program is wanted from now on.
    pub(super) fn turn_to(self, program: Program) {
        let ticket = self.ticket.get_value();
        self.post(&Request::Stop { ticket });
        let used = self.worker.try_update_value(Option::take);
        if let Some(worker) = used.flatten() {
            self.spare.put_back(self.program.get_value(), worker);
        }
        self.program.set_value(program);
    }

    /// Another file begins with the program that it promises to be for.
    fn begin_anew(self, file: &File) {
        let is_same = self.asked.with_value(|asked| match asked {
            Some(Request::Open { file: before, .. }) => before == file,
            _ => false,
        });
        let program = file.likely_program();
        if !is_same && self.program.get_value() != program {
            self.turn_to(program);
        }
    }

    /// Starts the program, if need be, and asks it for the file.
    pub(super) fn ask_to_open(self) {
        let request = self.asked.get_value();
        if let Some(request) = request
            && self.start()
        {
            self.post_with(&request, self.own.get_value().as_ref());
        }
    }

    /// Reads on to the end of the open file.
    pub(crate) fn read_all(self) {
        self.progress.set(Some(Progress::default()));
        self.post(&Request::ReadAll {
            ticket: self.ticket.get_value(),
        });
    }

    /// Reads no further; what came until now stays open. A workbook is read in one go, in which
    /// nothing is heard: its program ends with it, and the next file gets a new one.
    pub(crate) fn stop(self) {
        let reads = matches!(*self.state.read_untracked(), PreviewState::Reading);
        if reads && self.program.get_value() == Program::Sheets {
            return self.fail("aborted", "");
        }
        self.post(&Request::Stop {
            ticket: self.ticket.get_value(),
        });
    }

    /// Looks at the open file by another view. Before it is open, by this one once it is.
    pub(crate) fn look(self, view: View) {
        if self.look.with_untracked(|look| look.view == view) {
            return;
        }
        self.look.update(|look| look.view = view);
        self.row.set_value(None);
        if matches!(*self.state.read_untracked(), PreviewState::Open(_)) {
            self.look_again();
        }
    }

    /// Asks for the view anew: it is another, or more was read.
    pub(super) fn look_again(self) {
        self.look.update(|look| {
            look.number += 1;
            look.stands = Stands::Finding { found: 0, of: 0 };
        });
        let (look, view) = self
            .look
            .with_untracked(|look| (look.number, look.view.clone()));
        self.post(&Request::Look {
            ticket: self.ticket.get_value(),
            look,
            view,
            row: self.row.get_value(),
        });
    }

    /// Asks for rows of the view.
    pub(crate) fn fetch_rows(self, span: Span) {
        self.post(&Request::Rows {
            ticket: self.ticket.get_value(),
            look: self.look.with_untracked(|look| look.number),
            span,
        });
    }

    /// Asks for one cell whole; the row by its number in the file.
    pub(crate) fn fetch_cell(self, row: u64, column: u32) {
        self.post(&Request::Cell {
            ticket: self.ticket.get_value(),
            row,
            column,
        });
    }

    /// Asks how re-identifiable the rows are by some of their columns.
    pub(crate) fn measure(self, quasi: Vec<u32>, sensitive: Vec<u32>) {
        self.post(&Request::Risk {
            ticket: self.ticket.get_value(),
            quasi,
            sensitive,
        });
    }

    /// Starts the program, unless it runs. `false` if it did not.
    pub(super) fn start(self) -> bool {
        if self.worker.with_value(Option::is_some) {
            return true;
        }
        let program = self.program.get_value();
        let name = program::name(program);
        let started = match self.spare.take(program) {
            Some(worker) => Ok(worker),
            None => program::start(&self.base.get_value(), name),
        };
        let mut worker = match started {
            Ok(worker) => worker,
            Err(error) => {
                self.fail("worker-start", error);
                return false;
            }
        };
        worker.on_message(move |text| self.hear(&text));
        worker.on_error(move |words| {
            match self.greeted.try_get_value().unwrap_or_default() {
                true => self.fail("worker", words),
                false => self.fail("worker-start", name),
            };
        });
        self.greeted.set_value(false);
        self.worker.set_value(Some(worker));
        self.post(&Request::Hello {
            version: WIRE_VERSION,
        });
        true
    }

    /// The program does not work: the next file gets a new one.
    pub(super) fn fail(self, code: &str, data: impl ToString) {
        let failure = program::failure(code, data);
        if self
            .state
            .try_set(PreviewState::Failed(failure, None))
            .is_none()
        {
            self.progress.set(None);
            self.exporting.set(None);
            // Outside the program's own callback, which must not drop itself.
            platform::spawn(async move {
                let _ = self.worker.try_update_value(Option::take);
            })
            .detach();
        }
    }

    pub(super) fn post(self, request: &Request) {
        self.post_with(request, None);
    }

    fn post_with(self, request: &Request, own: Option<&web_sys::File>) {
        let text = wire::write(request);
        let sent = self.worker.with_value(|worker| {
            let worker = worker.as_ref()?;
            Some(match own {
                Some(file) => worker.post_with(&text, file),
                None => worker.post(&text),
            })
        });
        if let Some(Err(error)) = sent {
            self.fail("worker", error);
        }
    }
}
