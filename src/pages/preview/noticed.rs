//! What the reader noticed: each with what it means and where.

use crate::{
    i18n::{PreviewWords, table_notice},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use std::sync::Arc;
use table::{Code, Notice};
use wire::preview::Opened;

/// The list. What the coverage bar says already is not said twice.
#[component]
pub(super) fn Noticed(opened: Arc<Opened>) -> AnyView {
    let words = PreviewWords::of(lang());
    let named = |notice: &Notice| {
        let column = opened.columns.get(notice.column? as usize)?;
        Some(column.name.clone())
    };
    let sentences: Vec<_> = opened
        .notices
        .iter()
        .filter(|notice| !matches!(notice.code, Code::Cut | Code::RowsNotKept))
        .map(|notice| table_notice(notice, named(notice).as_deref(), lang()))
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect();
    let body = if sentences.is_empty() {
        view! { <p class="quiet">{words.notices_none}</p> }
    } else {
        view! { <ul class="noticed">{sentences}</ul> }
    };
    view! { <section class="panel"><h2>{words.notices}</h2>{body}</section> }
}
