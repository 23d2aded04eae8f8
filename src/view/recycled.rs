//! Rows of a grid that are made once, as many as are seen, and written over as the table moves
//! under them: a frame costs the cells that changed and no more. Leptos is 1.2 times plain
//! script for each update, and a scroll updates hundreds. Knows no table and no page.

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Document, Element, HtmlElement, Text};
use std::ops::Range;

/// What one cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Put {
    /// The text.
    pub(crate) text: String,
    /// Classes beside the cell's own.
    pub(crate) class: &'static str,
    /// Its place in the table for `aria-colindex`, from 1.
    pub(crate) index: usize,
    /// The address that the text is, if it is one that may be followed.
    pub(crate) link: Option<String>,
    /// The keyboard is here.
    pub(crate) is_at: bool,
    /// It is not needed now.
    pub(crate) is_off: bool,
    /// The text may be longer than there is room. Cutting it off is dear: each element that does
    /// costs a frame more than its text.
    pub(crate) is_long: bool,
}

struct CellNode {
    element: HtmlElement,
    text: Text,
    put: Put,
    /// The classes that it always has.
    class: &'static str,
}

/// One row of nodes.
pub(crate) struct RowNode {
    element: HtmlElement,
    head: HtmlElement,
    number: Text,
    cells: Vec<CellNode>,
    /// The row of the view that it shows.
    row: u64,
    place: f64,
    shown_number: String,
    state: (bool, bool),
    /// What it was written from last, by the number of its user's.
    written: u64,
}

/// All of them: a ring, in which a row is always shown by the node at its number modulo their
/// count, so that a scroll writes over those that it passed and moves no element.
pub(crate) struct Nodes {
    document: Document,
    body: HtmlElement,
    rows: Vec<RowNode>,
    /// The one that comes first in the document.
    first: usize,
    cells: usize,
    frozen: usize,
}

/// The element that is named as the one the keyboard is at.
pub(crate) fn id_of(row: u64, index: usize) -> String {
    format!("gc-{row}-{index}")
}

impl Nodes {
    /// None yet, below `body`.
    pub(crate) fn new(body: HtmlElement) -> Option<Self> {
        Some(Self {
            document: body.owner_document()?,
            body,
            rows: Vec::new(),
            first: 0,
            cells: 0,
            frozen: 0,
        })
    }

    /// Has nodes for these rows with so many cells, the first `frozen` of them beside what
    /// scrolls. Nodes of rows that are no longer among them become those that are now.
    pub(crate) fn stand(&mut self, rows: Range<u64>, cells: usize, frozen: usize) {
        if self.frozen != frozen {
            self.body.set_text_content(None);
            self.rows.clear();
            self.frozen = frozen;
        }
        // Cells that are not needed now are kept out of sight: the next column needs them again.
        if self.cells < cells {
            for slot in self.cells..cells {
                for row in 0..self.rows.len() {
                    self.add_cell(row, slot);
                }
            }
            self.cells = cells;
        }
        let count = usize::try_from(rows.end - rows.start).unwrap_or(0);
        if count != self.rows.len() {
            self.begin_with(0);
            for row in self.rows.drain(count.min(self.rows.len())..) {
                row.element.remove();
            }
            while self.rows.len() < count {
                let Ok(row) = self.make_row() else { break };
                self.rows.push(row);
            }
        }
        for row in rows {
            if let Some(at) = row.checked_rem(self.rows.len() as u64)
                && let Some(node) = self.rows.get_mut(usize::try_from(at).unwrap_or(0))
            {
                node.is(row);
            }
        }
    }

    /// Has the document name the rows in their order, for whoever reads it from the top.
    pub(crate) fn put_in_order(&mut self) {
        let rows = self.rows.iter().enumerate();
        let first = rows.min_by_key(|(_, row)| row.row).map_or(0, |(at, _)| at);
        self.begin_with(first);
    }

    fn begin_with(&mut self, first: usize) {
        while self.first != first {
            if let Some(row) = self.rows.get(self.first) {
                // Below this body already.
                let _ = self.body.append_child(&row.element);
            }
            self.first = (self.first + 1)
                .checked_rem(self.rows.len())
                .unwrap_or(first);
        }
    }

    /// Whether nothing that stays beside what scrolls needs to: told while only rows move, since
    /// each element that may stay costs a frame more than the row it is in.
    pub(crate) fn hold_still(&self, is_still: bool) {
        let class = if is_still { "gbody still" } else { "gbody" };
        if self.body.class_name() != class {
            self.body.set_class_name(class);
        }
    }

    /// The rows, in no order.
    pub(crate) fn rows(&mut self) -> impl Iterator<Item = &mut RowNode> {
        self.rows.iter_mut()
    }

    fn add_cell(&mut self, row: usize, slot: usize) {
        if let Ok(cell) = self.make_cell(slot)
            && let Some(row) = self.rows.get_mut(row)
            && row.element.append_child(&cell.element).is_ok()
        {
            row.cells.push(cell);
        }
    }

    fn make_row(&self) -> Result<RowNode, JsValue> {
        let element = self.make("gr", "row")?;
        let head = self.make("rn", "rowheader")?;
        head.set_attribute("aria-colindex", "1")?;
        let number = self.document.create_text_node("");
        head.append_child(&number)?;
        element.append_child(&head)?;
        let mut cells = Vec::with_capacity(self.cells);
        for slot in 0..self.cells {
            let cell = self.make_cell(slot)?;
            element.append_child(&cell.element)?;
            cells.push(cell);
        }
        self.body.append_child(&element)?;
        Ok(RowNode {
            element,
            head,
            number,
            cells,
            row: u64::MAX,
            place: f64::NAN,
            shown_number: String::new(),
            state: (false, false),
            written: 0,
        })
    }

    fn make_cell(&self, slot: usize) -> Result<CellNode, JsValue> {
        let class = if slot < self.frozen { "gc fz" } else { "gc" };
        let element = self.make(class, "gridcell")?;
        let style = element.style();
        style.set_property("inline-size", &format!("var(--w{slot})"))?;
        if slot < self.frozen {
            style.set_property("inset-inline-start", &format!("var(--p{slot})"))?;
        } else if slot == self.frozen {
            style.set_property("margin-inline-start", "var(--before)")?;
        }
        let text = self.document.create_text_node("");
        element.append_child(&text)?;
        Ok(CellNode {
            element,
            text,
            put: Put::default(),
            class,
        })
    }

    fn make(&self, class: &str, role: &str) -> Result<HtmlElement, JsValue> {
        let element: HtmlElement = self.document.create_element("div")?.unchecked_into();
        element.set_class_name(class);
        element.set_attribute("role", role)?;
        Ok(element)
    }
}

impl RowNode {
    /// The row of the view.
    pub(crate) const fn row(&self) -> u64 {
        self.row
    }

    fn is(&mut self, row: u64) {
        if self.row != row {
            self.row = row;
            self.written = 0;
            // The head is the first row of all.
            set(&self.element, "aria-rowindex", &(row + 2).to_string());
        }
    }

    /// Whether it shows another row or was written from something else than `from`; from now on
    /// it is what was. `from` is never zero.
    pub(crate) fn is_due(&mut self, from: u64) -> bool {
        std::mem::replace(&mut self.written, from) != from
    }

    /// Puts the row so many pixels below the body's beginning.
    pub(crate) fn place(&mut self, place: f64) {
        if place.to_bits() != self.place.to_bits() {
            self.place = place;
            let moved = format!("translateY({place}px)");
            // The value is one that every browser takes.
            let _ = self.element.style().set_property("transform", &moved);
        }
    }

    /// Its number, and whether it is chosen.
    pub(crate) fn head(&mut self, number: String, is_here: bool, is_marked: bool) {
        if number != self.shown_number {
            self.number.set_data(&number);
            self.shown_number = number;
        }
        if self.state != (is_here, is_marked) {
            self.state = (is_here, is_marked);
            let class = match self.state {
                (true, _) => "gr here",
                (false, true) => "gr on",
                (false, false) => "gr",
            };
            self.element.set_class_name(class);
            match is_marked {
                true => set(&self.head, "aria-selected", "true"),
                false => drop(self.head.remove_attribute("aria-selected")),
            }
        }
    }

    /// How many of its cells are in use.
    pub(crate) fn uses(&mut self, cells: usize) {
        for cell in self.cells.iter_mut().skip(cells) {
            if !cell.put.is_off {
                let put = Put {
                    is_off: true,
                    ..Put::default()
                };
                cell.write(put, 0);
            }
        }
    }

    /// One of its cells.
    pub(crate) fn cell(&mut self, slot: usize, mut put: Put) {
        let row = self.row;
        let Some(cell) = self.cells.get_mut(slot) else {
            return;
        };
        // Whoever shows a column with a long text will show others.
        put.is_long |= cell.put.is_long && cell.put.index == put.index;
        if cell.put != put || put.is_at {
            cell.write(put, row);
        }
    }
}

impl CellNode {
    fn write(&mut self, put: Put, row: u64) {
        let Self {
            element,
            text,
            put: old,
            class,
        } = self;
        if old.text != put.text {
            text.set_data(&put.text);
        }
        if old.is_off != put.is_off {
            element.set_hidden(put.is_off);
        }
        let classes = |put: &Put| (put.class, put.is_at, put.is_long);
        if classes(old) != classes(&put) {
            let at = if put.is_at { " at" } else { "" };
            let cut = if put.is_long { " cut" } else { "" };
            element.set_class_name(&format!("{class}{}{at}{cut}", put.class));
        }
        if old.index != put.index {
            set(element, "aria-colindex", &put.index.to_string());
        }
        match (put.is_at, old.is_at) {
            (true, _) => {
                element.set_id(&id_of(row, put.index));
                set(element, "aria-selected", "true");
            }
            (false, true) => {
                let _ = element.remove_attribute("id");
                let _ = element.remove_attribute("aria-selected");
            }
            _ => {}
        }
        if old.link != put.link {
            // Nodes of this cell only.
            let _ = link(element, text, put.link.as_deref());
        }
        *old = put;
    }
}

/// Puts the text into a link, or out of it.
fn link(cell: &HtmlElement, text: &Text, address: Option<&str>) -> Result<(), JsValue> {
    cell.set_text_content(None);
    let Some(address) = address else {
        cell.append_child(text)?;
        return Ok(());
    };
    let document = cell.owner_document().ok_or(JsValue::NULL)?;
    let anchor = document.create_element("a")?;
    for (name, value) in [
        ("href", address),
        ("target", "_blank"),
        ("rel", "noopener noreferrer nofollow"),
        // The keyboard opens the cell, and the link there.
        ("tabindex", "-1"),
    ] {
        anchor.set_attribute(name, value)?;
    }
    anchor.append_child(text)?;
    cell.append_child(&anchor)?;
    Ok(())
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for names that are none.
    let _ = element.set_attribute(name, value);
}
