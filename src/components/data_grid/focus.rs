//! The grid's cells in the document, by the table's own numbering: which cell an event was in,
//! and which element to put the focus on.

use super::cursor::Place;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, Event, HtmlElement, HtmlTableCellElement, HtmlTableElement, HtmlTableRowElement,
    HtmlTableSectionElement,
};
use wire::preview::Span;

/// The element of a place in the window that the table shows.
pub(super) fn cell(table: &HtmlTableElement, span: Span, place: Place) -> Option<HtmlElement> {
    let row = u32::try_from(place.row.checked_sub(span.from)?).ok()?;
    let column = place.column.checked_sub(span.first_column)?;
    let body: HtmlTableSectionElement = table.t_bodies().item(0)?.dyn_into().ok()?;
    let row: HtmlTableRowElement = body.rows().item(row)?.dyn_into().ok()?;
    // The row's number stands before its cells.
    row.cells().item(column + 1)?.dyn_into().ok()
}

/// The place of the cell that an event happened in.
pub(super) fn place_of(event: &Event, span: Span) -> Option<Place> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell: HtmlTableCellElement = target.closest("td").ok()??.dyn_into().ok()?;
    let row: HtmlTableRowElement = cell.parent_element()?.dyn_into().ok()?;
    let row = u64::try_from(row.section_row_index()).ok()?;
    let column = u32::try_from(cell.cell_index().checked_sub(1)?).ok()?;
    Some(Place {
        row: span.from + row,
        column: span.first_column + column,
    })
}

/// Makes one cell the one that Tab reaches, in place of another.
pub(super) fn rove(from: Option<&HtmlElement>, to: &HtmlElement) {
    if let Some(from) = from {
        from.set_tab_index(-1);
    }
    to.set_tab_index(0);
}
