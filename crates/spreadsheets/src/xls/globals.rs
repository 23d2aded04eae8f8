//! What all sheets share, and where each begins.

use super::formats::Formats;
use super::records::{Record, Records, u16_at, u32_at};
use super::strings::{self, Texts};
use crate::limits::Limits;
use crate::text::{Epoch, Shape};
use crate::{SheetError, SheetName};
use readers::{Decoder, Encoding};

/// The stream, as messages name it.
pub(super) const STREAM: &str = "Workbook";

/// What all sheets share.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetName>,
    /// Where the records of each begin.
    pub(super) starts: Vec<usize>,
    pub(super) epoch: Epoch,
    pub(super) strings: Vec<String>,
    pub(super) shapes: Vec<Shape>,
    /// Texts are of Unicode.
    pub(super) wide: bool,
    pub(super) encoding: Encoding,
}

impl Globals {
    pub(super) fn read(
        stream: &[u8],
        limits: Limits,
        decoder: &mut dyn Decoder,
    ) -> Result<Self, SheetError> {
        let mut globals = Self {
            sheets: Vec::new(),
            starts: Vec::new(),
            epoch: Epoch::Of1900,
            strings: Vec::new(),
            shapes: Vec::new(),
            wide: true,
            encoding: Encoding::from_label("windows-1252"),
        };
        let mut formats = Formats::default();
        for record in Records::new(stream, 0) {
            let mut texts = Texts {
                wide: globals.wide,
                encoding: globals.encoding.clone(),
                decoder,
            };
            match record.kind {
                // BOF: texts are of Unicode since BIFF 8.
                0x0809 => globals.wide = u16_at(record.data, 0) == Some(0x0600),
                // FILEPASS: all that follows is locked.
                0x002F => return Err(SheetError::Password),
                0x0042 => globals.encoding = code_page(u16_at(record.data, 0).unwrap_or(0)),
                0x0022 if u16_at(record.data, 0) == Some(1) => globals.epoch = Epoch::Of1904,
                0x041E => formats.format(record.data, &mut texts),
                0x00E0 => formats.style(record.data),
                0x0085 => globals.sheet(&record, &mut texts)?,
                0x00FC => globals.strings = strings::shared(&record, limits)?,
                // EOF.
                0x000A => break,
                _ => {}
            }
        }
        globals.shapes = formats.shapes();
        Ok(globals)
    }

    /// BOUNDSHEET: where a sheet begins, whether it is hidden, what it is, its name.
    fn sheet(&mut self, record: &Record<'_>, texts: &mut Texts<'_>) -> Result<(), SheetError> {
        let read = || {
            let start = usize::try_from(u32_at(record.data, 0)?).ok()?;
            let (state, kind) = (record.data.get(4)? & 3, record.data.get(5)?);
            Some((start, state != 0, *kind == 0, record.data.get(6..)?))
        };
        let broken = || SheetError::broken(STREAM, record.at, "sheet-record");
        let (start, hidden, has_cells, name) = read().ok_or_else(broken)?;
        if has_cells {
            let name = texts.counted(name, true).unwrap_or_default();
            self.sheets.push(SheetName {
                name: name.replace('\0', ""),
                hidden,
            });
            self.starts.push(start);
        }
        Ok(())
    }
}

/// The encoding of a code page, by its number.
fn code_page(number: u16) -> Encoding {
    Encoding::from_label(match number {
        367 => "us-ascii",
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        1200 => "utf-16le",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1253 => "windows-1253",
        1254 => "windows-1254",
        1255 => "windows-1255",
        1256 => "windows-1256",
        1257 => "windows-1257",
        1258 => "windows-1258",
        10000 | 32768 => "macintosh",
        65001 => "utf-8",
        _ => "windows-1252",
    })
}
