//! The program that opens files, started before one is opened: when somebody points at a preview.
//! By the time a file is asked for, it is there. An owner who wants none shown has no such link.

use super::program;
use leptos::prelude::*;
use platform::WorkerHandle;
use wire::preview::Program;

/// One program that nobody uses yet, or none.
#[derive(Clone, Copy)]
pub(crate) struct Spare(StoredValue<Kept, LocalStorage>);

struct Kept {
    running: Option<(Program, WorkerHandle)>,
    /// The one that the file of the present listing is for.
    likely: Program,
}

impl Spare {
    /// None yet, for the whole page.
    pub(crate) fn provide() -> Self {
        let spare = Self(StoredValue::new_local(Kept {
            running: None,
            likely: Program::Text,
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
            if matches!(kept.running, Some((running, _)) if running == program) {
                return;
            }
            // Whoever opens a file tries again and says what is wrong.
            if let Ok(mut worker) = program::start(base, program::name(program)) {
                worker.on_error(move |_| drop(self.take(program)));
                kept.running = Some((program, worker));
            }
        });
    }

    /// The program, for whoever opens a file; another one than is wanted ends.
    pub(super) fn take(self, wanted: Program) -> Option<WorkerHandle> {
        let running = self.0.try_update_value(|kept| kept.running.take());
        let (program, worker) = running.flatten()?;
        (program == wanted).then_some(worker)
    }
}
