//! A place for yes or nothing.

use super::{
    form::{Form, field_id},
    problems::{ProblemLine, is_error, line_id},
};
use crate::reactive::memo;
use crate::view::view;
use inquiry::{Draft, Field};
use leptos::prelude::*;

/// Yes, or nothing said: a sample, the promise, the consent.
#[component]
pub(super) fn Tick(
    form: Form,
    field: Field,
    /// What is agreed to or wished.
    #[prop(into)]
    words: Signal<String>,
    get: fn(&Draft) -> bool,
    #[prop(into)] on_tick: Callback<bool>,
) -> AnyView {
    let found = form.problem(field);
    let is_ticked = memo(move || form.writing.draft.with(get));
    view! {
        <div class="field" class:bad=move || is_error(found)>
            <ProblemLine field=field found=found/>
            <div class="tick"><label class="check">
                <input
                    type="checkbox"
                    id=field_id(field)
                    aria-invalid=move || is_error(found).then_some("true")
                    aria-describedby=move || found.with(Option::is_some).then(|| line_id(field))
                    prop:checked=is_ticked
                    on:change:target=move |event| on_tick.run(event.target().checked())
                />
                <span>{words}</span>
            </label></div>
        </div>
    }
}
