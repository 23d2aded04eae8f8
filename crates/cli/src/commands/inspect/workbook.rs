//! A spreadsheet: one of its sheets is the table.

use std::rc::Rc;

use readers::{Encoding, Opened, Options};
use serde_json::{Map, Value, json};
use session::source::Source;
use spreadsheets::{Limits, SheetError, SheetName, Workbook};

use super::disk::now;
use super::file::{Read, Unread};
use super::people::Look;
use crate::args::InspectArgs;
use crate::decode::Legacy;

/// The sheets of a workbook; none of other files.
#[derive(Default)]
pub(super) struct Sheets {
    names: Vec<SheetName>,
    chosen: usize,
}

impl Sheets {
    /// Adds them to the answer.
    pub(super) fn put(&self, members: &mut Map<String, Value>) {
        if self.names.is_empty() {
            return;
        }
        let sheets = self.names.iter();
        let sheets = sheets.map(|sheet| json!({ "name": sheet.name, "hidden": sheet.hidden }));
        members.insert("sheets".to_owned(), sheets.collect());
        members.insert("sheet".to_owned(), json!(self.chosen));
        // Its texts have the encoding of the format.
        members.shift_remove("encoding");
    }

    /// All of them in words, if there are any.
    pub(super) fn said(&self) -> Option<String> {
        let name = |(at, sheet): (usize, &SheetName)| {
            let hidden = if sheet.hidden { " (hidden)" } else { "" };
            let shown = if at == self.chosen { " (shown)" } else { "" };
            format!("{}{hidden}{shown}", super::visible(&sheet.name))
        };
        let names: Vec<String> = self.names.iter().enumerate().map(name).collect();
        (!names.is_empty()).then(|| format!("sheets: {}", names.join(", ")))
    }
}

/// Reads all of it. `--head` says nothing here: rows lie anywhere in such a file.
pub(super) fn read(
    args: &InspectArgs,
    options: &Options,
    source: &Rc<dyn Source>,
    look: &Look,
) -> Result<Read, Unread> {
    let limits = Limits::USUAL;
    let mut pieces = Rc::clone(source).stream(0);
    let mut bytes = Vec::new();
    let said = source.size();
    let mut size = said.bytes.filter(|_| said.exact).unwrap_or(0);
    while size <= limits.bytes
        && let Some(piece) = now(pieces.next())?
    {
        bytes.extend(piece);
        size = size.max(bytes.len() as u64);
    }
    if size > limits.bytes {
        let error = SheetError::TooLarge {
            bytes: size,
            most: limits.bytes,
        };
        return Err(error.notice().into());
    }
    opened(args, options, bytes, look).map_err(|error| error.notice().into())
}

fn opened(
    args: &InspectArgs,
    options: &Options,
    bytes: Vec<u8>,
    look: &Look,
) -> Result<Read, SheetError> {
    let mut decoder = Legacy::default();
    let length = bytes.len() as u64;
    let book = Workbook::open(bytes, Limits::USUAL, &mut decoder)?;
    let asked = args.sheet.as_ref().map(|sheet| {
        let missing = || SheetError::NoSuchSheet {
            sheet: sheet.clone(),
            count: book.sheets().len(),
        };
        book.position(sheet).ok_or_else(missing)
    });
    let (chosen, sheet) = book.chosen(asked.transpose()?, &mut decoder)?;
    let found = sheet.table(options, Some(look.observer()));
    let opened = Opened {
        format: book.format(),
        encoding: Encoding::Utf8,
        dialect: None,
        table: found.table,
        profile: found.profile,
        bytes: length,
        complete: true,
        notices: found.notices,
    };
    let names = book.sheets().to_vec();
    Ok((opened, Sheets { names, chosen }))
}
