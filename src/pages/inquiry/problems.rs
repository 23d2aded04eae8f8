//! What is to be mended: a list at the top that leads to each place, and a line at the place.

use super::form::{Form, PROBLEMS, field_id};
use crate::{
    components::{Icon, Svg},
    i18n::{Inquiry as Words, field_name, fill, problem},
    reactive::memo,
    state::lang,
    view::{any, view},
};
use catalog::Severity;
use inquiry::{Field, Problem};
use leptos::prelude::*;

/// The list; there once the visitor wanted to hand over what is not ready.
#[component]
pub(super) fn Problems(form: Form) -> AnyView {
    let errors = memo(move || {
        if !form.writing.attempted.get() {
            return Vec::new();
        }
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        form.problems
            .with(|problems| problems.iter().filter(is_error).cloned().collect())
    });
    let is_there = memo(move || errors.with(|errors| !errors.is_empty()));
    // The frame stays while the list shrinks, so that the focus is not lost with every mend.
    any(move || {
        is_there.get().then(|| {
            view! {
                <div class="notice bad errs" role="alert" tabindex="-1" id=PROBLEMS>
                    <Svg icon=Icon::Error/>
                    <h2>{move || head(errors.with(Vec::len))}</h2>
                    <ul class="plain" role="list">
                        {move || errors.get().into_iter().map(line).collect_view()}
                    </ul>
                </div>
            }
        })
    })
}

fn head(count: usize) -> String {
    let words = Words::of(lang());
    match count {
        1 => words.errors_one.to_owned(),
        n => fill(words.errors, &[("n", &n.to_string())]),
    }
}

/// A button, because `<base>` would lead a `#` link to the root.
fn line(found: Problem) -> AnyView {
    let field = found.field;
    let colon = lang().pick("：", ": ");
    let words = format!(
        "{}{colon}{}",
        field_name(field, lang()),
        problem(&found, lang())
    );
    let go = move |_| {
        platform::focus(&field_id(field));
    };
    view! { <li><button class="textbtn" type="button" on:click=go>{words}</button></li> }
}

/// Id of the line at a place.
pub(super) fn line_id(field: Field) -> String {
    format!("{}-problem", field_id(field))
}

/// The line at a place; nothing while all is well.
#[component]
pub(super) fn ProblemLine(field: Field, found: Memo<Option<Problem>>) -> AnyView {
    any(move || {
        found.get().map(|found| {
            let is_error = found.severity == Severity::Error;
            let (class, icon) = if is_error {
                ("msg", Icon::Error)
            } else {
                ("msg soft", Icon::Warning)
            };
            view! {
                <p class=class id=line_id(field)><Svg icon=icon/>{problem(&found, lang())}</p>
            }
        })
    })
}

/// Whether what was found must be mended, tracked.
pub(super) fn is_error(found: Memo<Option<Problem>>) -> bool {
    found.with(|found| {
        found
            .as_ref()
            .is_some_and(|found| found.severity == Severity::Error)
    })
}
