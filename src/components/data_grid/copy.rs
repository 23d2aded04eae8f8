//! Copying: one cell, or rows as lines with tabs between the cells, as spreadsheets take them.
//! Cells that are cut on the screen are asked for whole first.

use super::control::Grid;
use super::held::Held;
use crate::{
    i18n::{GridWords, fill, grouped},
    reactive::watch,
    state::lang,
};
use leptos::{prelude::*, web_sys};
use std::collections::BTreeMap;
use wire::preview::SHOWN_CHARS;

/// Most rows that are copied at a time.
const MOST_ROWS: u64 = 100;

/// Rows that are being gathered.
#[derive(Clone, Debug)]
pub(super) struct Gathering {
    first: u64,
    last: u64,
    columns: Vec<u32>,
    /// Whole cells by number of the row and column.
    whole: BTreeMap<(u64, u32), String>,
    /// More rows were chosen than are copied.
    is_cut: bool,
}

/// What is still lacking.
enum Lack {
    Rows(std::ops::Range<u64>),
    Cell(u64, u32),
}

impl Grid {
    /// Copies the chosen rows, or the cell under the keyboard.
    pub(super) fn copy_here(self) -> bool {
        let selected = web_sys::window()
            .and_then(|window| window.get_selection().ok().flatten())
            .is_some_and(|selection| !selection.is_collapsed());
        if selected {
            return false;
        }
        match self.marked.get_untracked() {
            Some((one, other)) => {
                let columns = self.columns.with_untracked(|all| all.shown().to_vec());
                self.gather(one.min(other), one.max(other), columns);
            }
            None => {
                let column = untrack(|| self.column());
                if let (Some(row), Some(column)) = (self.at.get_untracked().row, column) {
                    self.gather(row, row, vec![column]);
                }
            }
        }
        true
    }

    fn gather(self, first: u64, last: u64, columns: Vec<u32>) {
        let most = first + MOST_ROWS - 1;
        self.gathering.set_value(Some(Gathering {
            first,
            last: last.min(most),
            columns,
            whole: BTreeMap::new(),
            is_cut: last > most,
        }));
        self.gather_on();
    }

    /// Something came that may have been waited for.
    pub(super) fn gather_on(self) {
        let Some(mut gathering) = self.gathering.try_get_value().flatten() else {
            return;
        };
        match self.text_of(&gathering) {
            Ok(text) => {
                self.gathering.set_value(None);
                self.put_on_clipboard(text, &gathering);
            }
            Err(Lack::Rows(rows)) => {
                self.said.set(GridWords::of(lang()).copying.to_owned());
                let now = platform::monotonic_millis();
                let columns = gathering.columns.iter().copied();
                let span = self.with(|painter| painter.tiles.wanted(rows, columns, now));
                if let Some(Some(span)) = span {
                    self.table.on_span.run(span);
                }
            }
            Err(Lack::Cell(row, column)) => {
                let came = self.table.cell.get_untracked();
                let came = came.filter(|cell| (cell.row, cell.column) == (row, column));
                match came {
                    Some(cell) => {
                        let text = cell.text.unwrap_or_default();
                        gathering.whole.insert((row, column), text);
                        self.gathering.set_value(Some(gathering));
                        self.gather_on();
                    }
                    None => self.table.on_cell.run((row, column)),
                }
            }
        }
    }

    /// The cells as text, or what is lacking of them.
    fn text_of(self, gathering: &Gathering) -> Result<String, Lack> {
        let Gathering {
            first,
            last,
            columns,
            whole,
            ..
        } = gathering;
        let is_one = first == last && columns.len() == 1;
        let lines = self.with(|painter| {
            let line = |row: u64| {
                let number = painter.tiles.number(row).ok_or(Lack::Rows(row..row + 1))?;
                let cell = |column: &u32| {
                    let held = match whole.get(&(number, *column)) {
                        Some(text) => Held::Here(Some(text)),
                        None => painter.tiles.cell(row, *column),
                    };
                    match held {
                        Held::Coming => Err(Lack::Rows(row..row + 1)),
                        Held::Refused | Held::Here(None) => Ok(String::new()),
                        Held::Here(Some(text))
                            if is_cut(text) && !whole.contains_key(&(number, *column)) =>
                        {
                            Err(Lack::Cell(number, *column))
                        }
                        Held::Here(Some(text)) if is_one => Ok(text.to_owned()),
                        Held::Here(Some(text)) => Ok(quoted(text)),
                    }
                };
                let cells: Result<Vec<String>, Lack> = columns.iter().map(cell).collect();
                Ok(cells?.join("\t"))
            };
            (*first..=*last).map(line).collect::<Result<Vec<_>, Lack>>()
        });
        Ok(lines.unwrap_or_else(|| Ok(Vec::new()))?.join("\r\n"))
    }

    fn put_on_clipboard(self, text: String, gathering: &Gathering) {
        let words = GridWords::of(lang());
        let rows = gathering.last - gathering.first + 1;
        let done = match (gathering.columns.len(), rows) {
            _ if gathering.is_cut => fill(words.copy_most, &[("n", &grouped(rows))]),
            (1, 1) => words.copied_cell.to_owned(),
            _ => fill(words.copied_rows, &[("n", &grouped(rows))]),
        };
        self.put(text, done);
    }

    /// Puts a text on the clipboard and says so.
    pub(super) fn put(self, text: String, done: String) {
        let failed = crate::i18n::PreviewWords::of(lang()).copy_failed;
        platform::spawn(async move {
            let copied = platform::copy_text(&text).await;
            let said = if copied { done } else { failed.to_owned() };
            // The page may be gone.
            let _ = self.said.try_set(said);
        })
        .detach();
    }

    /// Goes on when a whole cell came.
    pub(super) fn gather_by_cells(self) {
        watch(move || {
            self.table.cell.track();
            untrack(|| self.gather_on());
        });
    }
}

/// Whether the worker cut the text.
fn is_cut(text: &str) -> bool {
    text.ends_with('…') && text.chars().count() == SHOWN_CHARS + 1
}

/// A cell with a tab or a line end in it stays one cell between quotation marks.
fn quoted(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
