//! The number formats of cells.

use super::records::u16_at;
use super::strings::Texts;
use crate::text::Shape;
use std::collections::BTreeMap;

/// Formats while the records that name them go by.
#[derive(Default)]
pub(super) struct Formats {
    own: BTreeMap<u16, Shape>,
    cells: Vec<u16>,
}

impl Formats {
    /// A format with its number and its text.
    pub(super) fn format(&mut self, data: &[u8], texts: &mut Texts<'_>) {
        let short = !texts.wide;
        let code = data.get(2..).and_then(|rest| texts.counted(rest, short));
        if let (Some(id), Some(code)) = (u16_at(data, 0), code) {
            self.own.insert(id, Shape::of_code(&code));
        }
    }

    /// What a style of cells says.
    pub(super) fn style(&mut self, data: &[u8]) {
        self.cells.push(u16_at(data, 2).unwrap_or(0));
    }

    /// What the styles make of numbers, by their number.
    pub(super) fn shapes(&self) -> Vec<Shape> {
        let shape = |id: &u16| {
            let own = self.own.get(id).copied();
            own.unwrap_or_else(|| Shape::of_number(*id))
        };
        self.cells.iter().map(shape).collect()
    }
}
