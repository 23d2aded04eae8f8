//! Rows and cells of one sheet, with what is repeated.

use super::cell::{Value, value};
use super::workbook::CONTENT;
use crate::limits::{Limits, MOST_COLUMNS, MOST_ROWS};
use crate::xml::{Xml, attribute};
use crate::{Sheet, SheetError};
use quick_xml::events::{BytesStart, Event};

/// Reads the cells of the sheet with this number.
pub(super) fn read(content: &str, at: usize, limits: Limits) -> Result<Sheet, SheetError> {
    let mut xml = Xml::new(content, CONTENT);
    let mut number = 0;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                if number == at {
                    break;
                }
                number += 1;
                xml.skip()?;
            }
            Event::Eof => return Ok(Sheet::new(limits)),
            _ => {}
        }
    }
    let mut reading = Reading {
        xml,
        sheet: Sheet::new(limits),
        row: 0,
        cells: Vec::new(),
    };
    let mut depth = 1_u32;
    while depth > 0 {
        match reading.xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table-row" => reading.row(&element)?,
                "shapes" | "forms" => reading.xml.skip()?,
                // Groups of rows, and rows of a header, hold rows.
                _ => depth += 1,
            },
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(reading.xml.wrong("ends-early")),
            _ => {}
        }
    }
    Ok(reading.sheet)
}

struct Reading<'a> {
    xml: Xml<'a>,
    sheet: Sheet,
    row: u32,
    /// The cells of a row with something in them, and how often each stands there.
    cells: Vec<(u32, u32, String)>,
}

impl Reading<'_> {
    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        let repeated = count(element, "number-rows-repeated");
        let mut column = 0_u32;
        self.cells.clear();
        loop {
            match self.xml.next()? {
                Event::Start(cell) => match cell.local_name().as_ref() {
                    "table-cell" => self.cell(&cell, &mut column)?,
                    // What is merged with a cell before it shows nothing of its own.
                    "covered-table-cell" => {
                        column = column.saturating_add(count(&cell, "number-columns-repeated"));
                        self.xml.skip()?;
                    }
                    _ => self.xml.skip()?,
                },
                Event::End(_) => break,
                Event::Eof => return Err(self.xml.wrong("ends-early")),
                _ => {}
            }
        }
        let end = self.row.saturating_add(repeated);
        if !self.cells.is_empty() {
            for row in self.row..end.min(MOST_ROWS) {
                for (column, times, text) in &self.cells {
                    let end = column.saturating_add(*times).min(MOST_COLUMNS);
                    for column in *column..end {
                        self.sheet.push(row, column, text)?;
                    }
                }
            }
        }
        self.row = end;
        Ok(())
    }

    fn cell(&mut self, cell: &BytesStart<'_>, column: &mut u32) -> Result<(), SheetError> {
        let times = count(cell, "number-columns-repeated");
        let spans = |name| attribute(cell, name).is_some_and(|value| value.trim() != "1");
        if spans("number-columns-spanned") || spans("number-rows-spanned") {
            self.sheet.merge();
        }
        let text = value(&mut self.xml, Value::of(cell))?;
        if !text.is_empty() {
            self.cells.push((*column, times, text));
        }
        *column = column.saturating_add(times);
        Ok(())
    }
}

/// How often something stands there; once unless it says more.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    let said = attribute(element, name);
    said.and_then(|said| said.trim().parse().ok()).unwrap_or(1)
}
