//! How a value is known. A quoted value carries no mark.

use crate::{components::said_text, i18n::Named, state::lang, view::view};
use catalog::{Assertion, AssertionStatus};
use leptos::prelude::*;

/// The mark of the value at `path`, by the longest assertion that covers it.
#[component]
pub(crate) fn EvidenceMark(
    /// The record's assertions.
    assertions: Vec<Assertion>,
    /// JSON Pointer of the value in the record.
    path: &'static str,
) -> Option<AnyView> {
    let found = assertions
        .into_iter()
        .filter(|assertion| covers(&assertion.path, path))
        .max_by_key(|assertion| assertion.path.len())?;
    let class = match found.status {
        AssertionStatus::Quoted | AssertionStatus::Unknown => return None,
        AssertionStatus::Inferred | AssertionStatus::Editorial => "ev inf",
        _ => "ev",
    };
    let title = found.note.as_ref().map(said_text);
    Some(view! { <span class=class title=title>{found.status.name(lang())}</span> })
}

/// Whether an assertion at `at` speaks of the value at `path`: the same place or above it.
fn covers(at: &str, path: &str) -> bool {
    path.strip_prefix(at)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
