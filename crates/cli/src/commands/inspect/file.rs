//! A file of the disk is read to its end, whichever kind it is and whatever it is wrapped in.

use std::rc::Rc;

use readers::{Format, Hints, Limits, Opened, Options, Reader};
use session::source::Source;
use session::{Answer, Failed, Opener as _, TextOpener, Unwrapped, Wrappings, unwrap};
use table::Notice;
use wire::preview::{Leads, Opened as Shown};
use wire::search::Failure;

use super::columnar;
use super::disk::{self, Alone, now};
use super::people::Look;
use super::workbook::{self, Sheets};
use crate::args::InspectArgs;
use crate::decode::Legacy;

/// What came of a file.
pub(super) type Read = (Opened, Sheets);

/// What came of a file, whatever it is.
pub(super) enum Came {
    /// A table, and why it was not read further, where it is damaged.
    Table(Box<Read>, Option<Failure>),
    /// An archive of which no file was chosen.
    Archive,
    /// A text that is no table: what the page shows of it, and what its lines are as one.
    Text(Box<Shown>, Box<Opened>),
}

/// Why nothing came of it.
pub(super) enum Unread {
    /// The reader says so, with the place; and the sheets of the workbook, where it has some.
    Notice(Box<Notice>, Sheets),
    /// A wrapping does not come off.
    Failure(Failure),
}

impl From<Notice> for Unread {
    fn from(notice: Notice) -> Self {
        Self::Notice(Box::new(notice), Sheets::default())
    }
}

impl From<Failure> for Unread {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Failed> for Unread {
    fn from(failed: Failed) -> Self {
        match failed.notice {
            Some(notice) => Self::Notice(notice, Sheets::default()),
            None => Self::Failure(failed.failure),
        }
    }
}

/// Reads the file to its end, or to what `--head` says. The outer error is the disk's, the inner
/// one the content's.
pub(super) fn read(
    args: &InspectArgs,
    look: &Look,
) -> anyhow::Result<Result<(Came, Wrappings), Unread>> {
    let name = args.file.file_name();
    let name = name.map(|name| name.to_string_lossy().into_owned());
    let source = disk::open(&args.file)?;
    let asked = args.entry.as_deref();
    let left = match now(Box::pin(unwrap(source, name, asked, &Alone, &|_, _| {}))) {
        Ok(left) => left,
        Err(failed) => return Ok(Err(failed.into())),
    };
    let wrappings = left.wrappings.clone();
    if let Some(asked) = asked.filter(|asked| wrappings.entry.as_deref() != Some(asked)) {
        return Ok(Err(session::failure("no-such-entry", asked).into()));
    }
    if wrappings.entry.is_none() && !wrappings.entries.is_empty() {
        return Ok(Ok((Came::Archive, wrappings)));
    }
    let came = inside(args, look, left)?;
    Ok(came.map(|came| (came, wrappings)))
}

/// What is left once the wrappings are off.
fn inside(
    args: &InspectArgs,
    look: &Look,
    left: Unwrapped,
) -> anyhow::Result<Result<Came, Unread>> {
    let Unwrapped {
        source,
        magic,
        name,
        ..
    } = left;
    let options = Options {
        limits: Limits {
            rows: args.rows,
            ..Limits::PREVIEW
        },
        ..Options::default()
    };
    let found = Format::by_magic(&magic);
    let hints = Hints {
        name: name.as_deref(),
        ..Hints::default()
    };
    let disagrees = found.and_then(|found| hints.disagree(found));
    let said = disagrees
        .as_ref()
        .and_then(|notice| notice.data.get("said").cloned());
    let table = |mut read: Read| {
        read.0.notices.extend(disagrees);
        Came::Table(Box::new(read), None)
    };
    match found {
        Some(Format::Parquet) => {
            let opened = columnar::read(source, magic, args, look.observer())?;
            let read = opened.map(|opened| table((opened, Sheets::default())));
            Ok(read.map_err(Unread::from))
        }
        Some(Format::Xlsx | Format::Xls | Format::Ods) => {
            Ok(workbook::read(args, &options, &source, look).map(table))
        }
        _ => {
            // Whoever names columns wants a table.
            let prose = match args.quasi.is_empty() {
                true => prose(&source, &magic, name.as_deref()),
                false => None,
            };
            let came = text(args, options, &source, name.as_deref(), look);
            let came = came.map(|came| match (came, prose) {
                (Came::Table(lines, None), Some(prose)) => Came::Text(prose, Box::new(lines.0)),
                (came, _) => came,
            });
            Ok(came.map_err(|unread| match (unread, said) {
                (Unread::Notice(notice, sheets), Some(said)) => {
                    Unread::Notice(Box::new(notice.with("said", said)), sheets)
                }
                (unread, _) => unread,
            }))
        }
    }
}

/// What the page shows of a text that is no table; the page's opener decides what is one.
fn prose(source: &Rc<dyn Source>, magic: &[u8], name: Option<&str>) -> Option<Box<Shown>> {
    let given = disk::given(Rc::clone(source), magic.to_vec(), name.map(str::to_owned));
    match now(TextOpener.open(given)) {
        Ok(Answer::Leads(shown)) if matches!(shown.leads, Some(Leads::Text { .. })) => Some(shown),
        _ => None,
    }
}

fn text(
    args: &InspectArgs,
    options: Options,
    source: &Rc<dyn Source>,
    name: Option<&str>,
    look: &Look,
) -> Result<Came, Unread> {
    let came = text_as(args, options.clone(), source, name, look);
    let goes_on = |notice: &Notice| {
        let reason = notice.data.get("reason").map(String::as_str);
        reason == Some("trailing-content")
    };
    match came {
        // A first line longer than the beginning passes for a document of one value.
        Err(Unread::Notice(notice, _)) if goes_on(&notice) => {
            look.begin_again();
            let lines = Options {
                format: Some(Format::NdJson),
                ..options
            };
            text_as(args, lines, source, name, look)
        }
        came => came,
    }
}

fn text_as(
    args: &InspectArgs,
    options: Options,
    source: &Rc<dyn Source>,
    name: Option<&str>,
    look: &Look,
) -> Result<Came, Unread> {
    let hints = Hints {
        name,
        ..Hints::default()
    };
    let of_reader = |error: readers::ReadError| Unread::from(error.notice());
    let mut left = args.head.unwrap_or(u64::MAX);
    let mut reader = Reader::observed(hints, options, look.observer());
    let mut decoder = Legacy::default();
    let mut pieces = Rc::clone(source).stream(0);
    let (mut ended, mut came) = (None, 0);
    let complete = loop {
        match now(pieces.next()) {
            Ok(None) => break true,
            Ok(Some(_)) if left == 0 => break false,
            Ok(Some(mut piece)) => {
                let is_cut = piece.len() as u64 > left;
                piece.truncate(usize::try_from(left).unwrap_or(usize::MAX));
                left -= piece.len() as u64;
                came += piece.len();
                reader.push(&piece, &mut decoder).map_err(of_reader)?;
                if is_cut {
                    break false;
                }
            }
            // Rows that came stay.
            Err(failure) if came > 0 => {
                ended = Some(failure);
                break false;
            }
            Err(failure) => return Err(failure.into()),
        }
    };
    let opened = reader.finish(complete, &mut decoder).map_err(of_reader)?;
    Ok(Came::Table(Box::new((opened, Sheets::default())), ended))
}
