//! Brings the rows, the columns and the place of the frame together on the screen. What is drawn
//! of them is worked out anew each time and written only where it differs.

use super::{
    breadth::fits,
    columns::Columns,
    cursor::Place,
    lay::{Laid, row_height, whole},
    plan::Plan,
    scroll::Scroll,
    shown::{Kinds, put},
    tiles::Tiles,
};
use crate::{
    i18n::grouped,
    view::{Nodes, id_of},
};
use leptos::web_sys::HtmlElement;
use std::ops::Range;

/// The columns that are drawn, as their heads are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads {
    /// Those that stay in sight.
    pub(super) frozen: Vec<u32>,
    /// Those that scroll.
    pub(super) free: Vec<u32>,
    /// Room before those, in pixels.
    pub(super) before: u32,
    /// Place of the first of those among all that are shown.
    pub(super) first: usize,
}

/// What a row is written from, beside its number: where this is the same as before, rows that
/// stay are left as they are.
#[derive(Clone, PartialEq)]
pub(super) struct Written {
    heads: Heads,
    at: Place,
    marked: Option<(u64, u64)>,
    changes: u64,
    offset: f64,
    is_late: bool,
}

/// What the frame shows, and the nodes that show it.
pub(super) struct Painter {
    pub(super) frame: HtmlElement,
    pub(super) canvas: HtmlElement,
    pub(super) head: HtmlElement,
    pub(super) nodes: Nodes,
    /// Height of a row.
    pub(super) row: f64,
    pub(super) scroll: Scroll,
    pub(super) tiles: Tiles,
    pub(super) kinds: Kinds,
    pub(super) at: Place,
    /// The rows that are chosen.
    pub(super) marked: Option<(u64, u64)>,
    pub(super) window: Range<usize>,
    /// The largest number of a row that is known.
    pub(super) last: u64,
    /// Height of the head.
    pub(super) head_high: u32,
    /// Width of the frame, and of the row numbers in it.
    pub(super) wide: f64,
    pub(super) numbers_wide: f64,
    pub(super) laid: Option<Laid>,
    /// How far the frame is scrolled to the right.
    pub(super) left: f64,
    /// What the rows were written from last, and its number.
    pub(super) from: Option<Written>,
    pub(super) written: u64,
    /// What is not here yet looks like waiting: the frame has not been moved for a while.
    pub(super) is_late: bool,
}

impl Painter {
    /// Nothing yet, in the frame, the canvas, the head and the body of a grid.
    pub(super) fn new(nodes: [HtmlElement; 4]) -> Option<Self> {
        let [frame, canvas, head, body] = nodes;
        Some(Self {
            frame,
            canvas,
            head,
            nodes: Nodes::new(body)?,
            row: row_height(),
            scroll: Scroll::default(),
            tiles: Tiles::default(),
            kinds: Kinds::default(),
            at: Place {
                row: Some(0),
                at: 0,
            },
            marked: None,
            window: 0..0,
            last: 0,
            head_high: 0,
            wide: 0.0,
            numbers_wide: 0.0,
            laid: None,
            left: 0.0,
            from: None,
            written: 0,
            is_late: true,
        })
    }

    /// Puts the scroll bar where the rows are, if it is to move.
    pub(super) fn put_bar(&self, bar: Option<f64>) {
        if let Some(bar) = bar
            && (f64::from(self.frame.scroll_top()) - bar).abs() >= 1.0
        {
            #[expect(clippy::cast_possible_truncation, reason = "below eight million")]
            self.frame.set_scroll_top(bar.round() as i32);
        }
    }

    /// Scrolls a column into sight, by its place among those shown.
    pub(super) fn show_column(&mut self, columns: &Columns, place: usize) {
        let Some(left) = columns.left(place).map(f64::from) else {
            return;
        };
        let wide = columns.shown().get(place).map(|c| columns.width(*c));
        let right = left + f64::from(wide.unwrap_or_default());
        let now = self.left;
        let room = self.room(columns);
        let to = if left < now || right - left > room {
            left
        } else if right > now + room {
            right - room
        } else {
            return;
        };
        self.frame
            .set_scroll_left(whole(to).try_into().unwrap_or(i32::MAX));
        self.left = f64::from(self.frame.scroll_left());
    }

    /// Draws it.
    pub(super) fn draw(&mut self, plan: &Plan) {
        let Plan { heads, drawn, .. } = plan;
        let frozen = heads.frozen.len();
        let cells: Vec<u32> = heads.frozen.iter().chain(&heads.free).copied().collect();
        self.nodes.stand(drawn.clone(), cells.len(), frozen);
        let from = Some(Written {
            heads: heads.clone(),
            at: self.at,
            marked: self.marked,
            changes: self.tiles.changes(),
            offset: self.scroll.place_of(0),
            is_late: self.is_late,
        });
        if self.from != from {
            self.from = from;
            self.written += 1;
        }
        for row in self.nodes.rows() {
            if !row.is_due(self.written) {
                continue;
            }
            let at = row.row();
            row.place(self.scroll.place_of(at));
            let number = self.tiles.number(at).map(|n| grouped(n + 1));
            let is_here = self.at.row == Some(at);
            let chosen = self.marked.is_some_and(|(a, b)| (a..=b).contains(&at));
            row.head(number.unwrap_or_default(), is_here, chosen);
            for (slot, column) in cells.iter().enumerate() {
                let place = match slot.checked_sub(frozen) {
                    Some(free) => heads.first + free,
                    None => slot,
                };
                let mut cell = put(
                    self.tiles.cell(at, *column),
                    *column,
                    &self.kinds,
                    self.is_late,
                );
                let wide = self.laid.as_ref().and_then(|laid| laid.widths.get(slot));
                cell.is_long = !fits(&cell.text, wide.copied().unwrap_or_default());
                cell.index = place + 2;
                cell.is_at = is_here && self.at.at == place;
                row.cell(slot, cell);
            }
            row.uses(cells.len());
        }
    }

    /// Tells the frame which cell the keyboard is at; it keeps the focus itself, since cells
    /// come and go.
    pub(super) fn name_active(&self) {
        let id = match self.at.row {
            Some(row) => id_of(row, self.at.at + 2),
            None => format!("gh-{}", self.at.at + 2),
        };
        // A fixed name.
        let _ = self.frame.set_attribute("aria-activedescendant", &id);
    }
}
