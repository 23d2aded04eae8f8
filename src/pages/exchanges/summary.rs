//! The figures at the head of the directory, counted from its entries.

use super::Opening;
use crate::{
    i18n::{Exchanges as Words, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use search::ExchangeEntry;
use std::sync::Arc;

/// The figures.
#[component]
pub(super) fn Summary(entries: Arc<Vec<ExchangeEntry>>) -> AnyView {
    let words = Words::of(lang());
    let count = |is: fn(&ExchangeEntry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    let figure = |name: &'static str, n: usize| {
        view! { <div><dt>{name}</dt><dd class="num">{grouped(n as u64)}</dd></div> }
    };
    view! {
        <dl class="sumrow">
            {figure(words.named, entries.len())}
            {figure(words.opened, count(|e| Opening::of(&e.exchange) == Opening::Evidence))}
            {figure(words.planned, count(|e| Opening::of(&e.exchange) == Opening::PlanningOnly))}
            {figure(words.with_site, count(|e| !e.platforms.is_empty()))}
            {figure(words.with_list, count(|e| e.listings.total() > 0))}
        </dl>
    }
}
