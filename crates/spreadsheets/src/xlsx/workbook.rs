//! The workbook: its sheets by name, and what all of them share.

use super::relations::{self, Relation};
use super::strings::Strings;
use super::{sheet, styles};
use crate::package::Package;
use crate::text::{Epoch, Shape};
use crate::xml::{Xml, attribute, is_true, text_of};
use crate::{Sheet, SheetError, SheetName};
use quick_xml::events::Event;

/// An open XLSX file.
pub(crate) struct Xlsx {
    package: Package,
    sheets: Vec<SheetName>,
    /// The path of each.
    parts: Vec<String>,
    pub(super) epoch: Epoch,
    pub(super) strings: Strings,
    pub(super) shapes: Vec<Shape>,
}

impl Xlsx {
    /// Reads everything but the sheets.
    pub(crate) fn open(package: Package) -> Result<Self, SheetError> {
        let root = relations::of(&package, "")?;
        let main = root
            .into_iter()
            .find(|found| found.kind == "officeDocument");
        let path = main.map_or_else(|| "xl/workbook.xml".to_owned(), |found| found.target);
        if path.ends_with(".bin") {
            return Err(SheetError::Other("xlsb"));
        }
        let related = relations::of(&package, &path)?;
        let text = text_of(package.needed(&path)?, &path)?;
        let mut workbook = Self {
            package,
            sheets: Vec::new(),
            parts: Vec::new(),
            epoch: Epoch::Of1900,
            strings: Strings::default(),
            shapes: Vec::new(),
        };
        workbook.list(&text, &path, &related)?;
        if let Some((path, text)) = workbook.shared(&related, "sharedStrings")? {
            workbook.strings = Strings::read(&text, &path)?;
        }
        if let Some((path, text)) = workbook.shared(&related, "styles")? {
            workbook.shapes = styles::read(&text, &path)?;
        }
        Ok(workbook)
    }

    pub(crate) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The cells of a sheet.
    pub(crate) fn sheet(&self, at: usize) -> Result<Sheet, SheetError> {
        let Some(path) = self.parts.get(at) else {
            return Ok(Sheet::new(self.package.limits()));
        };
        let text = text_of(self.package.needed(path)?, path)?;
        sheet::read(self, &text, path, self.package.limits())
    }

    /// Notes the sheets that have cells: no charts, no dialogs.
    fn list(&mut self, text: &str, path: &str, related: &[Relation]) -> Result<(), SheetError> {
        let mut xml = Xml::new(text, path);
        loop {
            match xml.next()? {
                Event::Start(element)
                    if element.local_name().as_ref() == "workbookPr"
                        && is_true(attribute(&element, "date1904")) =>
                {
                    self.epoch = Epoch::Of1904;
                }
                Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                    let id = attribute(&element, "id").unwrap_or_default();
                    let found = related.iter().find(|relation| relation.id == id);
                    let name = attribute(&element, "name").unwrap_or_default();
                    let state = attribute(&element, "state").unwrap_or_default();
                    if let Some(found) = found.filter(|found| found.kind == "worksheet") {
                        self.sheets.push(SheetName {
                            name: name.into_owned(),
                            hidden: matches!(state.as_ref(), "hidden" | "veryHidden"),
                        });
                        self.parts.push(found.target.clone());
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The text of a part that all sheets share.
    fn shared(
        &self,
        related: &[Relation],
        kind: &str,
    ) -> Result<Option<(String, String)>, SheetError> {
        let found = related.iter().find(|relation| relation.kind == kind);
        let path = match found {
            Some(found) => found.target.clone(),
            None => format!("xl/{kind}.xml"),
        };
        match self.package.part(&path)? {
            Some(bytes) => Ok(Some((path.clone(), text_of(bytes, &path)?))),
            None => Ok(None),
        }
    }
}
