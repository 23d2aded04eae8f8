//! What is open while the page is built anew in another language.

use crate::state::Locale;
use leptos::prelude::*;
use routes::Previewed;
use std::any::Any;

/// What is open, and who owns it.
#[derive(Clone, Copy)]
pub(crate) struct LeftOpen {
    held: StoredValue<Option<Held>, LocalStorage>,
    owner: StoredValue<Option<Owner>>,
}

/// What it is of, what is known of it, and who owns that.
type Held = (Previewed, Box<dyn Any>, Owner);

impl LeftOpen {
    /// Nothing yet, for the whole page.
    pub(crate) fn provide() {
        provide_context(Self {
            held: StoredValue::new_local(None),
            owner: StoredValue::new(Owner::current()),
        });
    }

    /// What `make` made of this file and is open still, or what it makes now. It ends with the
    /// page, unless that goes because it is built anew in another language.
    pub(crate) fn or_make<T: Copy + 'static>(of: Previewed, make: impl FnOnce() -> T) -> T {
        let here: Self = expect_context();
        let open = here.held.with_value(|held| {
            let (before, open, _) = held.as_ref()?;
            open.downcast_ref().copied().filter(|_| *before == of)
        });
        let (locale, lang) = (Locale::here(), untrack(|| Locale::here().get()));
        on_cleanup(move || {
            if untrack(|| locale.get()) == lang {
                here.let_go(None);
            }
        });
        open.unwrap_or_else(|| {
            let owner = here.owner.get_value().unwrap_or_default().child();
            let open = owner.with(make);
            here.let_go(Some((of, Box::new(open), owner)));
            open
        })
    }

    /// What was open ends, outside of the place where it was held.
    fn let_go(self, next: Option<Held>) {
        drop(
            self.held
                .try_update_value(|held| std::mem::replace(held, next)),
        );
    }
}
