//! Below the grid: which rows are seen, hidden columns, and what can be done with the row and
//! the cell that the keyboard is at.

use super::{columns::Columns, control::Grid};
use crate::{
    components::{Icon, Svg},
    engine::Stands,
    i18n::{GridWords, PreviewWords, fill, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use table::Count;

/// The foot.
#[component]
pub(super) fn GridFoot(grid: Grid) -> AnyView {
    let words = GridWords::of(lang());
    let preview = PreviewWords::of(lang());
    let link = move |_| {
        let Some(row) = grid.at.get_untracked().row else {
            return;
        };
        let number = grid.number(row).unwrap_or(row);
        let done = fill(words.copied_link, &[("row", &grouped(number + 1))]);
        grid.put(grid.table.on_link.run(number), done);
    };
    // No address names a file of one's own.
    let has_link = !grid.table.on_link.run(0).is_empty();
    let copy = move |_| {
        grid.copy_here();
    };
    let hidden = move || grid.columns.with(|columns| columns.hidden());
    let show = move |_| grid.arrange(Columns::show_all);
    let again = move |_| {
        grid.with(|painter| painter.tiles.retry());
        grid.refused.set(false);
        grid.paint();
    };
    view! {
        <div class="gfoot">
            <p class="num">{move || seen(grid)}</p>
            {move || (hidden() > 0).then(|| view! {
                <p>
                    {fill(words.columns_hidden, &[("n", &grouped(hidden() as u64))])}" "
                    <button class="textbtn" type="button" on:click=show>{words.show_hidden}</button>
                </p>
            })}
            {move || grid.refused.get().then(|| view! {
                <p>
                    {words.rows_refused}" "
                    <button class="textbtn" type="button" on:click=again>{crate::i18n::Common::of(lang()).retry}</button>
                </p>
            })}
            <div class="row gacts">
                {move || grid.marked.get().is_some().then(|| view! {
                    <button class="btn small" type="button" on:click=copy><Svg icon=Icon::Copy/>{words.copy_row}</button>
                })}
                {move || grid.table.rows().is_some_and(|rows| rows > 0).then(|| view! {
                    <button class="btn small" type="button" on:click=move |_| grid.open()>
                        <Svg icon=Icon::Eye/>
                        <span class="cut">{move || here(grid)}</span>
                        {preview.open_cell}
                    </button>
                })}
                {has_link.then(|| view! {
                    <button class="btn small" type="button" on:click=link>{words.copy_link}</button>
                })}
            </div>
            <p class="small muted said" role="status">{move || grid.said.get()}</p>
        </div>
    }
}

/// Which rows are seen.
fn seen(grid: Grid) -> String {
    let words = GridWords::of(lang());
    let (from, to) = grid.seen.get();
    let rows = grid.table.rows().unwrap_or_default();
    if rows == 0 {
        return String::new();
    }
    let is_exact = grid.table.look.with(|look| match &look.stands {
        Stands::All => None,
        Stands::Finding { .. } => Some(false),
        Stands::Found { rows, .. } => Some(matches!(rows, Count::Exactly(_))),
    });
    let is_exact = is_exact.unwrap_or_else(|| {
        grid.table
            .with(|opened| opened.complete || !opened.reach.grows)
    });
    let template = if is_exact {
        words.rows_seen
    } else {
        words.rows_seen_at_least
    };
    let values = [from + 1, to.min(rows), rows].map(grouped);
    let [from, to, rows] = &values;
    fill(template, &[("from", from), ("to", to), ("n", rows)])
}

/// The cell that the keyboard is at.
fn here(grid: Grid) -> String {
    grid.arrived.track();
    let Some(row) = grid.at.get().row else {
        return String::new();
    };
    let name = grid.column().map(|column| grid.name(column));
    let number = grid.number(row).unwrap_or(row) + 1;
    fill(
        PreviewWords::of(lang()).cell_of,
        &[
            ("column", &name.unwrap_or_default()),
            ("row", &grouped(number)),
        ],
    )
}
