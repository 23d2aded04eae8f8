//! The places for choices: one of a few, several of a few.

use super::form::{Form, field_id};
use crate::{
    i18n::{Inquiry as Words, Named as _, field_name, use_case},
    reactive::memo,
    state::lang,
    view::view,
};
use catalog::DeliveryMode;
use inquiry::{CrossBorder, Draft, Field, RequesterKind, UseCase};
use leptos::prelude::*;

/// One of a few, all of them shown. `options` are words with how each is read and set.
#[component]
fn OneOf<T: Copy + PartialEq + Send + Sync + 'static>(
    form: Form,
    field: Field,
    options: Vec<(T, &'static str)>,
    get: fn(&Draft) -> Option<T>,
    set: fn(&mut Draft, T),
    /// Whether it may be left out.
    is_optional: bool,
) -> AnyView {
    let chosen = memo(move || form.writing.draft.with(get));
    let each = options.into_iter().enumerate().map(|(n, (value, name))| {
        let id = (n == 0).then(|| field_id(field));
        view! {
            <label class="check">
                <input
                    type="radio"
                    id=id
                    name=field_id(field)
                    prop:checked=move || chosen.get() == Some(value)
                    on:change=move |_| form.edit(|draft| set(draft, value))
                />
                {name}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>
                {field_name(field, lang())}
                {is_optional.then(|| view! { " "<span class="opt">{Words::of(lang()).optional}</span> })}
            </legend>
            <div class="row">{each.collect_view()}</div>
        </fieldset>
    }
}

/// Person or organisation.
#[component]
pub(super) fn Who(form: Form) -> AnyView {
    let words = Words::of(lang());
    let options = vec![
        (RequesterKind::Organization, words.organization),
        (RequesterKind::Person, words.person),
    ];
    view! {
        <OneOf
            form=form
            field=Field::Kind
            options=options
            get=|draft| Some(draft.kind)
            set=|draft, kind| draft.kind = kind
            is_optional=false
        />
    }
}

/// Whether the data would leave the country.
#[component]
pub(super) fn Border(form: Form) -> AnyView {
    let words = Words::of(lang());
    let options = vec![
        (CrossBorder::No, words.cross_no),
        (CrossBorder::Yes, words.cross_yes),
        (CrossBorder::Unknown, words.cross_unknown),
    ];
    view! {
        <OneOf
            form=form
            field=Field::CrossBorder
            options=options
            get=|draft| draft.cross_border
            set=|draft, answer| draft.cross_border = Some(answer)
            is_optional=true
        />
    }
}

/// The kind of use, or none.
#[component]
pub(super) fn Use(form: Form) -> AnyView {
    let words = Words::of(lang());
    let chosen = memo(move || {
        form.writing.draft.with(|draft| {
            let place = UseCase::ALL
                .iter()
                .position(|case| Some(*case) == draft.use_case);
            place.map_or(String::new(), |place| place.to_string())
        })
    });
    let choose = move |value: String| {
        let case = value
            .parse()
            .ok()
            .and_then(|place: usize| UseCase::ALL.get(place).copied());
        form.edit(|draft| draft.use_case = case);
    };
    let options = UseCase::ALL.iter().enumerate().map(|(place, case)| {
        let place = place.to_string();
        let is_chosen = {
            let place = place.clone();
            move || chosen.with(|chosen| *chosen == place)
        };
        view! { <option value=place prop:selected=is_chosen>{use_case(*case, lang())}</option> }
    });
    view! {
        <div class="field">
            <label for=field_id(Field::UseCase)>
                {field_name(Field::UseCase, lang())}" "<span class="opt">{words.optional}</span>
            </label>
            <select
                class="input"
                id=field_id(Field::UseCase)
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" prop:selected=move || chosen.with(String::is_empty)>{words.use_none}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// How the data should come: any of the ways there are.
#[component]
pub(super) fn Delivered(form: Form) -> AnyView {
    let all = DeliveryMode::ALL
        .iter()
        .filter(|mode| **mode != DeliveryMode::Unspecified);
    let each = all.enumerate().map(|(n, mode)| {
        let mode = *mode;
        let id = (n == 0).then(|| field_id(Field::Delivery));
        let toggle = move |is_wanted: bool| {
            form.edit(|draft| {
                draft.delivery.retain(|known| *known != mode);
                if is_wanted {
                    draft.delivery.push(mode);
                    draft.delivery.sort_unstable();
                }
            });
        };
        let is_wanted = move || {
            form.writing
                .draft
                .with(|draft| draft.delivery.contains(&mode))
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    id=id
                    prop:checked=is_wanted
                    on:change:target=move |event| toggle(event.target().checked())
                />
                {mode.name(lang())}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>
                {field_name(Field::Delivery, lang())}
                " "
                <span class="opt">{Words::of(lang()).optional}</span>
            </legend>
            <div class="ticks">{each.collect_view()}</div>
        </fieldset>
    }
}
