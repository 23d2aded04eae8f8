//! The cells of a sheet, record by record.

use super::globals::{Globals, STREAM};
use super::records::{Record, Records, f64_at, u16_at, u32_at};
use super::strings::Texts;
use crate::limits::Limits;
use crate::text::of_number;
use crate::{Sheet, SheetError};
use readers::Decoder;

/// Reads all cells of the sheet that begins at this place.
pub(super) fn read(
    stream: &[u8],
    start: usize,
    globals: &Globals,
    limits: Limits,
    decoder: &mut dyn Decoder,
) -> Result<Sheet, SheetError> {
    let mut reading = Reading {
        globals,
        texts: Texts {
            wide: globals.wide,
            encoding: globals.encoding.clone(),
            decoder,
        },
        sheet: Sheet::new(limits),
        formula: None,
    };
    // A chart in the sheet has records of its own, which look like cells.
    let mut depth = 0_u32;
    for record in Records::new(stream, start) {
        match record.kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => return Ok(reading.sheet),
            0x000A => depth -= 1,
            _ if depth > 1 => {}
            // What is broken in a cell leaves that cell out.
            _ => drop(reading.take(&record)?),
        }
    }
    Err(SheetError::broken(
        STREAM,
        stream.len() as u64,
        "ends-early",
    ))
}

struct Reading<'a> {
    globals: &'a Globals,
    texts: Texts<'a>,
    sheet: Sheet,
    /// The formula whose text comes in the next record.
    formula: Option<(u32, u32)>,
}

impl Reading<'_> {
    /// Takes one record in; `None`: it is shorter than it should be.
    fn take(&mut self, record: &Record<'_>) -> Result<Option<()>, SheetError> {
        let data = record.data;
        let place = || Some((u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?)));
        let Some((row, column)) = place() else {
            return Ok(None);
        };
        let style = u16_at(data, 4).unwrap_or(0);
        let text = match record.kind {
            // NUMBER
            0x0203 => f64_at(data, 6).map(|value| self.number(value, style)),
            // RK
            0x027E => u32_at(data, 6).map(|packed| self.number(unpacked(packed), style)),
            // MULRK: neighbours in one row.
            0x00BD => {
                let cells = data
                    .get(4..data.len().saturating_sub(2))
                    .unwrap_or_default();
                for (column, cell) in (column..).zip(cells.chunks_exact(6)) {
                    if let (Some(style), Some(packed)) = (u16_at(cell, 0), u32_at(cell, 2)) {
                        let text = self.number(unpacked(packed), style);
                        self.sheet.push(row, column, &text)?;
                    }
                }
                None
            }
            // LABELSST
            0x00FD => {
                let number = u32_at(data, 6).and_then(|number| usize::try_from(number).ok());
                let text = number.and_then(|number| self.globals.strings.get(number));
                text.cloned()
            }
            // LABEL and RSTRING
            0x0204 | 0x00D6 => data
                .get(6..)
                .and_then(|rest| self.texts.counted(rest, false)),
            // BOOLERR
            0x0205 => match (data.get(6), data.get(7)) {
                (Some(value), Some(0)) => Some(boolean(*value).to_owned()),
                (Some(value), Some(_)) => Some(error(*value).to_owned()),
                _ => None,
            },
            // FORMULA, with what it came to last
            0x0006 => self.formula(data, (row, column), style),
            // STRING: what the formula before came to
            0x0207 => {
                if let Some((row, column)) = self.formula.take()
                    && let Some(text) = self.texts.counted(&joined(record), false)
                {
                    self.sheet.push(row, column, &text)?;
                }
                None
            }
            // MERGECELLS: here the first number is how many.
            0x00E5 => {
                for _ in 0..(row as usize).min(data.len() / 8) {
                    self.sheet.merge();
                }
                None
            }
            _ => None,
        };
        if let Some(text) = text {
            self.sheet.push(row, column, &text)?;
        }
        Ok(Some(()))
    }

    fn number(&self, value: f64, style: u16) -> String {
        let shape = self.globals.shapes.get(usize::from(style)).copied();
        of_number(value, None, shape.unwrap_or_default(), self.globals.epoch)
    }

    fn formula(&mut self, data: &[u8], place: (u32, u32), style: u16) -> Option<String> {
        self.formula = None;
        let value = data.get(6..14)?;
        if value.get(6..) != Some(&[0xFF, 0xFF]) {
            return Some(self.number(f64_at(value, 0)?, style));
        }
        let of = *value.get(2)?;
        match value.first()? {
            0 => {
                self.formula = Some(place);
                None
            }
            1 => Some(boolean(of).to_owned()),
            2 => Some(error(of).to_owned()),
            _ => None,
        }
    }
}

/// A text of a formula may be longer than a record: the pieces as one, if they are alike.
fn joined(record: &Record<'_>) -> Vec<u8> {
    let mut bytes = record.data.to_vec();
    let wide = bytes.get(2).map(|flags| flags & 1);
    for more in &record.more {
        if let Some((flags, rest)) = more.split_first()
            && Some(flags & 1) == wide
        {
            bytes.extend_from_slice(rest);
        }
    }
    bytes
}

/// A number in four bytes: whole or the upper half of one, perhaps a hundredfold.
fn unpacked(packed: u32) -> f64 {
    let value = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from((packed as i32) >> 2),
    };
    match packed & 1 {
        0 => value,
        _ => value / 100.0,
    }
}

fn boolean(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// An error, by its number (MS-XLS 2.5.10).
fn error(value: u8) -> &'static str {
    match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_four_bytes() {
        for (packed, value) in [
            ((100 << 2) | 2, 100.0),
            ((12_345 << 2) | 3, 123.45),
            (((-5_i32 << 2) as u32) | 2, -5.0),
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
        ] {
            assert_eq!(unpacked(packed), value);
        }
    }
}
