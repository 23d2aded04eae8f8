//! Light, dark, or as the system says. Kept on the device.

use crate::reactive::watch;
use catalog::Scheme;
use leptos::prelude::*;
use platform::Preferences;

const NAME: &str = "theme";

/// What the visitor chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The next one of the button's round.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The current choice and the way to change it.
#[derive(Clone, Copy)]
pub(crate) struct Theme(RwSignal<ThemeChoice>);

impl Theme {
    /// Takes the kept choice and keeps `data-theme` of the document in step.
    pub(crate) fn provide(preferences: &Preferences, first: Scheme) {
        let kept = match preferences.get(NAME).as_deref() {
            Some("system") => ThemeChoice::System,
            Some("light") => ThemeChoice::Light,
            Some("dark") => ThemeChoice::Dark,
            _ => match first {
                Scheme::Auto => ThemeChoice::System,
                Scheme::Light => ThemeChoice::Light,
                Scheme::Dark => ThemeChoice::Dark,
            },
        };
        let theme = Self(RwSignal::new(kept));
        watch(move || platform::set_root_attribute("data-theme", theme.0.get().attribute()));
        provide_context(theme);
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// The choice, tracked.
    pub(crate) fn get(self) -> ThemeChoice {
        self.0.get()
    }

    /// Changes it and keeps it on the device.
    pub(crate) fn choose(self, choice: ThemeChoice, preferences: &Preferences) {
        // "system" is kept too: the host's first scheme must not come back over a choice.
        preferences.set(NAME, choice.attribute().unwrap_or("system"));
        self.0.set(choice);
    }
}
