//! The grid itself: the table in the document, the window it shows, and the cursor in it.
//! Arrow keys move by cells through all rows that are held, window by window.

use super::{
    body,
    cursor::{Extent, Place, holds},
    focus,
    foot::GridFoot,
    head::ColumnHead,
    viewer::CellViewer,
};
use crate::{
    engine::{RowWindow, WholeCell},
    i18n::PreviewWords,
    state::lang,
};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wire::preview::{Opened, Span};

/// What the parts of the grid share.
#[derive(Clone, Copy)]
struct Grid {
    extent: Extent,
    /// The window that was asked for.
    span: RwSignal<Span>,
    /// The window that is shown.
    window: RwSignal<Option<Arc<RowWindow>>>,
    at: RwSignal<Place>,
    /// The cursor moved by keyboard, so the focus follows it into the next window.
    follow: StoredValue<bool>,
    table: NodeRef<html::Table>,
    frame: NodeRef<html::Div>,
    sheet: NodeRef<html::Div>,
    on_cell: Callback<(u64, u32)>,
}

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
) -> impl IntoView {
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
    Effect::new(move |_| on_span.run(grid.span.get()));
    Effect::new(move |_| grid.arrived());
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
fn head(opened: Arc<Opened>, grid: Grid) -> impl IntoView {
    let words = PreviewWords::of(lang());
    let columns = Memo::new(move |_| {
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

impl Grid {
    /// Puts the cursor on a place, and shows the window that holds it.
    fn go(self, place: Place, by_key: bool) {
        let span = self.span.get_untracked();
        let before = self.at.get_untracked();
        self.at.set(place);
        if !holds(span, place) {
            self.follow.set_value(by_key);
            self.span.set(self.extent.window(place));
            return;
        }
        let Some(table) = self.table.get_untracked() else {
            return;
        };
        if let Some(to) = focus::cell(&table, span, place) {
            focus::rove(focus::cell(&table, span, before).as_ref(), &to);
            if by_key {
                // Fails only for an element that cannot have the focus.
                let _ = to.focus();
            }
        }
    }

    /// Rows came: the focus follows the cursor, or the window begins at its top.
    fn arrived(self) {
        let Some(window) = self.window.get() else {
            return;
        };
        let follow = self.follow.get_value();
        self.follow.set_value(false);
        let place = self.at.get_untracked();
        request_animation_frame(move || {
            if let (true, Some(Some(table))) = (follow, self.table.try_get_untracked()) {
                if let Some(cell) = focus::cell(&table, window.span, place) {
                    let _ = cell.focus();
                }
            } else if let Some(Some(frame)) = self.frame.try_get_untracked() {
                frame.set_scroll_top(0);
            }
        });
    }

    fn press(self, event: &ev::KeyboardEvent) {
        if event.alt_key() || event.shift_key() {
            return;
        }
        let key = event.key();
        if key == "Enter" {
            event.prevent_default();
            self.open();
            return;
        }
        let ctrl = event.ctrl_key() || event.meta_key();
        if let Some(place) = self.extent.step(self.at.get_untracked(), &key, ctrl) {
            event.prevent_default();
            self.go(place, true);
        }
    }

    /// A cell got the focus, by pointer or by Tab.
    fn touch(self, event: &ev::FocusEvent) {
        let span = self.span.get_untracked();
        let Some(place) = focus::place_of(event, span) else {
            return;
        };
        let before = self.at.get_untracked();
        if place != before {
            self.at.set(place);
            let Some(table) = self.table.get_untracked() else {
                return;
            };
            if let Some(to) = focus::cell(&table, span, place) {
                focus::rove(focus::cell(&table, span, before).as_ref(), &to);
            }
        }
    }

    /// Opens the cell under the cursor.
    fn open(self) {
        let Place { row, column } = self.at.get_untracked();
        self.on_cell.run((row, column));
        if let Some(sheet) = self.sheet.get_untracked() {
            // Fails only when it is open already.
            let _ = sheet.show_popover();
        }
    }
}
