//! Parquet files, read by the session that the page reads them with, so that both say the same.

use std::rc::Rc;

use anyhow::bail;
use readers::{Encoding, Format, Observer, Opened};
use session::source::Source;
use session::{Answer, Failed, Opener as _, ParquetOpener, Table};
use wire::search::Failure;

use super::disk::{self, now};
use crate::args::InspectArgs;

/// Reads the whole file, or its beginning. The inner error is the content's.
///
/// # Errors
/// When the disk fails.
pub(super) fn read(
    source: Rc<dyn Source>,
    magic: Vec<u8>,
    args: &InspectArgs,
    mut observer: Box<dyn Observer>,
) -> anyhow::Result<Result<Opened, Failed>> {
    let path = args.file.display();
    let failed =
        |failure: Failure| anyhow::anyhow!("cannot read {path}: {} {}", failure.code, failure.data);
    let given = disk::given(source, magic, None);
    let table: Rc<dyn Table> = match now(ParquetOpener.open(given)) {
        Ok(Answer::Table(table)) => table,
        Ok(_) => bail!("{path} is no Parquet file"),
        Err(failed) => return Ok(Err(failed)),
    };
    if args.head.is_none() {
        loop {
            match now(Rc::clone(&table).read_on()) {
                Ok(true) => {}
                Ok(false) => break,
                Err(failed) => return Ok(Err(failed)),
            }
        }
    }
    let opened = *table.opened();
    if let Some(failure) = opened.ended {
        return Err(failed(failure));
    }
    let mut walk = Rc::clone(&table).walk(None);
    let mut each = |_: u64, row: &dyn table::Cells| {
        observer.row(row, &opened.columns);
        true
    };
    while now(walk.step(&mut each)).map_err(failed)? {}
    let numbers = (0..args.rows as u64).collect();
    let first = now(Rc::clone(&table).rows(numbers, 0..opened.columns.len()));
    let first = first.map_err(failed)?;
    let mut shown = table::Table::new(opened.columns);
    for row in 0..first.len() {
        shown.push_row(first.row(row));
    }
    shown.set_count(opened.rows);
    Ok(Ok(Opened {
        format: Format::Parquet,
        encoding: Encoding::Utf8,
        dialect: None,
        table: shown,
        profile: opened.profile,
        bytes: opened.bytes_read,
        complete: opened.complete,
        notices: opened.notices,
    }))
}
