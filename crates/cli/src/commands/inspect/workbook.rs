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
    /// The one that is the table; of a workbook that gave none, the one that was asked for.
    chosen: Option<usize>,
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
            let shown = if self.chosen == Some(at) {
                " (shown)"
            } else {
                ""
            };
            format!("{}{hidden}{shown}", super::visible(&sheet.name))
        };
        let names: Vec<String> = self.names.iter().enumerate().map(name).collect();
        (!names.is_empty()).then(|| format!("sheets: {}", names.join(", ")))
    }

    /// The way on where one of them could not be read: another may be sound.
    pub(super) fn others(&self) -> String {
        let names = Self {
            names: self.names.clone(),
            chosen: None,
        };
        let names = names.said().filter(|_| self.names.len() > 1);
        names.map_or_else(String::new, |names| {
            format!("; {names}; name one with --sheet SHEET")
        })
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
    opened(args, options, bytes, look)
}

fn opened(
    args: &InspectArgs,
    options: &Options,
    bytes: Vec<u8>,
    look: &Look,
) -> Result<Read, Unread> {
    let mut decoder = Legacy::default();
    let length = bytes.len() as u64;
    let book =
        Workbook::open(bytes, Limits::USUAL, &mut decoder).map_err(|error| error.notice())?;
    let names = book.sheets().to_vec();
    let asked = args.sheet.as_ref();
    let known = asked.and_then(|sheet| book.position(sheet));
    let chosen = match asked.filter(|_| known.is_none()) {
        Some(sheet) => Err(SheetError::NoSuchSheet {
            sheet: sheet.clone(),
            count: names.len(),
        }),
        None => book.chosen(known, &mut decoder),
    };
    let (chosen, sheet) = match chosen {
        Ok(chosen) => chosen,
        Err(error) => {
            let sheets = Sheets {
                names,
                chosen: known,
            };
            return Err(Unread::Notice(Box::new(error.notice()), sheets));
        }
    };
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
    let chosen = Some(chosen);
    Ok((opened, Sheets { names, chosen }))
}
