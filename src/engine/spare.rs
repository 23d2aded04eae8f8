//! The program that opens files, started before one is opened: when somebody points at a preview.
//! By the time a file is asked for, it is there. An owner who wants none shown has no such link.

use super::program;
use crate::state::Locale;
use leptos::prelude::*;
use platform::WorkerHandle;
use routes::Previewed;
use std::any::Any;
use wire::preview::Program;

/// One program that nobody uses yet, or none; and what is open while the page is built anew.
#[derive(Clone, Copy)]
pub(crate) struct Spare(
    StoredValue<Kept, LocalStorage>,
    StoredValue<Option<Held>, LocalStorage>,
    StoredValue<Option<Owner>>,
);

struct Kept {
    running: Option<(Program, WorkerHandle)>,
    /// The one that the file of the present listing is for.
    likely: Program,
}

/// What is open: what it is of, what is known of it, and who owns that.
type Held = (Previewed, Box<dyn Any>, Owner);

impl Spare {
    /// None yet, for the whole page.
    pub(crate) fn provide() -> Self {
        let spare = Self(
            StoredValue::new_local(Kept {
                running: None,
                likely: Program::Text,
            }),
            StoredValue::new_local(None),
            StoredValue::new(Owner::current()),
        );
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

    /// What `make` made of this file and is open still, or what it makes now. It ends with the
    /// page, unless that goes because it is built anew in another language.
    pub(crate) fn held<T: Copy + 'static>(self, of: Previewed, make: impl FnOnce() -> T) -> T {
        let open = self.1.with_value(|held| {
            let (before, open, _) = held.as_ref()?;
            open.downcast_ref().copied().filter(|_| *before == of)
        });
        let (locale, lang) = (Locale::here(), untrack(|| Locale::here().get()));
        on_cleanup(move || {
            if untrack(|| locale.get()) == lang {
                self.let_go(None);
            }
        });
        open.unwrap_or_else(|| {
            let owner = self.2.get_value().unwrap_or_default().child();
            let open = owner.with(make);
            self.let_go(Some((of, Box::new(open), owner)));
            open
        })
    }

    /// What was open ends, outside of the place where it was held.
    fn let_go(self, next: Option<Held>) {
        drop(
            self.1
                .try_update_value(|held| std::mem::replace(held, next)),
        );
    }

    /// The program, for whoever opens a file; another one than is wanted ends.
    pub(super) fn take(self, wanted: Program) -> Option<WorkerHandle> {
        let running = self.0.try_update_value(|kept| kept.running.take());
        let (program, worker) = running.flatten()?;
        (program == wanted).then_some(worker)
    }
}
