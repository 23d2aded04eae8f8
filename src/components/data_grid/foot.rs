//! Below the grid: which rows and columns are shown, the way to the others, and the cell that
//! the cursor is on.

use super::{
    cursor::{Extent, Place},
    viewer::column_name,
};
use crate::{
    components::{Icon, Svg},
    i18n::{PreviewWords, fill, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use wire::preview::Span;

/// The foot.
#[component]
pub(super) fn GridFoot(
    /// The window that is shown.
    span: RwSignal<Span>,
    /// The cell under the cursor.
    at: RwSignal<Place>,
    /// How large the table is, as far as it is held.
    extent: Extent,
    /// Names of the columns.
    names: StoredValue<Vec<String>>,
    /// Shows the window of a place.
    on_go: Callback<Place>,
    /// Opens the cell under the cursor.
    on_open: Callback<()>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let here = move || {
        let place = at.get();
        let name = names.with_value(|names| column_name(names, place));
        fill(
            words.cell_of,
            &[("column", &name), ("row", &grouped(place.row + 1))],
        )
    };
    view! {
        <div class="gfoot">
            <RowPager span=span extent=extent on_go=on_go/>
            {(!extent.is_narrow()).then(|| view! { <ColumnPager span=span extent=extent on_go=on_go/> })}
            <button class="btn small" type="button" on:click=move |_| on_open.run(())>
                <Svg icon=Icon::Eye/>
                <span class="cut">{here}</span>
                {words.open_cell}
            </button>
        </div>
    }
}

#[component]
fn RowPager(span: RwSignal<Span>, extent: Extent, on_go: Callback<Place>) -> AnyView {
    let words = PreviewWords::of(lang());
    let column = move || span.get_untracked().first_column;
    let go = move |row: u64| {
        on_go.run(Place {
            row,
            column: column(),
        })
    };
    let first = move || span.get().from == 0;
    let last = move || {
        let span = span.get();
        span.from + u64::from(span.count) >= extent.rows
    };
    let shown = move || {
        let span = span.get();
        let (from, to) = (span.from + 1, span.from + u64::from(span.count));
        let values = [
            ("from", grouped(from)),
            ("to", grouped(to)),
            ("held", grouped(extent.rows)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fill(words.rows_shown, &values)
    };
    let before = move |_| go(span.get_untracked().from.saturating_sub(100));
    let after = move |_| go((span.get_untracked().from + 100).min(extent.rows.saturating_sub(1)));
    let end = move |_| go(extent.rows.saturating_sub(1));
    view! {
        <div class="gpage" role="group" aria-label=words.row_pages>
            <span class="num" role="status">{shown}</span>
            {(extent.rows > 100).then(|| view! {
                <button class="btn small" type="button" aria-disabled=move || first().then_some("true") on:click=move |_| go(0)>{words.first_rows}</button>
                <button class="btn small" type="button" aria-disabled=move || first().then_some("true") on:click=before>{words.prev_rows}</button>
                <button class="btn small" type="button" aria-disabled=move || last().then_some("true") on:click=after>{words.next_rows}</button>
                <button class="btn small" type="button" aria-disabled=move || last().then_some("true") on:click=end>{words.last_rows}</button>
            })}
        </div>
    }
}

#[component]
fn ColumnPager(span: RwSignal<Span>, extent: Extent, on_go: Callback<Place>) -> AnyView {
    let words = PreviewWords::of(lang());
    let go = move |column: u32| {
        on_go.run(Place {
            row: span.get_untracked().from,
            column,
        })
    };
    let first = move || span.get().first_column == 0;
    let last = move || {
        let span = span.get();
        span.first_column + span.columns >= extent.columns
    };
    let shown = move || {
        let span = span.get();
        let (from, to) = (span.first_column + 1, span.first_column + span.columns);
        let values = [
            ("from", grouped(from.into())),
            ("to", grouped(to.into())),
            ("n", grouped(extent.columns.into())),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fill(words.columns_shown, &values)
    };
    let before = move |_| go(span.get_untracked().first_column.saturating_sub(50));
    let after = move |_| {
        go((span.get_untracked().first_column + 50).min(extent.columns.saturating_sub(1)));
    };
    view! {
        <div class="gpage" role="group" aria-label=words.column_pages>
            <span class="num" role="status">{shown}</span>
            <button class="btn small" type="button" aria-disabled=move || first().then_some("true") on:click=before>{words.prev_columns}</button>
            <button class="btn small" type="button" aria-disabled=move || last().then_some("true") on:click=after>{words.next_columns}</button>
        </div>
    }
}
