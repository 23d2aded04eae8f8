//! A text in the language shown, with what was searched for marked.

use crate::{
    i18n::Common,
    state::lang,
    view::{any, view},
};
use leptos::prelude::*;
use search::highlight;

/// A text with the query's words marked, in the language shown.
#[component]
pub(crate) fn Marked(
    /// The text.
    text: catalog::Text,
    /// What to mark, normalised.
    marks: Vec<String>,
) -> AnyView {
    let lang = lang();
    let Some((tag, words)) = text.pick(lang.tag(), "zh") else {
        return view! { <span>{Common::of(lang).untitled}</span> };
    };
    let other = (crate::i18n::Lang::parse(tag) != Some(lang)).then(|| tag.to_owned());
    let mut parts = Vec::new();
    let mut at = 0;
    for range in highlight(words, &marks) {
        let before = words.get(at..range.start).unwrap_or_default();
        parts.push(any(before.to_owned()));
        let hit = words.get(range.clone()).unwrap_or_default().to_owned();
        parts.push(view! { <mark>{hit}</mark> });
        at = range.end;
    }
    parts.push(any(words.get(at..).unwrap_or_default().to_owned()));
    view! { <span lang=other>{parts}</span> }
}
