//! The program that opens files, started before one is opened: when somebody points at a preview.
//! By the time a file is asked for, it is there. An owner who wants none shown has no such link.

use super::program;
use crate::state::Locale;
use leptos::prelude::*;
use platform::WorkerHandle;
use routes::Previewed;
use std::any::Any;

/// The program that tells files apart.
pub(super) const NAME: &str = "preview-worker";

/// One program that nobody uses yet, or none; and what is open while the page is built anew.
#[derive(Clone, Copy)]
pub(crate) struct Spare(
    StoredValue<Option<WorkerHandle>, LocalStorage>,
    StoredValue<Option<Held>, LocalStorage>,
    StoredValue<Option<Owner>>,
);

/// What is open: what it is of, what is known of it, and who owns that.
type Held = (Previewed, Box<dyn Any>, Owner);

impl Spare {
    /// None yet, for the whole page.
    pub(crate) fn provide() -> Self {
        let spare = Self(
            StoredValue::new_local(None),
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

    /// The program, for whoever opens a file.
    pub(super) fn take(self) -> Option<WorkerHandle> {
        self.0.try_update_value(Option::take).flatten()
    }
}
