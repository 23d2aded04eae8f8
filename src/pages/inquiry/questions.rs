//! Asking about what the listing leaves out: its missing points become questions.

use super::form::{Form, field_id, focus_soon};
use crate::{
    components::{Icon, Svg},
    i18n::{Inquiry as Words, fill},
    pages::listing::missing_points,
    reactive::memo,
    state::lang,
    view::{any, view},
};
use inquiry::Field;
use leptos::prelude::*;

/// The button; nothing without a listing that leaves something out.
#[component]
pub(super) fn AskMissing(form: Form) -> AnyView {
    let words = Words::of(lang());
    let points = memo(move || {
        let asked = form.asked.get();
        let page = asked.as_ref().and_then(|asked| asked.page.as_deref());
        page.map_or_else(Vec::new, |page| missing_points(page, lang()))
    });
    let left = memo(move || {
        form.writing
            .draft
            .with(|draft| points.with(|points| unasked(&draft.questions, points).len()))
    });
    let ask = move |_| {
        form.edit(|draft| {
            draft.questions = points
                .with_untracked(|points| with_points(&draft.questions, points, words.missing_lead));
        });
        focus_soon(field_id(Field::Questions));
    };
    any(move || {
        (left.get() > 0).then(|| {
            let label = fill(words.add_missing, &[("n", &left.get().to_string())]);
            view! {
                <p class="askmissing">
                    <button class="btn small" type="button" on:click=ask>
                        <Svg icon=Icon::Negotiable/>
                        {label}
                    </button>
                </p>
            }
        })
    })
}

/// The points that the questions do not hold yet.
fn unasked<'a>(questions: &str, points: &[&'a str]) -> Vec<&'a str> {
    points
        .iter()
        .copied()
        .filter(|point| !questions.contains(point))
        .collect()
}

/// The questions with the points below them, numbered under `lead`; what is asked already is
/// not asked twice.
fn with_points(questions: &str, points: &[&str], lead: &str) -> String {
    let points = unasked(questions, points);
    if points.is_empty() {
        return questions.to_owned();
    }
    let before = questions.trim_end();
    let between = if before.is_empty() { "" } else { "\n\n" };
    let mut text = format!("{before}{between}{lead}");
    for (place, point) in points.iter().enumerate() {
        text.push_str(&format!("\n{}. {point}", place + 1));
    }
    text
}
