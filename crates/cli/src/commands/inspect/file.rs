//! A file of the disk is read to its end, whichever kind it is.

use std::fs::File;
use std::io::{ErrorKind, Read as Io};

use anyhow::Context;
use readers::{Format, Hints, Limits, Opened, Options, Reader};
use table::{Code, Notice};

use super::columnar;
use super::people::Look;
use super::workbook::{self, Sheets};
use crate::args::InspectArgs;
use crate::decode::Legacy;

/// The bytes that are read at once.
const PIECE: usize = 256 * 1024;

/// The bytes that say whether it is a spreadsheet, as many as the page looks at.
const MAGIC: u64 = 64 * 1024;

/// What came of a file.
pub(super) type Read = (Opened, Sheets);

/// Reads the file to its end, or to what `--head` says; with the sheets it has. The outer error
/// is the disk's, the inner one the content's.
pub(super) fn read(args: &InspectArgs, look: &Look) -> anyhow::Result<Result<Read, Notice>> {
    let (path, rows) = (&args.file, args.rows);
    if columnar::is_one(path) {
        let opened = columnar::read(path, rows, args.head.is_some(), look.observer())?;
        let unsaid = || Box::new(Notice::new(Code::NoTable));
        let read = opened.map(|opened| (opened, Sheets::default()));
        return Ok(read.map_err(|failed| *failed.notice.unwrap_or_else(unsaid)));
    }
    let name = path.file_name().map(|name| name.to_string_lossy());
    let hints = Hints {
        name: name.as_deref(),
        ..Hints::default()
    };
    let options = Options {
        limits: Limits {
            rows,
            ..Limits::PREVIEW
        },
        ..Options::default()
    };
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut file = file;
    let mut magic = Vec::new();
    let start = Io::take(&mut file, MAGIC).read_to_end(&mut magic);
    start.with_context(|| format!("cannot read {}", path.display()))?;
    if let Some(Format::Xlsx | Format::Xls | Format::Ods) = Format::by_magic(&magic) {
        return workbook::read(args, &options, magic, file, look);
    }
    let head = args.head.unwrap_or(u64::MAX);
    let mut left = magic.as_slice().chain(file).take(head);
    let mut reader = Reader::observed(hints, options, look.observer());
    let mut decoder = Legacy::default();
    let mut piece = vec![0; PIECE];
    loop {
        let read = match left.read(&mut piece) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        if read == 0 {
            let complete = left.limit() > 0 || is_at_end(left.into_inner());
            let opened = reader.finish(complete, &mut decoder);
            let read = opened.map(|opened| (opened, Sheets::default()));
            return Ok(read.map_err(|error| error.notice()));
        }
        if let Err(error) = reader.push(piece.get(..read).unwrap_or_default(), &mut decoder) {
            return Ok(Err(error.notice()));
        }
    }
}

/// Whether a file that was read as far as asked has nothing more. One that cannot be read has.
fn is_at_end(mut file: impl Io) -> bool {
    matches!(file.read(&mut [0]), Ok(0))
}
