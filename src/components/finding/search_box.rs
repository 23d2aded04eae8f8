//! The search box: one form, on home and on browse, with names under it while somebody types
//! (a combobox after the ARIA Authoring Practices: the focus stays in the box).

use super::{
    suggested::{Names, OPTION},
    suggestions::Suggestions,
};
use crate::{
    components::{Icon, Svg},
    engine::SearchEngine,
    i18n::Common,
    reactive::watch,
    state::{Router, lang},
    view::view,
};
use leptos::{
    ev::{KeyboardEvent, SubmitEvent},
    prelude::*,
};
use search::Query;

/// The box. Typing reports every change; submitting reports the whole text; a name that is
/// chosen is gone to.
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
    /// The query that a chosen category, supplier or exchange is added to, without its words.
    #[prop(into)]
    base: Signal<Query>,
    /// The small form, above results.
    #[prop(optional)]
    compact: bool,
) -> AnyView {
    let words = Common::of(lang());
    let engine = SearchEngine::here();
    let router = Router::here();
    let typed = StoredValue::new(text.get_untracked());
    let names = Names::new();
    // The address may change the text from outside (back, a removed chip).
    watch(move || typed.set_value(text.get()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        names.fold();
        on_submit.run(typed.get_value());
    };
    let type_in = move |value: String| {
        typed.set_value(value.clone());
        engine.suggest(&value);
        names.unfold();
        if let Some(on_type) = on_type {
            on_type.run(value);
        }
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(route) = names.route(at, base.get_untracked()) {
            names.fold();
            router.go(&route);
            platform::to_top("main");
        }
    });
    let press = move |event: KeyboardEvent| {
        // Keys that choose among the candidates of an input method are not ours.
        if event.is_composing() {
            return;
        }
        let done = match event.key().as_str() {
            "ArrowDown" => names.step(true),
            "ArrowUp" => names.step(false),
            "Home" => names.jump(false),
            "End" => names.jump(true),
            "Escape" => {
                names.is_open() && {
                    names.fold();
                    true
                }
            }
            "Enter" => names.active().is_some_and(|at| {
                choose.run(at);
                true
            }),
            _ => false,
        };
        if done {
            event.prevent_default();
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
                type="text"
                enterkeyhint="search"
                maxlength="500"
                autocomplete="off"
                placeholder=hint
                role="combobox"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls="q-names"
                aria-expanded=move || names.is_open().to_string()
                aria-activedescendant=move || names.active().map(|at| format!("{OPTION}{at}"))
                prop:value=text
                on:input:target=move |event| type_in(event.target().value())
                on:keydown=press
                on:blur=move |_| names.fold()
            />
            <button class="btn main" type="submit">{words.search}</button>
            <Suggestions names=names on_choose=choose/>
        </form>
    }
}
