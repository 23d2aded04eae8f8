//! The search box: one form, on home and on browse.

use super::{Icon, Svg};
use crate::{i18n::Common, reactive::watch, state::lang, view::view};
use leptos::{ev::SubmitEvent, prelude::*};

/// The box. Typing reports every change; submitting reports the whole text.
#[component]
pub(crate) fn SearchBox(
    /// The text in the box.
    #[prop(into)]
    text: Signal<String>,
    /// Called while typing.
    #[prop(optional, into)]
    on_type: Option<Callback<String>>,
    /// Called on submit.
    #[prop(into)]
    on_submit: Callback<String>,
    /// The small form, above results.
    #[prop(optional)]
    compact: bool,
) -> AnyView {
    let words = Common::of(lang());
    let typed = StoredValue::new(text.get_untracked());
    // The address may change the text from outside (back, a removed chip).
    watch(move || typed.set_value(text.get()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(typed.get_value());
    };
    let type_in = move |value: String| {
        typed.set_value(value.clone());
        if let Some(on_type) = on_type {
            on_type.run(value);
        }
    };
    let hint = if compact {
        words.search_short
    } else {
        words.search_hint
    };
    view! {
        <form class="search" class:compact=compact role="search" on:submit=submit>
            <Svg icon=Icon::Search/>
            <label class="vh" for="q">{words.search_catalogue}</label>
            <input
                id="q"
                name="q"
                type="search"
                maxlength="500"
                autocomplete="off"
                placeholder=hint
                prop:value=text
                on:input:target=move |event| type_in(event.target().value())
            />
            <button class="btn main" type="submit">{words.search}</button>
        </form>
    }
}
