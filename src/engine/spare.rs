//! The program that opens files, started before one is opened: when somebody points at a preview.
//! By the time a file is asked for, it is there. An owner who wants none shown has no such link.

use super::program;
use leptos::prelude::*;
use platform::WorkerHandle;

/// The program that tells files apart.
pub(super) const NAME: &str = "preview-worker";

/// One program that nobody uses yet, or none.
#[derive(Clone, Copy)]
pub(crate) struct Spare(StoredValue<Option<WorkerHandle>, LocalStorage>);

impl Spare {
    /// None yet, for the whole page.
    pub(crate) fn provide() -> Self {
        let spare = Self(StoredValue::new_local(None));
        provide_context(spare);
        spare
    }

    /// That of this page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Starts it, unless it runs.
    pub(crate) fn start(self, base: &str) {
        if self.0.with_value(Option::is_some) {
            return;
        }
        // Whoever opens a file tries again and says what is wrong.
        if let Ok(mut worker) = program::start(base, NAME) {
            worker.on_error(move |_| drop(self.take()));
            self.0.set_value(Some(worker));
        }
    }

    /// The program, for whoever opens a file.
    pub(super) fn take(self) -> Option<WorkerHandle> {
        self.0.try_update_value(Option::take).flatten()
    }
}
