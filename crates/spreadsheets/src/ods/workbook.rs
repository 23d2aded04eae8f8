//! The workbook: its sheets by name, found in one pass over the content.

use super::rows;
use crate::limits::Limits;
use crate::package::Package;
use crate::xml::{Xml, attribute, text_of};
use crate::{Sheet, SheetError, SheetName};
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// The part that holds all sheets.
pub(super) const CONTENT: &str = "content.xml";

/// Where the package says which of its parts are locked.
const MANIFEST: &str = "META-INF/manifest.xml";

/// An open ODS file.
pub(crate) struct Ods {
    content: String,
    sheets: Vec<SheetName>,
    limits: Limits,
}

impl Ods {
    /// Reads everything but the cells.
    pub(crate) fn open(package: &Package) -> Result<Self, SheetError> {
        if let Some(bytes) = package.part(MANIFEST)? {
            refuse_locked(&text_of(bytes, MANIFEST)?)?;
        }
        let content = text_of(package.needed(CONTENT)?, CONTENT)?;
        let sheets = names(&content)?;
        Ok(Self {
            content,
            sheets,
            limits: package.limits(),
        })
    }

    pub(crate) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The cells of a sheet.
    pub(crate) fn sheet(&self, at: usize) -> Result<Sheet, SheetError> {
        rows::read(&self.content, at, self.limits)
    }
}

fn refuse_locked(manifest: &str) -> Result<(), SheetError> {
    let mut xml = Xml::new(manifest, MANIFEST);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => {
                return Err(SheetError::Password);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The sheets; hidden is what its style does not display.
fn names(content: &str) -> Result<Vec<SheetName>, SheetError> {
    let mut sheets = Vec::new();
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    let mut xml = Xml::new(content, CONTENT);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default().into_owned(),
                "table-properties"
                    if attribute(&element, "display").as_deref() == Some("false") =>
                {
                    hidden.insert(style.clone());
                }
                "table" => {
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    sheets.push(SheetName {
                        name: attribute(&element, "name").unwrap_or_default().into_owned(),
                        hidden: hidden.contains(style.as_ref()),
                    });
                    xml.skip()?;
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}
