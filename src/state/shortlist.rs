//! Which listings are on the shortlist. The list itself lies in the drawer; a copy of its keys
//! lies beside the preferences, so that cards show it without opening the drawer for every
//! visit.

use leptos::prelude::*;
use platform::Preferences;

/// The name of the copy among the preferences, which it is none of.
const NAME: &str = "shortlist";

/// The keys. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Shortlist {
    keys: RwSignal<Vec<String>>,
    preferences: StoredValue<Preferences>,
}

impl Shortlist {
    /// Makes the context.
    pub(crate) fn provide(preferences: Preferences) {
        let keys = preferences.get(NAME).unwrap_or_default();
        provide_context(Self {
            keys: RwSignal::new(keys.lines().map(str::to_owned).collect()),
            preferences: StoredValue::new(preferences),
        });
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Whether a listing is on it, tracked.
    pub(crate) fn has(self, key: &str) -> bool {
        self.keys.with(|keys| keys.iter().any(|known| known == key))
    }

    /// Whether a preference of this name is the copy.
    pub(crate) fn is_copy(name: &str) -> bool {
        name == NAME
    }

    /// What is on it now.
    pub(super) fn set(self, keys: Vec<String>) {
        self.preferences
            .with_value(|preferences| match keys.is_empty() {
                true => preferences.remove(NAME),
                // Without a device the copy is missed at the next visit only.
                false => drop(preferences.set(NAME, &keys.join("\n"))),
            });
        self.keys.set(keys);
    }
}
