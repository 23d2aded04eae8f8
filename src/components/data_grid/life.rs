//! The life of a grid: it begins when its elements are there, follows their size, the file and
//! the view, and ends with the page.

use super::{
    control::Grid,
    cursor::Place,
    paint::Painter,
    shown::Kinds,
    size::{Watching, follow_size},
    table::Shared,
};
use crate::{reactive::watch, state::lang};
use leptos::{html, prelude::*, web_sys};
use sift::View;
use std::rc::Rc;

/// So long without a move is a rest, in which the scroll bar follows the rows.
const REST_MILLIS: u32 = 160;

/// The elements of a grid, and what listens to their size.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub(super) canvas: NodeRef<html::Div>,
    pub(super) head: NodeRef<html::Div>,
    pub(super) body: NodeRef<html::Div>,
    resting: StoredValue<Option<platform::Timer>, LocalStorage>,
}

impl Parts {
    pub(super) fn new() -> Self {
        Self {
            canvas: NodeRef::new(),
            head: NodeRef::new(),
            body: NodeRef::new(),
            resting: StoredValue::new_local(None),
        }
    }

    /// The bar was moved; what a frame has no time for is done once it is at rest.
    pub(super) fn scrolled(self, grid: Grid) {
        grid.scrolled();
        let timer = platform::Timer::after(REST_MILLIS, move || grid.rest());
        self.resting.set_value(Some(timer));
    }

    fn painter(self, grid: Grid) -> Option<Painter> {
        let nodes = [grid.frame, self.canvas, self.head, self.body];
        let nodes = nodes.map(|node| node.get().map(web_sys::HtmlElement::from));
        let [Some(frame), Some(canvas), Some(head), Some(body)] = nodes else {
            return None;
        };
        Painter::new([frame, canvas, head, body])
    }
}

/// Begins.
pub(super) fn start(grid: Grid, parts: Parts) {
    let watching: StoredValue<Option<Watching>, LocalStorage> = StoredValue::new_local(None);
    watch(move || {
        if let Some(painter) = parts.painter(grid) {
            watching.set_value(follow_size(grid, &painter));
            grid.painter.set_value(Some(painter));
            untrack(|| begin(grid));
        }
    });
    // The file is the same; more of it may be known.
    watch(move || {
        let Some(Shared(opened)) = grid.table.opened.get() else {
            return;
        };
        grid.asked.track();
        grid.tell_kinds();
        let arranged = grid.table.arranged.get();
        grid.learn(&opened, &arranged);
        untrack(|| grid.refit());
    });
    // Another view, or more rows of it.
    watch(move || {
        let rows = grid.table.rows();
        let look = grid.table.look.with(|look| look.number);
        untrack(|| grid.stand(look, rows));
    });
    watch(move || {
        grid.columns.track();
        untrack(|| grid.refit());
    });
    grid.gather_by_cells();
    let take = Rc::new(move |came| {
        grid.came(came);
        grid.find_row();
        grid.gather_on();
    });
    grid.table.on_rows.run(take);
}

/// The elements are there: what came before them is shown now.
fn begin(grid: Grid) {
    let at = grid.at.get_untracked();
    grid.with(|painter| painter.at = at);
    grid.tell_kinds();
    grid.shown.set_value(None);
    let look = grid.table.look.with_untracked(|look| look.number);
    let rows = untrack(|| grid.table.rows());
    grid.stand(look, rows);
}

impl Grid {
    /// Tells the painter what decides how cells look.
    fn tell_kinds(self) {
        let Some(Shared(opened)) = self.table.opened.get_untracked() else {
            return;
        };
        let bare = self.asked.with_untracked(|view| view.bare.clone());
        let masked = opened.personal.iter().map(|found| found.column);
        let masked = masked.filter(|column| !bare.contains(column)).collect();
        let kinds = Kinds::new(&opened.columns, &opened.profile.columns, masked, lang());
        self.with(|painter| {
            painter.kinds = kinds;
            painter.from = None;
            painter.last = opened.profile.rows.max(opened.reach.rows);
        });
    }

    /// Rows of this view are shown from now on; `None` while they are being found.
    fn stand(self, look: u64, rows: Option<u64>) {
        let Some(rows) = rows else {
            return self.paint_soon();
        };
        let another = self.shown.get_value() != Some(look);
        self.shown.set_value(Some(look));
        let view = self.table.view();
        // The same view over more rows stays where it is.
        let is_other = self.shown_view.with_value(|shown| {
            let rows = |view: &View| (view.search.clone(), view.filters.clone(), view.order);
            shown
                .as_ref()
                .is_some_and(|shown| rows(shown) != rows(&view))
        });
        let is_scattered = view.order.is_some();
        self.shown_view.set_value(Some(view));
        self.columns.with_untracked(|columns| {
            self.with(|painter| {
                if another {
                    painter.tiles.clear(is_scattered);
                }
                painter.resize(columns, Some(rows));
                if is_other {
                    painter.marked = None;
                    let bar = painter.scroll.put_first(0);
                    painter.put_bar(Some(bar));
                    painter.at.row = painter.at.row.map(|_| 0);
                    painter.name_active();
                }
            });
        });
        if is_other {
            // Whoever asks for other rows wants those.
            self.wanted.set_value(None);
            self.marked.set(None);
            self.at.update(|at| at.row = at.row.map(|_| 0));
        }
        self.find_row();
        self.paint();
    }

    /// The frame, the head or the columns have another size.
    pub(super) fn refit(self) {
        let loose = self.columns.with_untracked(|columns| {
            let wide = self.with(|painter| f64::from(painter.frame.client_width()))?;
            let loose = columns.is_loose_in(wide);
            (loose != columns.is_loose()).then_some(loose)
        });
        if let Some(loose) = loose {
            return self.columns.update(|columns| columns.loosen(loose));
        }
        self.columns.with_untracked(|columns| {
            self.with(|painter| painter.resize(columns, None));
        });
        self.paint();
    }

    /// Puts a row first.
    pub(super) fn go_first(self, row: u64) {
        self.with(|painter| {
            let bar = painter.scroll.put_first(row);
            painter.put_bar(Some(bar));
        });
        self.go(Place {
            row: Some(row),
            at: 0,
        });
    }
}
