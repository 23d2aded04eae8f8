//! The number formats of cells.

use crate::SheetError;
use crate::text::Shape;
use crate::xml::{Xml, attribute};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// What the styles make of numbers, by their number.
pub(super) fn read(text: &str, part: &str) -> Result<Vec<Shape>, SheetError> {
    let mut own: BTreeMap<u16, Shape> = BTreeMap::new();
    let mut formats: Vec<u16> = Vec::new();
    let mut in_cells = false;
    let mut xml = Xml::new(text, part);
    loop {
        match xml.next()? {
            Event::Start(element) => {
                let id = || attribute(&element, "numFmtId")?.trim().parse().ok();
                match element.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&element, "formatCode");
                        if let (Some(id), Some(code)) = (id(), code) {
                            own.insert(id, Shape::of_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => formats.push(id().unwrap_or(0)),
                    // Formats of conditions are no formats of cells.
                    "dxfs" => xml.skip()?,
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => break,
            _ => {}
        }
    }
    let shape = |id: &u16| {
        own.get(id)
            .copied()
            .unwrap_or_else(|| Shape::of_number(*id))
    };
    Ok(formats.iter().map(shape).collect())
}
