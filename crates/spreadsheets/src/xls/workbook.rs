//! The workbook: the stream of its records, and what all sheets share.

use super::cells;
use super::compound::Compound;
use super::globals::{Globals, STREAM};
use crate::limits::Limits;
use crate::{Sheet, SheetError, SheetName};
use readers::Decoder;

/// An open XLS file.
pub(crate) struct Xls {
    stream: Vec<u8>,
    globals: Globals,
    limits: Limits,
}

impl Xls {
    /// Reads everything but the cells.
    pub(crate) fn open(
        bytes: &[u8],
        limits: Limits,
        decoder: &mut dyn Decoder,
    ) -> Result<Self, SheetError> {
        let file = Compound::open(bytes)?;
        // A locked workbook of the newer formats is put into a compound file.
        if file.has("EncryptedPackage") {
            return Err(SheetError::Password);
        }
        let stream = file.stream(STREAM).or_else(|| file.stream("Book"));
        let Some(stream) = stream else {
            return Err(match file.has("WordDocument") {
                true => SheetError::Other("doc"),
                false => SheetError::broken(STREAM, 0, "missing-part"),
            });
        };
        let globals = Globals::read(&stream, limits, decoder)?;
        Ok(Self {
            stream,
            globals,
            limits,
        })
    }

    pub(crate) fn sheets(&self) -> &[SheetName] {
        &self.globals.sheets
    }

    /// The cells of a sheet.
    pub(crate) fn sheet(&self, at: usize, decoder: &mut dyn Decoder) -> Result<Sheet, SheetError> {
        match self.globals.starts.get(at) {
            Some(start) => cells::read(&self.stream, *start, &self.globals, self.limits, decoder),
            None => Ok(Sheet::new(self.limits)),
        }
    }
}
