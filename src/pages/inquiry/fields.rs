//! The places for text: label, hint, what is wrong, and the control, for every one of them.

use super::{
    form::{Form, field_id},
    problems::{ProblemLine, is_error, line_id},
};
use crate::{
    i18n::{Inquiry as Words, field_hint, field_name},
    reactive::memo,
    state::lang,
    view::view,
};
use inquiry::{Field, Problem};
use leptos::prelude::*;

/// One place for text.
#[component]
pub(super) fn TextField(form: Form, field: Field) -> AnyView {
    let found = form.problem(field);
    let hint = field_hint(field, lang());
    let hint_id = format!("{}-hint", field_id(field));
    let described = {
        let hint_id = (!hint.is_empty()).then(|| hint_id.clone());
        Signal::derive(move || described(field, hint_id.clone(), found))
    };
    view! {
        <div class="field" class:bad=move || is_error(found)>
            <label for=field_id(field)>{field_name(field, lang())}<Optional field=field/></label>
            {(!hint.is_empty()).then(|| view! { <span class="hint" id=hint_id>{hint}</span> })}
            <ProblemLine field=field found=found/>
            {if field.is_block() {
                view! { <Block form=form field=field found=found described=described/> }
            } else {
                view! { <Line form=form field=field found=found described=described/> }
            }}
        </div>
    }
}

/// "May be left out", at every place that may.
#[component]
fn Optional(field: Field) -> Option<AnyView> {
    // One of mail address and telephone is needed, which the hint above the two says.
    let is_needed = matches!(field, Field::Purpose | Field::Email | Field::Tel);
    (!is_needed).then(|| view! { " "<span class="opt">{Words::of(lang()).optional}</span> })
}

/// Ids of what describes a control.
fn described(field: Field, hint: Option<String>, found: Memo<Option<Problem>>) -> Option<String> {
    let line = found.with(Option::is_some).then(|| line_id(field));
    let ids: Vec<String> = hint.into_iter().chain(line).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn value(form: Form, field: Field) -> Memo<String> {
    memo(move || {
        form.writing
            .draft
            .with(|draft| draft.text(field).unwrap_or_default().to_owned())
    })
}

fn set(form: Form, field: Field, typed: String) {
    form.edit(|draft| {
        if let Some(text) = draft.text_mut(field) {
            *text = typed;
        }
    });
}

#[component]
fn Line(
    form: Form,
    field: Field,
    found: Memo<Option<Problem>>,
    described: Signal<Option<String>>,
) -> AnyView {
    let kind = kind(field);
    let value = value(form, field);
    view! {
        <input
            class="input"
            class:mono=field == Field::Uscc
            id=field_id(field)
            type=kind.control
            inputmode=kind.keyboard
            autocomplete=kind.autocomplete
            spellcheck=kind.is_code.then_some("false")
            autocapitalize=kind.is_code.then_some("off")
            aria-invalid=move || is_error(found).then_some("true")
            aria-describedby=described
            prop:value=value
            on:input:target=move |event| set(form, field, event.target().value())
            on:blur=move |_| form.leave(field)
        />
    }
}

#[component]
fn Block(
    form: Form,
    field: Field,
    found: Memo<Option<Problem>>,
    described: Signal<Option<String>>,
) -> AnyView {
    let value = value(form, field);
    view! {
        <textarea
            class="input"
            id=field_id(field)
            rows="5"
            aria-required=(field == Field::Purpose).then_some("true")
            aria-invalid=move || is_error(found).then_some("true")
            aria-describedby=described
            prop:value=value
            on:input:target=move |event| set(form, field, event.target().value())
            on:blur=move |_| form.leave(field)
        ></textarea>
    }
}

/// What the browser is told of a control.
struct Kind {
    control: &'static str,
    keyboard: Option<&'static str>,
    autocomplete: &'static str,
    /// No words of a language: nothing is to be corrected.
    is_code: bool,
}

/// `type="email"` is not used: it rewrites what is typed before anyone can see it.
fn kind(field: Field) -> Kind {
    let text = Kind {
        control: "text",
        keyboard: None,
        autocomplete: "off",
        is_code: false,
    };
    let code = |keyboard, autocomplete| Kind {
        keyboard,
        autocomplete,
        is_code: true,
        ..text
    };
    match field {
        Field::Name => Kind {
            autocomplete: "name",
            ..text
        },
        Field::Organization => Kind {
            autocomplete: "organization",
            ..text
        },
        Field::Role => Kind {
            autocomplete: "organization-title",
            ..text
        },
        Field::Email => code(Some("email"), "email"),
        Field::Tel => Kind {
            control: "tel",
            ..code(Some("tel"), "tel")
        },
        Field::Uscc | Field::BudgetCurrency => code(None, "off"),
        Field::BudgetMax => code(Some("decimal"), "off"),
        Field::PeriodStart | Field::PeriodEnd | Field::Deadline => Kind {
            control: "date",
            ..text
        },
        _ => text,
    }
}
