//! A workbook of any of the formats.

use crate::ods::Ods;
use crate::package::Package;
use crate::xls::Xls;
use crate::xlsx::Xlsx;
use crate::{Limits, Sheet, SheetError};
use readers::{Decoder, Format};

/// A sheet as the workbook lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// An open workbook. Cells are read when a sheet is asked for.
pub struct Workbook(Kind);

enum Kind {
    Xlsx(Box<Xlsx>),
    Xls(Box<Xls>),
    Ods(Box<Ods>),
}

impl Workbook {
    /// Opens a file that is in memory, whatever its name says. `decoder` is for texts of before
    /// 1997.
    ///
    /// # Errors
    /// When it is none, too large, locked or broken.
    pub fn open(
        bytes: Vec<u8>,
        limits: Limits,
        decoder: &mut dyn Decoder,
    ) -> Result<Self, SheetError> {
        if !bytes.starts_with(b"PK") {
            let open = Xls::open(&bytes, limits, decoder)?;
            return Ok(Self(Kind::Xls(Box::new(open))));
        }
        let package = Package::open(bytes, limits)?;
        if package.has("content.xml") {
            let open = Ods::open(&package)?;
            return Ok(Self(Kind::Ods(Box::new(open))));
        }
        let open = Xlsx::open(package)?;
        Ok(Self(Kind::Xlsx(Box::new(open))))
    }

    /// Which format it is, by its content.
    #[must_use]
    pub fn format(&self) -> Format {
        match self.0 {
            Kind::Xlsx(_) => Format::Xlsx,
            Kind::Xls(_) => Format::Xls,
            Kind::Ods(_) => Format::Ods,
        }
    }

    /// The sheets that may have cells, in their order.
    #[must_use]
    pub fn sheets(&self) -> &[SheetName] {
        match &self.0 {
            Kind::Xlsx(open) => open.sheets(),
            Kind::Xls(open) => open.sheets(),
            Kind::Ods(open) => open.sheets(),
        }
    }

    /// The cells of one sheet.
    ///
    /// # Errors
    /// When there is none of this number, or it is too large or broken.
    pub fn sheet(&self, at: usize, decoder: &mut dyn Decoder) -> Result<Sheet, SheetError> {
        let count = self.sheets().len();
        if at >= count {
            return Err(SheetError::NoSuchSheet {
                sheet: (at + 1).to_string(),
                count,
            });
        }
        match &self.0 {
            Kind::Xlsx(open) => open.sheet(at),
            Kind::Xls(open) => open.sheet(at, decoder),
            Kind::Ods(open) => open.sheet(at),
        }
    }

    /// The sheet that is meant: the one of this number, else the first that is not hidden and
    /// has something in it, else the first one; with its number.
    ///
    /// # Errors
    /// When it is too large or broken, or there is none.
    pub fn chosen(
        &self,
        at: Option<usize>,
        decoder: &mut dyn Decoder,
    ) -> Result<(usize, Sheet), SheetError> {
        if let Some(at) = at {
            return Ok((at, self.sheet(at, decoder)?));
        }
        for (at, name) in self.sheets().iter().enumerate() {
            if !name.hidden {
                let sheet = self.sheet(at, decoder)?;
                if !sheet.is_empty() {
                    return Ok((at, sheet));
                }
            }
        }
        Ok((0, self.sheet(0, decoder)?))
    }

    /// The number of the sheet with this name, or of this number counted from 1.
    #[must_use]
    pub fn position(&self, sheet: &str) -> Option<usize> {
        let sheets = self.sheets();
        let named = sheets.iter().position(|name| name.name == sheet);
        let counted = || sheet.parse::<usize>().ok()?.checked_sub(1);
        named.or_else(|| counted().filter(|at| *at < sheets.len()))
    }
}
