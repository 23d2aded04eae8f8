//! What came of what is wanted of the rows, and what that covers.

use super::{nothing::Nothing, viewed::Viewed};
use crate::{
    engine::Stands,
    i18n::{GridWords, PreviewWords, fill, grouped, table_notice},
    state::lang,
    view::{nothing, view},
};
use leptos::prelude::*;
use table::Count;

/// How far the view is, or what came of it.
pub(super) fn came(viewed: Viewed) -> AnyView {
    let words = GridWords::of(lang());
    let look = viewed.engine.view().get();
    let order = look.order();
    match look.stands {
        Stands::All => nothing(),
        Stands::Finding { found, of } => {
            let (found, of) = (grouped(found), grouped(of));
            let is_sorted = look.view.search.is_empty() && look.view.filters.is_empty();
            let line = if is_sorted {
                words.sorting
            } else {
                words.looking
            };
            let line = fill(line, &[("found", &found), ("of", &of)]);
            view! {
                <p class="pvcame" role="status">
                    {line}" "
                    <button class="textbtn" type="button" on:click=move |_| viewed.engine.stop()>{words.cancel}</button>
                </p>
            }
        }
        Stands::Found {
            rows, of, notices, ..
        } => {
            let among = viewed.among(of);
            let template = match rows {
                Count::Exactly(_) => words.matched,
                _ => words.matched_at_least,
            };
            let n = grouped(rows.value());
            let is_whole = look.view.search.is_empty() && look.view.filters.is_empty();
            let matched = (!is_whole).then(|| {
                fill(template, &[("n", &n)]) + &fill(words.matched_of, &[("rows", &among)])
            });
            // What is asked of a column that the file has not is a notice.
            let columns = viewed.with(|opened| opened.columns.len());
            let order = order.filter(|order| (order.column as usize) < columns);
            let order = order.map(|order| {
                let way = if order.descending {
                    words.sorted_down
                } else {
                    words.sorted_up
                };
                let name = viewed.column_name(order.column);
                let sorted = fill(words.sorted_line, &[("column", &name), ("way", way)]);
                let covers = fill(words.covers_rows, &[("rows", &among)]);
                format!("{sorted} · {covers}")
            });
            let notices: Vec<_> = notices
                .iter()
                .map(|notice| view! { <span>{notice_words(notice)}</span> })
                .collect();
            let is_empty = rows.value() == 0 && !is_whole;
            view! {
                <p class="pvcame" role="status">
                    {matched.map(|words| view! { <span class="num">{words}</span> })}
                    {order.map(|words| view! { <span class="muted">{words}</span> })}
                    {notices}
                </p>
                {is_empty.then(|| view! { <Nothing viewed=viewed among=among/> })}
            }
        }
    }
}

/// What of the view could not be had. A walk that ended early says where by its rows already.
fn notice_words(notice: &table::Notice) -> String {
    let words = PreviewWords::of(lang());
    let failure = notice.data.get("failure").map(String::as_str);
    match (notice.code, failure) {
        (table::Code::Cut, Some("aborted")) => words.ended_stopped.to_owned(),
        (table::Code::Cut, Some(_)) => words.ended_broke.to_owned(),
        _ => table_notice(notice, None, lang()),
    }
}
