//! One cell whole: in a sheet over the page, to be read and copied. Esc closes it, and the
//! focus goes back to the cell.

use super::cursor::Place;
use crate::{
    components::{Icon, Svg},
    engine::WholeCell,
    i18n::{Common, PreviewWords, fill, grouped},
    reactive::{memo, watch},
    state::lang,
    view::view,
};
use leptos::{html, prelude::*};

/// The sheet. It is opened by whoever holds its node.
#[component]
pub(super) fn CellViewer(
    /// The sheet's element.
    node: NodeRef<html::Div>,
    /// The cell that is asked for.
    place: RwSignal<Place>,
    /// The cell that came.
    cell: RwSignal<Option<WholeCell>>,
    /// Names of the columns.
    names: StoredValue<Vec<String>>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let common = Common::of(lang());
    let copied = RwSignal::new(None::<bool>);
    watch(move || {
        place.track();
        copied.set(None);
    });
    let name = move || names.with_value(|names| column_name(names, place.get()));
    let row = move || grouped(place.get().row + 1);
    let head = move || fill(words.cell_of, &[("column", &name()), ("row", &row())]);
    let text = memo(move || {
        let Place { row, column } = place.get();
        cell.get()
            .filter(|cell| cell.row == row && cell.column == column)
            .map(|cell| cell.text)
    });
    let copy = move |_| {
        let Some(Some(text)) = text.get_untracked() else {
            return;
        };
        platform::spawn(async move { copied.set(Some(platform::copy_text(&text).await)) }).detach();
    };
    let close = move |_| {
        if let Some(sheet) = node.get_untracked() {
            // Fails only when it is closed already.
            let _ = sheet.hide_popover();
        }
    };
    let said = move || match copied.get() {
        None => "",
        Some(true) => common.copied,
        Some(false) => words.copy_failed,
    };
    view! {
        <div class="cellview" popover="auto" node_ref=node role="dialog" aria-label=head>
            <div class="row between">
                <h3>{head}</h3>
                <button class="iconbtn" type="button" autofocus=true aria-label=words.close on:click=close>
                    <Svg icon=Icon::Close/>
                </button>
            </div>
            {move || match text.get() {
                None => view! { <p class="muted" role="status">{words.waiting}</p> },
                Some(None) => view! { <p class="none">{words.cell_missing}</p> },
                Some(Some(text)) if text.is_empty() => view! { <p class="none">{words.cell_empty}</p> },
                Some(Some(text)) => view! { <pre tabindex="0">{text}</pre> },
            }}
            <p class="row">
                <button class="btn small" type="button" on:click=copy>
                    <Svg icon=Icon::Copy/>{words.copy}
                </button>
                <span class="small muted" role="status">{said}</span>
            </p>
        </div>
    }
}

/// The name of a place's column.
pub(super) fn column_name(names: &[String], place: Place) -> String {
    names
        .get(place.column as usize)
        .cloned()
        .unwrap_or_default()
}
