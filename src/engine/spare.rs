//! The program that opens files, started before one is opened: when somebody points at a preview.
//! By the time a file is asked for, it is there. An owner who wants none shown has no such link.
//! Where the visitor looks at files of their own all programs are kept: the network may go before
//! one is chosen, and nobody knows which it will be.

use super::program;
use leptos::prelude::*;
use platform::WorkerHandle;
use wire::preview::{Program, Request};

/// All of them.
const ALL: [Program; 3] = [Program::Text, Program::Sheets, Program::Parquet];

/// One program that nobody uses yet, or none, or all of them.
#[derive(Clone, Copy)]
pub(crate) struct Spare(StoredValue<Kept, LocalStorage>);

struct Kept {
    running: Vec<(Program, WorkerHandle)>,
    /// The one that the file of the present listing is for.
    likely: Program,
    /// Whether all of them are kept.
    all: bool,
}

impl Kept {
    fn place(&self, program: Program) -> Option<usize> {
        let mut running = self.running.iter();
        running.position(|(running, _)| *running == program)
    }
}

impl Spare {
    /// None yet, for the whole page.
    pub(crate) fn provide() -> Self {
        let spare = Self(StoredValue::new_local(Kept {
            running: Vec::new(),
            likely: Program::Text,
            all: false,
        }));
        provide_context(spare);
        spare
    }

    /// That of this page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// A link to a file for this program is shown.
    pub(crate) fn expect(self, program: Program) {
        self.0.update_value(|kept| kept.likely = program);
    }

    /// Starts the program for the file of the listing, or for one of the visitor's `own`, unless
    /// it runs.
    pub(crate) fn start(self, base: &str, own: bool) {
        self.0.update_value(|kept| {
            let program = if own { Program::Text } else { kept.likely };
            if kept.place(program).is_none() {
                if !kept.all {
                    kept.running.clear();
                }
                self.begin(kept, base, program);
            }
        });
    }

    fn begin(self, kept: &mut Kept, base: &str, program: Program) {
        // Whoever opens a file tries again and says what is wrong.
        if let Ok(worker) = program::start(base, program::name(program)) {
            self.keep(kept, program, worker);
        }
    }

    fn keep(self, kept: &mut Kept, program: Program, mut worker: WorkerHandle) {
        worker.on_error(move |_| drop(self.take(program)));
        kept.running.push((program, worker));
    }

    /// From now on all programs are kept, once [`fill`](Self::fill) is called.
    pub(super) fn keep_all(self) {
        self.0.update_value(|kept| kept.all = true);
    }

    /// Where all are kept, starts those that are lacking beside the one in use, and has them fetch
    /// what they would fetch later.
    pub(super) fn fill(self, base: &str, used: Program) {
        self.0.update_value(|kept| {
            for program in ALL {
                if kept.all && program != used && kept.place(program).is_none() {
                    self.begin(kept, base, program);
                    if let Some((_, worker)) = kept.running.last() {
                        // One that does not hear it does without.
                        let _ = worker.post(&wire::write(&Request::Prepare));
                    }
                }
            }
        });
    }

    /// The program, for whoever opens a file; unless all are kept another one than is wanted ends.
    pub(super) fn take(self, wanted: Program) -> Option<WorkerHandle> {
        let taken = self.0.try_update_value(|kept| {
            let found = kept.place(wanted).map(|at| kept.running.swap_remove(at));
            let ended = match kept.all {
                true => Vec::new(),
                false => std::mem::take(&mut kept.running),
            };
            (found, ended)
        });
        Some(taken?.0?.1)
    }

    /// A program that is no longer used: it ends, unless it could not be fetched anew.
    pub(super) fn put_back(self, program: Program, mut worker: WorkerHandle) {
        self.0.update_value(|kept| {
            if kept.all && !platform::is_online() && kept.place(program).is_none() {
                worker.unheard();
                self.keep(kept, program, worker);
            }
        });
    }

    /// All of them need no longer be kept.
    pub(super) fn end(self) {
        let ended = self.0.try_update_value(|kept| {
            let ends = std::mem::take(&mut kept.all);
            ends.then(|| std::mem::take(&mut kept.running))
        });
        drop(ended);
    }
}
