//! What the pointer does to the head: the edge of a column is dragged, a column is dropped on
//! another one, a menu opens below its head.

use super::{columns::Columns, control::Grid};
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, prelude::*, web_sys};
use sift::Arranged;
use wire::preview::Opened;

impl Grid {
    /// The name of a column.
    pub(super) fn name(self, column: u32) -> String {
        let name = self.table.opened.with_untracked(|opened| {
            let column = opened.as_ref()?.0.columns.get(column as usize)?;
            Some(column.name.clone())
        });
        name.unwrap_or_default()
    }

    /// The edge of a column was taken: its width follows the pointer until it is let go.
    pub(super) fn grip(self, event: &ev::PointerEvent, column: u32) {
        event.prevent_default();
        let from = event.client_x();
        let wide = self.columns.with_untracked(|all| all.width(column));
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let Some(edge) = target else { return };
        // Moves outside of the edge come here too, until the pointer is let go.
        let _ = edge.set_pointer_capture(event.pointer_id());
        let moved = window_event_listener(ev::pointermove, move |event| {
            let wide = i64::from(wide) + i64::from(event.client_x() - from);
            let wide = u32::try_from(wide).unwrap_or(0);
            self.columns.update(|all| all.resize(column, wide));
        });
        self.dragging.set_value(Some(moved));
        let done = window_event_listener(ev::pointerup, move |_| self.let_go());
        let lost = window_event_listener(ev::pointercancel, move |_| self.let_go());
        self.letting_go.set_value(vec![done, lost]);
    }

    fn let_go(self) {
        let handles = self.letting_go.try_update_value(std::mem::take);
        let moved = self.dragging.try_update_value(Option::take).flatten();
        for handle in handles.into_iter().flatten().chain(moved) {
            handle.remove();
        }
        self.keep_arranged();
    }

    /// More of the file may be known, or the address says otherwise how columns stand.
    pub(super) fn learn(self, opened: &Opened, arranged: &Arranged) {
        let (is_more, is_other) = self.columns.with_untracked(|columns| {
            let is_more = columns.all() < opened.columns.len();
            (is_more, columns.arranged(&opened.columns) != *arranged)
        });
        if is_more || is_other {
            self.columns.update(|columns| {
                columns.extend(&opened.columns, &opened.profile.columns);
                if is_other {
                    columns.arrange(arranged);
                }
            });
        }
    }

    /// The visitor arranges columns.
    pub(super) fn arrange(self, act: impl FnOnce(&mut Columns)) {
        self.columns.update(act);
        self.keep_arranged();
    }

    /// Has the address say how the columns stand now.
    fn keep_arranged(self) {
        let now = self.table.opened.with_untracked(|opened| {
            let columns = &opened.as_ref()?.0.columns;
            Some(self.columns.with_untracked(|all| all.arranged(columns)))
        });
        if let Some(now) = now
            && self.table.arranged.get_untracked() != now
        {
            self.table.on_arrange.run(now);
        }
    }

    /// A column is held over another one.
    pub(super) fn drag_over(self, event: &ev::DragEvent, _: u32) {
        if self.dragged.get_value().is_some() {
            event.prevent_default();
        }
    }

    /// A column is dropped on another one: it takes its place.
    pub(super) fn drop_on(self, event: &ev::DragEvent, beside: u32) {
        let Some(column) = self.dragged.try_update_value(Option::take).flatten() else {
            return;
        };
        event.prevent_default();
        self.arrange(|all| all.put(column, beside));
    }

    /// A cell was pressed twice.
    pub(super) fn double_click(self, event: &ev::MouseEvent) {
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let in_cell = target.and_then(|target| target.closest(".gc").ok().flatten());
        if in_cell.is_some() {
            self.open();
        }
    }

    /// Opens the menu of a column, below its head where there is room.
    pub(super) fn open_menu(self, column: u32) {
        self.menu.set(Some(column));
        let Some(menu) = self.menu_node.get_untracked() else {
            return;
        };
        let place = self.columns.with_untracked(|all| all.place_of(column));
        let head = document().get_element_by_id(&format!("gh-{}", place.unwrap_or_default() + 2));
        if let Some(head) = head {
            let rect = head.get_bounding_client_rect();
            let style = web_sys::HtmlElement::from(menu.clone()).style();
            for (name, value) in [("--mx", rect.left()), ("--my", rect.top() + 34.0)] {
                // Every value is a length.
                let _ = style.set_property(name, &format!("{value:.0}px"));
            }
        }
        // What stands in it is drawn before the frame, and has the field that gets the focus.
        request_animation_frame(move || {
            // Fails only when it is open already.
            let _ = menu.show_popover();
        });
    }

    /// Closes the menu; the focus goes back to the frame.
    pub(super) fn close_menu(self) {
        if let Some(menu) = self.menu_node.get_untracked() {
            // Fails only when it is closed already.
            let _ = menu.hide_popover();
        }
        if let Some(frame) = self.frame_element() {
            // Fails only for an element that cannot have the focus.
            let _ = frame.focus();
        }
    }
}
