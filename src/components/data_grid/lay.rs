//! How large everything is: the frame, the canvas in it, and the columns that are drawn.

use super::{
    columns::Columns,
    paint::{Heads, Painter},
};

/// Height of a row in pixels, for a mouse and for a finger.
const ROW: f64 = 33.0;
const ROW_TOUCHED: f64 = 41.0;

/// What the canvas was told last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Laid {
    heads: Heads,
    pub(super) widths: Vec<u32>,
    wide: u32,
    high: u32,
    numbers: u32,
    row: u32,
    /// Height of the head, which its pictures and figures make.
    head: u32,
}

/// The height of a row here.
pub(super) fn row_height() -> f64 {
    match platform::matches_media("(pointer: coarse)") {
        true => ROW_TOUCHED,
        false => ROW,
    }
}

impl Painter {
    /// The frame, the columns or the rows are of another size; `None`: as many as before.
    pub(super) fn resize(&mut self, columns: &Columns, rows: Option<u64>) {
        let rows = rows.unwrap_or(self.scroll.rows);
        let head = f64::from(self.head.offset_height());
        self.head_high = whole(head);
        self.wide = f64::from(self.frame.client_width());
        let high = f64::from(self.frame.client_height()) - head;
        let row = self.row;
        self.scroll.resized(row, rows, high.max(row));
        let digits = rows.max(self.last).max(1).ilog10() + 1;
        let commas = (digits - 1) / 3;
        let numbers = f64::from(digits) * 8.0 + f64::from(commas) * 4.0 + 22.0;
        self.numbers_wide = self.numbers_wide.max(numbers).max(48.0);
        let count = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        self.tiles.resize(rows, count);
        self.lay(columns);
        self.put_bar(Some(self.scroll.bar()));
    }

    /// The room for columns that scroll.
    pub(super) fn room(&self, columns: &Columns) -> f64 {
        self.wide - self.numbers_wide - f64::from(columns.frozen_wide())
    }

    /// Gives the canvas its size and the widths of what is drawn.
    pub(super) fn lay(&mut self, columns: &Columns) -> Heads {
        let shown = columns.shown();
        let frozen = shown.get(..columns.frozen()).unwrap_or_default();
        let free = shown.get(self.window.clone()).unwrap_or_default();
        let heads = Heads {
            frozen: frozen.to_vec(),
            free: free.to_vec(),
            before: columns.left(self.window.start).unwrap_or_default(),
            first: self.window.start,
        };
        let widths = frozen.iter().chain(free).map(|c| columns.width(*c));
        let widths: Vec<u32> = widths.collect();
        let wide = columns.frozen_wide() + columns.free_wide() + whole(self.numbers_wide);
        let high = whole(self.scroll.canvas());
        let numbers = whole(self.numbers_wide);
        let laid = Laid {
            heads: heads.clone(),
            widths,
            wide,
            high,
            numbers,
            row: whole(self.row),
            head: self.head_high,
        };
        if self.laid.as_ref() == Some(&laid) {
            return heads;
        }
        let set = |name: &str, pixels: u32| {
            // Every value is a length.
            let _ = self
                .canvas
                .style()
                .set_property(name, &format!("{pixels}px"));
        };
        let mut beside = numbers;
        for (slot, width) in laid.widths.iter().enumerate() {
            set(&format!("--w{slot}"), *width);
            if slot < heads.frozen.len() {
                set(&format!("--p{slot}"), beside);
                beside += width;
            }
        }
        // A short table needs no tall frame.
        let fit = format!("{}px", laid.head + high);
        // A length, too.
        let _ = self.frame.style().set_property("--fit", &fit);
        set("--before", heads.before);
        set("--wide", wide);
        set("--high", high);
        set("--rn", numbers);
        set("--row", laid.row);
        self.laid = Some(laid);
        // What has room in a cell is another matter now.
        self.from = None;
        heads
    }
}

/// A length as the style is given it.
pub(super) fn whole(pixels: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length, at most eight million"
    )]
    let whole = pixels.ceil() as u32;
    whole
}
