//! The grid itself: a frame that scrolls, a head that stays, and rows that are written over as
//! the table moves under them.

use super::{
    columns::Columns, control::Grid, cursor::Place, foot::GridFoot, head::ColumnHead, life,
    menu::ColumnMenu, paint::Heads, table::Table, viewer::CellViewer,
};
use crate::{i18n::GridWords, reactive::memo, state::lang, view::view};
use leptos::prelude::*;

/// Rows of an open file.
#[component]
pub(crate) fn DataGrid(
    /// The table, and what may be asked of it.
    table: Table,
) -> AnyView {
    let grid = Grid {
        table,
        words: GridWords::of(lang()),
        asked: memo(move || table.look.with(|look| look.view.clone())),
        columns: RwSignal::new(Columns::default()),
        heads: RwSignal::new(Heads::default()),
        seen: RwSignal::new((0, 0)),
        at: RwSignal::new(Place {
            row: Some(0),
            at: 0,
        }),
        marked: RwSignal::new(None),
        refused: RwSignal::new(false),
        arrived: RwSignal::new(0),
        menu: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        painter: StoredValue::new_local(None),
        wanted: StoredValue::new(table.row),
        gathering: StoredValue::new(None),
        dragged: StoredValue::new(None),
        dragging: StoredValue::new(None),
        letting_go: StoredValue::new(Vec::new()),
        queued: StoredValue::new(false),
        shown: StoredValue::new(None),
        shown_view: StoredValue::new(None),
        frame: NodeRef::new(),
        sheet: NodeRef::new(),
        menu_node: NodeRef::new(),
    };
    let parts = life::Parts::new();
    life::start(grid, parts);
    view! {
        {frame(grid, parts)}
        <GridFoot grid=grid/>
        <CellViewer grid=grid/>
        <ColumnMenu grid=grid/>
    }
}

fn frame(grid: Grid, parts: life::Parts) -> AnyView {
    let words = GridWords::of(lang());
    let rows = move || grid.table.rows();
    let columns = move || grid.columns.with(|columns| columns.shown().len() + 1);
    view! {
        <div
            class="gridbox"
            node_ref=grid.frame
            role="grid"
            tabindex="0"
            aria-label=words.label
            aria-describedby="grid-help"
            aria-readonly="true"
            aria-multiselectable="true"
            aria-rowcount=move || rows().map_or(-1, |rows| i64::try_from(rows).unwrap_or(-1) + 1).to_string()
            aria-colcount=move || columns().to_string()
            aria-busy=move || rows().is_none().then_some("true")
            on:scroll=move |_| parts.scrolled(grid)
            on:keydown=move |event| grid.press(&event)
            on:click=move |event| grid.click(&event)
            on:dblclick=move |event| grid.double_click(&event)
        >
            <div class="gcanvas" node_ref=parts.canvas>
                <div class="ghead" role="row" aria-rowindex="1" node_ref=parts.head>
                    <div class="rn" role="columnheader" aria-colindex="1"><span class="vh">{words.row}</span></div>
                    {heads(grid)}
                </div>
                <div class="gbody" role="rowgroup" node_ref=parts.body></div>
            </div>
        </div>
        <p class="vh" id="grid-help">{words.help}</p>
    }
}

/// The heads of the columns that are drawn; those that stay are not made anew.
fn heads(grid: Grid) -> AnyView {
    let drawn = move || {
        let heads = grid.heads.get();
        let columns = heads.frozen.into_iter().chain(heads.free);
        columns.collect::<Vec<u32>>()
    };
    view! {
        <For
            each=drawn
            key=|column| *column
            children=move |column| view! { <ColumnHead grid=grid column=column/> }
        />
    }
}
