//! Texts of third parties: shown as text, marked with the language they are really in.

use crate::{i18n::Common, state::lang, view::view};
use catalog::Text;
use leptos::prelude::*;

/// A text in the reader's language, else in another one with its `lang`.
#[component]
pub(crate) fn Said(
    /// The text.
    text: Text,
    /// BCP 47 tag to fall back to.
    #[prop(default = "zh")]
    fallback: &'static str,
) -> AnyView {
    let lang = lang();
    match text.pick(lang.tag(), fallback) {
        Some((tag, words)) => {
            let other = (crate::i18n::Lang::parse(tag) != Some(lang)).then(|| tag.to_owned());
            view! { <span lang=other>{words.to_owned()}</span> }
        }
        None => view! { <NotStated/> },
    }
}

/// The same as plain text, for titles and labels. Empty if there is none.
pub(crate) fn said_text(text: &Text) -> String {
    text.pick(lang().tag(), "zh")
        .map(|(_, words)| words.to_owned())
        .unwrap_or_default()
}

/// A value that the source does not give: said, and dashed underneath.
#[component]
pub(crate) fn NotStated(
    /// Other words than "not stated".
    #[prop(optional)]
    words: Option<&'static str>,
) -> AnyView {
    view! { <span class="none">{words.unwrap_or(Common::of(lang()).not_stated)}</span> }
}
