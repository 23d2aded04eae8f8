//! Pages of results, as links: each page has its own address.

use crate::{
    i18n::Find,
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;

/// The pager; nothing when there is one page.
#[component]
pub(crate) fn Pager(
    /// The present page, from 0.
    page: u32,
    /// How many there are.
    pages: u32,
    /// The address of a page.
    address: impl Fn(u32) -> String,
) -> AnyView {
    let words = Find::of(lang());
    if pages < 2 {
        return nothing();
    }
    let each = shown(page, pages).into_iter().map(|entry| match entry {
        None => view! { <span class="gap" aria-hidden="true">"…"</span> },
        Some(n) if n == page => {
            view! { <span aria-current="page">{(n + 1).to_string()}</span> }
        }
        Some(n) => view! { <a href=address(n)>{(n + 1).to_string()}</a> },
    });
    view! {
        <nav class="pager" aria-label=words.pages>
            {(page > 0).then(|| view! { <a rel="prev" href=address(page - 1)>{words.previous}</a> })}
            {each.collect_view()}
            {(page + 1 < pages).then(|| view! { <a rel="next" href=address(page + 1)>{words.next}</a> })}
        </nav>
    }
}

/// First, last, and two on each side of the present page; `None` where some are left out.
fn shown(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut entries = Vec::new();
    let mut last = None;
    for n in 0..pages {
        if n != 0 && n + 1 != pages && n.abs_diff(page) > 2 {
            // Skip in one step: a catalog may have forty thousand pages.
            if n > page + 2 && n + 2 < pages && last == Some(page + 2) {
                entries.push(None);
                entries.push(Some(pages - 1));
                return entries;
            }
            continue;
        }
        if last.is_some_and(|last| n > last + 1) {
            entries.push(None);
        }
        entries.push(Some(n));
        last = Some(n);
    }
    entries
}
