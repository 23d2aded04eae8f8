//! The cells of one window. An absent cell and an empty text are told apart by word.

use super::cursor::{Extent, Place};
use crate::{
    engine::RowWindow,
    i18n::{PreviewWords, grouped},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use table::{ColumnProfile, Kind};

/// The rows of a window. `at` is the cell that Tab reaches.
pub(super) fn rows(
    window: &RowWindow,
    profiles: &[ColumnProfile],
    extent: Extent,
    at: Place,
) -> Vec<AnyView> {
    let first_column = window.span.first_column as usize;
    let kinds: Vec<Kind> = profiles.iter().skip(first_column).map(|p| p.kind).collect();
    let shape = Shape {
        kinds,
        first_column,
        narrow: extent.is_narrow(),
    };
    let numbered = (window.span.from..).zip(&window.rows);
    numbered
        .map(|(number, cells)| shape.row(number, cells, at))
        .collect()
}

/// What all rows of a window have in common.
struct Shape {
    kinds: Vec<Kind>,
    first_column: usize,
    narrow: bool,
}

impl Shape {
    fn row(&self, number: u64, cells: &[Option<String>], at: Place) -> AnyView {
        let columns = (self.first_column..).zip(cells).zip(&self.kinds);
        let cells = columns.map(|((column, cell), kind)| {
            let here = number == at.row && column == at.column as usize;
            let index = (!self.narrow).then(|| (column + 2).to_string());
            let tab = if here { "0" } else { "-1" };
            let (class, text) = shown(cell.as_deref(), *kind);
            view! { <td role="gridcell" class=class tabindex=tab aria-colindex=index>{text}</td> }
        });
        view! {
            <tr aria-rowindex=(number + 2).to_string()>
                <th scope="row" class="rn" role="rowheader">{grouped(number + 1)}</th>
                {cells.collect_view()}
            </tr>
        }
    }
}

fn shown(cell: Option<&str>, kind: Kind) -> (&'static str, String) {
    let words = PreviewWords::of(lang());
    match cell {
        None => ("nul", words.empty_cell.to_owned()),
        Some("") => ("nul", words.empty_text.to_owned()),
        Some(text) if text.trim().is_empty() => ("nul", words.blank_text.to_owned()),
        Some(text) => match kind {
            Kind::Integer | Kind::Decimal | Kind::Percent => ("r", text.to_owned()),
            Kind::Identifier | Kind::Nested => ("mono", one_line(text)),
            _ => ("", one_line(text)),
        },
    }
}

/// Line ends inside a cell are shown as a sign; the whole cell shows them as they are.
fn one_line(text: &str) -> String {
    text.replace("\r\n", "↵").replace(['\n', '\r'], "↵")
}
