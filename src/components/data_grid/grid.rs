//! The grid itself: the table in the document, the window it shows, and the cursor in it.
//! Arrow keys move by cells through all rows that are held, window by window.

use super::{
    body,
    control::Grid,
    cursor::{Extent, Place},
    foot::GridFoot,
    head::ColumnHead,
    viewer::CellViewer,
};
use crate::{
    engine::{RowWindow, WholeCell},
    i18n::PreviewWords,
    reactive::{memo, watch},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use std::sync::Arc;
use wire::preview::{Opened, Span};

/// Rows of an open file.
#[component]
pub(crate) fn DataGrid(
    /// The file.
    opened: Arc<Opened>,
    /// The rows that came last.
    window: RwSignal<Option<Arc<RowWindow>>>,
    /// The whole cell that came last.
    cell: RwSignal<Option<WholeCell>>,
    /// Asks for rows.
    on_span: Callback<Span>,
    /// Asks for a cell, by row and column.
    on_cell: Callback<(u64, u32)>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let columns = u32::try_from(opened.columns.len()).unwrap_or(u32::MAX);
    let extent = Extent {
        rows: opened.held,
        columns,
    };
    let grid = Grid {
        extent,
        span: RwSignal::new(extent.window(Place::default())),
        window,
        at: RwSignal::new(Place::default()),
        follow: StoredValue::new(false),
        table: NodeRef::new(),
        frame: NodeRef::new(),
        sheet: NodeRef::new(),
        on_cell,
    };
    watch(move || on_span.run(grid.span.get()));
    watch(move || grid.arrived());
    let names = opened
        .columns
        .iter()
        .map(|column| column.name.clone())
        .collect();
    let names = StoredValue::new(names);
    let go = Callback::new(move |place| grid.go(place, false));
    let open = Callback::new(move |()| grid.open());
    let held = opened.held;
    let shown = opened.clone();
    let rows = move || {
        let at = grid.at.get_untracked();
        window
            .get()
            .map(|window| body::rows(&window, &shown.profile.columns, extent, at))
    };
    view! {
        <div class="gridbox scroll" node_ref=grid.frame>
            <table
                class="grid"
                role="grid"
                node_ref=grid.table
                aria-label=words.grid
                aria-readonly="true"
                aria-rowcount=(held + 1).to_string()
                aria-colcount=(columns + 1).to_string()
                aria-busy=move || window.with(Option::is_none).then_some("true")
                on:keydown=move |event| grid.press(&event)
                on:focusin=move |event| grid.touch(&event)
                on:dblclick=move |_| grid.open()
            >
                {head(opened, grid)}
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="small muted">{words.grid_help}</p>
        <GridFoot span=grid.span at=grid.at extent=extent names=names on_go=go on_open=open/>
        <CellViewer node=grid.sheet place=grid.at cell=cell names=names/>
    }
}

/// The head row; drawn anew only when other columns are shown.
fn head(opened: Arc<Opened>, grid: Grid) -> AnyView {
    let words = PreviewWords::of(lang());
    let columns = memo(move || {
        let shown = grid
            .window
            .with(|window| window.as_ref().map(|window| window.span));
        let span = shown.unwrap_or_else(|| grid.span.get_untracked());
        (span.first_column as usize, span.columns as usize)
    });
    let heads = move || {
        let (first, count) = columns.get();
        let pairs = opened
            .columns
            .iter()
            .cloned()
            .zip(opened.profile.columns.iter().cloned());
        let rows = opened.profile.rows;
        pairs
            .skip(first)
            .take(count)
            .map(
                |(column, profile)| view! { <ColumnHead column=column profile=profile rows=rows/> },
            )
            .collect_view()
    };
    view! {
        <thead>
            <tr aria-rowindex="1">
                <th class="rn" scope="col" role="columnheader"><span class="vh">{words.row}</span></th>
                {heads}
            </tr>
        </thead>
    }
}
