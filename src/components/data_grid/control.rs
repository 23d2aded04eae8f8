//! What the grid does: paints when something moved, follows the keyboard and the pointer, asks
//! for rows.

use super::{
    columns::Columns,
    copy::Gathering,
    cursor::{Extent, Place},
    paint::{Heads, Painter},
    table::Table,
};
use crate::i18n::GridWords;
use leptos::{html, prelude::*, web_sys};
use sift::View;

/// What the parts of the grid share.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) table: Table,
    /// In the language of the page, also where nobody could be asked for it: when rows come.
    pub(super) words: &'static GridWords,
    /// The view that is asked for.
    pub(super) asked: Memo<View>,
    pub(super) columns: RwSignal<Columns>,
    pub(super) heads: RwSignal<Heads>,
    pub(super) seen: RwSignal<(u64, u64)>,
    pub(super) at: RwSignal<Place>,
    /// The rows that are chosen, first and last.
    pub(super) marked: RwSignal<Option<(u64, u64)>>,
    /// Some rows did not come.
    pub(super) refused: RwSignal<bool>,
    /// Raised when rows came.
    pub(super) arrived: RwSignal<u32>,
    /// The column whose menu is open.
    pub(super) menu: RwSignal<Option<u32>>,
    /// What was done last, in words.
    pub(super) said: RwSignal<String>,
    /// The row that the address names, until it is found.
    pub(super) wanted: StoredValue<Option<u64>>,
    /// Rows that are being gathered to be copied.
    pub(super) gathering: StoredValue<Option<Gathering>>,
    pub(super) painter: StoredValue<Option<Painter>, LocalStorage>,
    /// The column that is being dragged to another place.
    pub(super) dragged: StoredValue<Option<u32>>,
    /// What follows the pointer while an edge is dragged, and what ends that.
    pub(super) dragging: StoredValue<Option<WindowListenerHandle>>,
    pub(super) letting_go: StoredValue<Vec<WindowListenerHandle>>,
    /// A frame will be painted.
    pub(super) queued: StoredValue<bool>,
    /// The view whose rows are shown.
    pub(super) shown: StoredValue<Option<u64>>,
    pub(super) shown_view: StoredValue<Option<View>>,
    pub(super) frame: NodeRef<html::Div>,
    pub(super) sheet: NodeRef<html::Div>,
    pub(super) menu_node: NodeRef<html::Div>,
}

impl Grid {
    pub(super) fn with<T>(self, act: impl FnOnce(&mut Painter) -> T) -> Option<T> {
        let done = self.painter.try_update_value(|p| p.as_mut().map(act));
        done.flatten()
    }

    /// Paints at the next frame.
    pub(super) fn paint_soon(self) {
        if self.queued.try_get_value() != Some(false) {
            return;
        }
        self.queued.set_value(true);
        request_animation_frame(move || {
            let _ = self.queued.try_set_value(false);
            self.paint();
        });
    }

    /// Paints now.
    pub(super) fn paint(self) {
        if self.painter.try_with_value(Option::is_some) != Some(true) {
            return;
        }
        let now = platform::monotonic_millis();
        let current = self.table.look.with_untracked(|look| look.number);
        let may_ask = self.shown.get_value() == Some(current);
        let planned = self
            .columns
            .with_untracked(|columns| self.with(|painter| painter.plan(columns, now, may_ask)));
        let Some((plan, ask)) = planned else { return };
        for span in ask {
            self.table.on_span.run(span);
        }
        self.with(|painter| painter.draw(&plan));
        if self.heads.with_untracked(|heads| *heads != plan.heads) {
            self.heads.set(plan.heads);
        }
        if self.seen.get_untracked() != plan.seen {
            self.seen.set(plan.seen);
        }
    }

    /// The bar was moved, by whatever hand. The browser says so once a frame, before it draws.
    pub(super) fn scrolled(self) {
        self.with(|painter| {
            painter.left = f64::from(painter.frame.scroll_left());
            let bar = f64::from(painter.frame.scroll_top());
            painter.nodes.hold_still(painter.left == 0.0);
            painter.is_late = false;
            painter.scroll.moved(bar);
        });
        self.paint();
    }

    /// All is at rest: the bar may go to where the rows are.
    pub(super) fn rest(self) {
        self.with(|painter| {
            painter.nodes.put_in_order();
            painter.nodes.hold_still(false);
            painter.is_late = true;
            let bar = painter.scroll.settle();
            painter.put_bar(bar);
        });
        self.paint_soon();
    }

    /// How far the keyboard may go.
    pub(super) fn extent(self) -> Extent {
        let columns = self.columns.with_untracked(|columns| columns.shown().len());
        let (rows, page) = self
            .with(|painter| (painter.scroll.rows, painter.scroll.page()))
            .unwrap_or_default();
        Extent {
            rows,
            columns,
            page,
        }
    }

    /// Puts the keyboard on a place, and the place into sight.
    pub(super) fn go(self, place: Place) {
        self.at.set(place);
        self.columns.with_untracked(|columns| {
            self.with(|painter| {
                painter.at = place;
                painter.name_active();
                if let Some(row) = place.row {
                    let bar = painter.scroll.show(row);
                    painter.put_bar(bar);
                }
                painter.show_column(columns, place.at);
            });
        });
        self.paint();
    }

    /// The column that the keyboard is at, by its place in the file.
    pub(super) fn column(self) -> Option<u32> {
        let at = self.at.get().at;
        self.columns
            .with(|columns| columns.shown().get(at).copied())
    }

    /// The number in the file of a row of the view, once it is here.
    pub(super) fn number(self, row: u64) -> Option<u64> {
        self.with(|painter| painter.tiles.number(row)).flatten()
    }

    /// Opens the cell under the keyboard.
    pub(super) fn open(self) {
        let (Some(row), Some(column)) = (self.at.get_untracked().row, untrack(|| self.column()))
        else {
            return;
        };
        let Some(number) = self.number(row) else {
            return;
        };
        self.table.on_cell.run((number, column));
        if let Some(sheet) = self.sheet.get_untracked() {
            // Fails only when it is open already.
            let _ = sheet.show_popover();
        }
    }

    /// Asks for another view.
    pub(super) fn ask(self, view: View) {
        self.table.on_view.run(view);
    }

    /// The frame of the grid, to give the focus back to.
    pub(super) fn frame_element(self) -> Option<web_sys::HtmlElement> {
        self.frame.get_untracked().map(Into::into)
    }
}
