//! The cells of a sheet, one after the other.

use super::cell::{Kind, text};
use super::strings;
use super::workbook::Xlsx;
use crate::limits::{Limits, MOST_COLUMNS, MOST_ROWS};
use crate::xml::{Xml, attribute};
use crate::{Sheet, SheetError};
use quick_xml::events::{BytesStart, Event};

/// Reads all cells of a sheet.
pub(super) fn read(
    workbook: &Xlsx,
    text: &str,
    part: &str,
    limits: Limits,
) -> Result<Sheet, SheetError> {
    let mut reading = Reading {
        workbook,
        xml: Xml::new(text, part),
        sheet: Sheet::new(limits),
        row: 0,
        column: 0,
        value: String::new(),
    };
    // Whether cells may follow: a part that ends then was cut.
    let mut open = false;
    loop {
        match reading.xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheetData" => open = true,
                "row" => {
                    if let Some(row) = attribute(&element, "r") {
                        let row = row
                            .trim()
                            .parse::<u32>()
                            .ok()
                            .and_then(|row| row.checked_sub(1));
                        reading.row = row.ok_or_else(|| reading.xml.wrong("row-number"))?;
                    }
                    reading.column = 0;
                }
                "c" => reading.cell(&element)?,
                "mergeCell" => reading.sheet.merge(),
                // What a sheet offers besides cells may be large.
                "extLst" | "conditionalFormatting" | "dataValidations" => reading.xml.skip()?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => reading.row = reading.row.saturating_add(1),
                "sheetData" => open = false,
                _ => {}
            },
            Event::Eof if open => return Err(reading.xml.wrong("ends-early")),
            Event::Eof => return Ok(reading.sheet),
            _ => {}
        }
    }
}

struct Reading<'a> {
    workbook: &'a Xlsx,
    xml: Xml<'a>,
    sheet: Sheet,
    row: u32,
    column: u32,
    /// The value of the cell, used again for every one.
    value: String,
}

impl Reading<'_> {
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        if let Some(place) = attribute(element, "r") {
            let place = place_of(place.trim());
            let (row, column) = place.ok_or_else(|| self.xml.wrong("cell-reference"))?;
            (self.row, self.column) = (row.unwrap_or(self.row), column);
        }
        let kind = Kind::of(attribute(element, "t").as_deref());
        let style = attribute(element, "s").and_then(|style| style.trim().parse().ok());
        self.value.clear();
        loop {
            match self.xml.next()? {
                Event::Start(inner) => match inner.local_name().as_ref() {
                    // A text in the cell has its value beside it in some files.
                    "v" if kind != Kind::Inline => self.xml.text(&mut self.value)?,
                    "is" => strings::runs(&mut self.xml, &mut self.value)?,
                    _ => self.xml.skip()?,
                },
                Event::End(_) => break,
                Event::Eof => return Err(self.xml.wrong("ends-early")),
                _ => {}
            }
        }
        if !self.value.is_empty() {
            let text = text(self.workbook, kind, &self.value, style.unwrap_or(0))
                .ok_or_else(|| self.xml.wrong("shared-string"))?;
            self.sheet.push(self.row, self.column, &text)?;
        }
        self.column = self.column.saturating_add(1);
        Ok(())
    }
}

/// Row and column of `AB12`, from 0; some writers leave the row out.
fn place_of(text: &str) -> Option<(Option<u32>, u32)> {
    let split = text
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(text.len());
    let (letters, digits) = text.split_at_checked(split)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        let value = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A') + 1)?;
        column = column * 26 + value;
        if column > MOST_COLUMNS {
            return None;
        }
    }
    let row = match digits {
        "" => None,
        digits => {
            let row: u32 = digits.parse().ok()?;
            Some(row.checked_sub(1).filter(|row| *row < MOST_ROWS)?)
        }
    };
    Some((row, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_letters_and_a_number() {
        assert_eq!(place_of("A1"), Some((Some(0), 0)));
        assert_eq!(place_of("XFD1048576"), Some((Some(1_048_575), 16_383)));
        assert_eq!(place_of("c"), Some((None, 2)));
        for wrong in [
            "",
            "1",
            "A0",
            "XFE1",
            "A1048577",
            "AAAAAAAAA1",
            "A-1",
            "Ａ1",
        ] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }
}
