//! What the reader noticed: each with what it means and where.

use super::viewed::Viewed;
use crate::{
    i18n::{PreviewWords, table_notice},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use table::{Code, Notice};

/// The list. What the coverage bar or the grid says already is not said twice.
#[component]
pub(super) fn Noticed(viewed: Viewed) -> AnyView {
    let words = PreviewWords::of(lang());
    let sentences = move || {
        viewed.with(|opened| {
            let named = |notice: &Notice| {
                let column = opened.columns.get(notice.column? as usize)?;
                Some(column.name.clone())
            };
            let notices = opened.notices.iter();
            let notices = notices
                .filter(|n| !matches!(n.code, Code::Cut | Code::RowsNotKept | Code::LongRow));
            notices
                .map(|notice| table_notice(notice, named(notice).as_deref(), lang()))
                .collect::<Vec<_>>()
        })
    };
    let body = move || {
        let sentences = sentences();
        if sentences.is_empty() {
            return view! { <p class="quiet">{words.notices_none}</p> };
        }
        let items = sentences
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> });
        view! { <ul class="noticed">{items.collect_view()}</ul> }
    };
    view! { <section class="panel"><h2>{words.notices}</h2>{body}</section> }
}
