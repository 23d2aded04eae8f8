//! The keyboard and the pointer on the grid. The frame keeps the focus and says which cell it is
//! at, since cells come and go under it.

use super::{control::Grid, cursor::Place};
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, prelude::*, web_sys};

impl Grid {
    /// A key was pressed while the frame has the focus.
    pub(super) fn press(self, event: &ev::KeyboardEvent) {
        if !is_on_frame(event) {
            return;
        }
        let key = event.key();
        let ctrl = event.ctrl_key() || event.meta_key();
        let at = self.at.get_untracked();
        let done = match (key.as_str(), event.shift_key()) {
            ("ArrowDown", _) if event.alt_key() => self.open_menu_here(),
            _ if event.alt_key() => false,
            ("Enter", false) if at.row.is_none() => self.open_menu_here(),
            ("Enter", false) => {
                self.open();
                true
            }
            ("ContextMenu", _) | ("F10", true) => self.open_menu_here(),
            ("c" | "C", false) if ctrl => self.copy_here(),
            (" ", true) => self.mark(at.row, false),
            ("ArrowDown" | "ArrowUp", true) => {
                self.mark(at.row, true);
                self.step(&key, ctrl) && self.mark(self.at.get_untracked().row, true)
            }
            ("Escape", _) if self.marked.get_untracked().is_some() => {
                self.set_marked(None);
                true
            }
            (_, true) => false,
            _ => self.step(&key, ctrl),
        };
        if done {
            event.prevent_default();
        }
    }

    fn step(self, key: &str, ctrl: bool) -> bool {
        let Some(place) = self.extent().step(self.at.get_untracked(), key, ctrl) else {
            return false;
        };
        self.go(place);
        true
    }

    fn open_menu_here(self) -> bool {
        let column = untrack(|| self.column());
        if let Some(column) = column {
            self.open_menu(column);
        }
        column.is_some()
    }

    /// Chooses a row, or all between the first chosen one and it.
    fn mark(self, row: Option<u64>, extend: bool) -> bool {
        let Some(row) = row else { return false };
        let marked = match self.marked.get_untracked() {
            Some((anchor, _)) if extend => (anchor, row),
            Some((one, other)) if one == row && other == row => {
                self.set_marked(None);
                return true;
            }
            _ => (row, row),
        };
        self.set_marked(Some(marked));
        true
    }

    fn set_marked(self, marked: Option<(u64, u64)>) {
        self.marked.set(marked);
        self.with(|painter| painter.marked = marked.map(|(a, b)| (a.min(b), a.max(b))));
        self.paint();
    }

    /// A cell or a row's number was pressed.
    pub(super) fn click(self, event: &ev::MouseEvent) {
        let Some(target) = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        if let Some(place) = place_of(&target, ".gc") {
            self.go(place);
        } else if let Some(place) = place_of(&target, ".gr .rn") {
            let at = self.at.get_untracked().at;
            self.mark(place.row, event.shift_key());
            self.go(Place { at, ..place });
        }
    }
}

/// Buttons and fields inside of the frame have keys of their own.
fn is_on_frame(event: &ev::KeyboardEvent) -> bool {
    event.target() == event.current_target()
}

/// The place of the cell that an element lies in, by the numbers it bears.
fn place_of(target: &web_sys::Element, selector: &str) -> Option<Place> {
    let cell = target.closest(selector).ok()??;
    let number =
        |element: &web_sys::Element, name: &str| element.get_attribute(name)?.parse::<u64>().ok();
    let row = number(&cell.parent_element()?, "aria-rowindex")?;
    let at = number(&cell, "aria-colindex")?;
    Some(Place {
        row: row.checked_sub(2),
        at: usize::try_from(at.saturating_sub(2)).unwrap_or(0),
    })
}
