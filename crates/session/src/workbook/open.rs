//! A file is read to its end, opened as a workbook, and one of its sheets becomes the table.

use super::sheet_table::SheetTable;
use crate::{Answer, Failed, Given, Opener, Wait, failed::failure, table::unread, world::Pace};
use readers::{Format, Options};
use spreadsheets::{Limits, Workbook};
use std::rc::Rc;
use table::{Code, Notice};
use wire::preview::{Dialect, Leads, Opened, Program, Reach, Sheet};

/// Milliseconds between two messages of progress.
const PROGRESS: f64 = 100.0;

/// Opens workbooks; all else is another program's.
pub struct WorkbookOpener;

impl Opener for WorkbookOpener {
    fn open(&self, given: Given) -> Wait<'static, Result<Answer, Failed>> {
        Box::pin(open(given))
    }
}

async fn open(given: Given) -> Result<Answer, Failed> {
    match Format::by_magic(&given.magic) {
        Some(Format::Xlsx | Format::Xls | Format::Ods) => {}
        Some(Format::Parquet) => return Ok(Answer::Elsewhere(Program::Parquet)),
        _ => return Ok(Answer::Elsewhere(Program::Text)),
    }
    let (bytes, at) = whole(&given).await?;
    read(&given, bytes, at)
}

/// All bytes of the file, and how many of the outermost one that took.
async fn whole(given: &Given) -> Result<(Vec<u8>, u64), Failed> {
    let most = Limits::USUAL.bytes;
    let too_large = |bytes: u64| Err(Failed::from(failure("too-large", bytes)));
    let size = given.source.size();
    if let Some(bytes) = size.bytes.filter(|bytes| size.exact && *bytes > most) {
        return too_large(bytes);
    }
    let mut pieces = Rc::clone(&given.source).stream(0);
    let mut bytes = Vec::new();
    let world = given.world.as_ref();
    let mut told = Pace::new(world, PROGRESS);
    let mut messages = Pace::of_messages(world);
    while let Some(piece) = pieces.next().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() as u64 > most {
            return too_large(bytes.len() as u64);
        }
        if told.is_due(world) {
            (given.progress)(pieces.at(), given.source.outer().bytes);
        }
        messages.give_way(world).await;
    }
    Ok((bytes, pieces.at()))
}

fn read(given: &Given, bytes: Vec<u8>, at: u64) -> Result<Answer, Failed> {
    let mut decoder = given.world.decoder();
    let book = Workbook::open(bytes, Limits::USUAL, decoder.as_mut())?;
    let names = book.sheets();
    let asked = given.options.sheet.map(|sheet| sheet as usize);
    // A link may name a sheet that is gone: what is there is shown, and it is said.
    let known = asked.filter(|sheet| *sheet < names.len());
    let sheets = names.iter().map(|sheet| Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
    });
    let sheets: Vec<Sheet> = sheets.collect();
    let (number, sheet) = match book.chosen(known, decoder.as_mut()) {
        Ok(chosen) => chosen,
        // Another one may be sound.
        Err(error) if sheets.len() > 1 => {
            return Ok(Answer::Leads(Box::new(Opened {
                bytes_read: at,
                bytes_total: Some(at),
                total_exact: true,
                complete: true,
                sheets,
                sheet: known.and_then(|sheet| u32::try_from(sheet).ok()),
                leads: Some(Leads::Sheet),
                notices: vec![error.notice()],
                ..*unread(book.format().name())
            })));
        }
        Err(error) => return Err(error.into()),
    };
    let options = Options {
        header: given.options.header,
        column_word: given.options.column_word.clone(),
        limits: readers::Limits {
            rows: usize::MAX,
            ..readers::Limits::PREVIEW
        },
        ..Options::default()
    };
    let found = sheet.table(&options, Some(Box::new(given.scan.clone())));
    let mut notices = found.notices;
    if let Some(asked) = asked.filter(|asked| Some(*asked) != known) {
        let notice = Notice::new(Code::NoSuchSheet).with("sheet", asked + 1);
        notices.push(notice.with("count", names.len()));
    }
    let columns = table::Rows::columns(&found.table).to_vec();
    let opened = Box::new(Opened {
        dialect: Some(Dialect {
            delimiter: None,
            header: found.header,
        }),
        columns,
        rows: table::Rows::count(&found.table),
        reach: Reach {
            rows: found.table.len() as u64,
            grows: false,
        },
        bytes_read: at,
        bytes_total: Some(at),
        total_exact: true,
        complete: true,
        profile: found.profile,
        sheets,
        sheet: u32::try_from(number).ok(),
        notices,
        ..*unread(book.format().name())
    });
    let table = SheetTable::new(opened, found.table);
    Ok(Answer::Table(Rc::new(table)))
}
