//! The language of the interface: from `?lang=`, else as kept, else the browser's.

use crate::i18n::Lang;
use crate::reactive::watch;
use leptos::prelude::*;
use platform::Preferences;
use routes::Params;

const NAME: &str = "language";

/// The current language and the way to change it.
#[derive(Clone, Copy)]
pub(crate) struct Locale(RwSignal<Lang>);

impl Locale {
    /// Decides the language and keeps the document's `lang` in step.
    pub(crate) fn provide(preferences: &Preferences, default: Option<Lang>, offered: &[Lang]) {
        let offered = |lang: &Lang| offered.is_empty() || offered.contains(lang);
        let asked = Params::read(&platform::address().search)
            .get("lang")
            .and_then(Lang::parse);
        let kept = || preferences.get(NAME).as_deref().and_then(Lang::parse);
        let spoken = || {
            platform::languages()
                .iter()
                .find_map(|tag| Lang::parse(tag))
        };
        let lang = asked
            .filter(offered)
            .or_else(|| kept().filter(offered))
            .or_else(|| spoken().filter(offered))
            .or(default)
            .unwrap_or_default();
        let locale = Self(RwSignal::new(lang));
        watch(move || platform::set_lang(locale.0.get().tag()));
        provide_context(locale);
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// The language, tracked.
    pub(crate) fn get(self) -> Lang {
        self.0.get()
    }

    /// Changes the language and keeps it on the device.
    pub(crate) fn choose(self, lang: Lang, preferences: &Preferences) {
        preferences.set(NAME, lang.short());
        self.0.set(lang);
    }
}

/// The language at this moment. The page is built anew when it changes, so that components
/// need not track it.
pub(crate) fn lang() -> Lang {
    Locale::here().0.get_untracked()
}
