//! What the grid does: moves the cursor and the focus with it, shows the window that holds a
//! place, opens a cell.

use super::{
    cursor::{Extent, Place, holds},
    focus,
};
use crate::engine::RowWindow;
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wire::preview::Span;

/// What the parts of the grid share.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) extent: Extent,
    /// The window that was asked for.
    pub(super) span: RwSignal<Span>,
    /// The window that is shown.
    pub(super) window: RwSignal<Option<Arc<RowWindow>>>,
    pub(super) at: RwSignal<Place>,
    /// The cursor moved by keyboard, so the focus follows it into the next window.
    pub(super) follow: StoredValue<bool>,
    pub(super) table: NodeRef<html::Table>,
    pub(super) frame: NodeRef<html::Div>,
    pub(super) sheet: NodeRef<html::Div>,
    pub(super) on_cell: Callback<(u64, u32)>,
}

impl Grid {
    /// Puts the cursor on a place, and shows the window that holds it.
    pub(super) fn go(self, place: Place, by_key: bool) {
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
    pub(super) fn arrived(self) {
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

    pub(super) fn press(self, event: &ev::KeyboardEvent) {
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
    pub(super) fn touch(self, event: &ev::FocusEvent) {
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
    pub(super) fn open(self) {
        let Place { row, column } = self.at.get_untracked();
        self.on_cell.run((row, column));
        if let Some(sheet) = self.sheet.get_untracked() {
            // Fails only when it is open already.
            let _ = sheet.show_popover();
        }
    }
}
