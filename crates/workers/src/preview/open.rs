//! A file becomes a table: its beginning by range or cut stream, or as much of it as was asked
//! for in one pass that keeps the first rows and measures all. Nothing is read unasked.

use super::failed::Failed;
use crate::{
    decoder::Browser,
    failure::{failure, of_fetch},
};
use platform::{Abort, FetchError, FetchOptions, Fetched, Head, get_pieces, open_head};
use readers::{Encoding, Hints, Limits, Reader};
use table::Table;
use wire::{
    preview::{Dialect, File, HEAD_BYTES, Opened, Options, Reach},
    search::Failure,
};

/// Rows that are held.
const HELD_ROWS: u64 = 10_000;

/// The most that is read of a file.
const MOST_BYTES: u64 = 256_000_000;

/// What the page asked for.
#[derive(Clone)]
pub(super) struct Ask {
    pub(super) file: File,
    pub(super) options: Options,
    pub(super) whole: bool,
}

impl Ask {
    fn most(&self) -> u64 {
        if self.whole { MOST_BYTES } else { HEAD_BYTES }
    }

    fn reader_options(&self) -> readers::Options {
        let Options {
            encoding,
            delimiter,
            header,
            column_word,
            ..
        } = &self.options;
        readers::Options {
            format: None,
            encoding: encoding.as_deref().map(Encoding::from_label),
            delimiter: *delimiter,
            header: *header,
            column_word: column_word.clone(),
            limits: Limits {
                rows: usize::try_from(HELD_ROWS).unwrap_or(usize::MAX),
                ..Limits::PREVIEW
            },
        }
    }
}

/// The beginning of a file as it was fetched.
pub(super) struct Kept {
    url: String,
    head: Head,
}

impl Kept {
    /// Whether what is asked for can be read from these bytes.
    pub(super) fn serves(&self, ask: &Ask) -> bool {
        let enough = self.head.complete || ask.most() <= self.head.bytes.len() as u64;
        enough && matches!(&ask.file, File::Url { url, .. } if *url == self.url)
    }
}

/// A file that is open.
pub(super) struct Opening {
    pub(super) table: Table,
    pub(super) opened: Opened,
    pub(super) kept: Option<Box<Kept>>,
}

/// How much of a file was read, as far as the host says.
#[derive(Default)]
struct Extent {
    complete: bool,
    total: Option<u64>,
    total_exact: bool,
    ended: Option<Failure>,
}

/// Opens the file. `progress(bytes, total, rows)` is told a few times a second.
pub(super) async fn open(
    ask: &Ask,
    kept: Option<Box<Kept>>,
    abort: &Abort,
    progress: impl FnMut(u64, Option<u64>, u64),
) -> Result<Opening, Failed> {
    let url = match &ask.file {
        File::Inline { json } => return inline(ask, json),
        File::Url { url, .. } => url,
        File::Datastore { .. } | File::Own { .. } => {
            return Err(Failed {
                failure: failure("unsupported", ""),
                notice: None,
                kept: None,
            });
        }
    };
    if kept.is_none() && ask.most() > HEAD_BYTES {
        return streamed(ask, url, abort, progress).await;
    }
    let kept = match kept {
        Some(kept) => kept,
        None => Box::new(Kept {
            url: url.clone(),
            head: fetch_head(ask, url, abort, progress).await?,
        }),
    };
    from_head(ask, kept)
}

fn inline(ask: &Ask, json: &str) -> Result<Opening, Failed> {
    let hints = Hints {
        media_type: Some("application/json"),
        ..Hints::default()
    };
    let read = readers::preview(
        json.as_bytes(),
        true,
        hints,
        &ask.reader_options(),
        &mut Browser::default(),
    );
    let opened = read.map_err(|error| Failed::to_read(&error, None))?;
    let total = Some(json.len() as u64);
    Ok(shown(
        opened,
        Extent {
            complete: true,
            total,
            total_exact: true,
            ended: None,
        },
        None,
    ))
}

async fn fetch_head(
    ask: &Ask,
    url: &str,
    abort: &Abort,
    mut progress: impl FnMut(u64, Option<u64>, u64),
) -> Result<Head, Failed> {
    let size = match &ask.file {
        File::Url { size, .. } => *size,
        _ => None,
    };
    let mut pace = Pace::default();
    open_head(url, HEAD_BYTES, size, Some(abort), |bytes, total| {
        if pace.is_due() {
            progress(bytes, total.or(size), 0);
        }
    })
    .await
    .map_err(Failed::to_fetch)
}

fn from_head(ask: &Ask, kept: Box<Kept>) -> Result<Opening, Failed> {
    let Kept { head, .. } = &*kept;
    let read = readers::preview(
        &head.bytes,
        head.complete,
        hints(&ask.file, &head.final_url, head.content_type.as_deref()),
        &ask.reader_options(),
        &mut Browser::default(),
    );
    match read {
        Ok(opened) => {
            let extent = Extent {
                complete: head.complete,
                total: head.total,
                total_exact: head.total_exact,
                ended: None,
            };
            Ok(shown(opened, extent, Some(kept)))
        }
        Err(error) => Err(Failed::to_read(&error, Some(kept))),
    }
}

/// One pass over the stream: nothing is held but the first rows and the profile.
async fn streamed(
    ask: &Ask,
    url: &str,
    abort: &Abort,
    mut progress: impl FnMut(u64, Option<u64>, u64),
) -> Result<Opening, Failed> {
    let mut decoder = Browser::default();
    let mut reader = None;
    let mut refused = None;
    let mut read = 0;
    let mut stated = None;
    let mut pace = Pace::default();
    let options = FetchOptions {
        cut: true,
        abort: Some(abort.clone()),
        ..FetchOptions::up_to(ask.most())
    };
    let fetched = get_pieces(url, &options, |head, piece| {
        let reader = reader.get_or_insert_with(|| {
            let hints = hints(&ask.file, &head.final_url, head.content_type.as_deref());
            Reader::new(hints, ask.reader_options())
        });
        read += piece.len() as u64;
        if let Err(error) = reader.push(piece, &mut decoder) {
            refused = Some(error);
            return false;
        }
        stated = head.total.filter(|total| *total >= read);
        if pace.is_due() {
            progress(read, stated, reader.rows());
        }
        true
    })
    .await;
    if let Some(error) = refused {
        return Err(Failed::to_read(&error, None));
    }
    let rows = reader.as_ref().map_or(0, Reader::rows);
    let extent = extent(fetched, rows, stated).map_err(Failed::to_fetch)?;
    let reader =
        reader.unwrap_or_else(|| Reader::new(hints(&ask.file, url, None), ask.reader_options()));
    match reader.finish(extent.complete, &mut decoder) {
        Ok(opened) => Ok(shown(opened, extent, None)),
        Err(error) => Err(Failed::to_read(&error, None)),
    }
}

/// A fetch that broke off after rows came is no failure: the rows are there.
fn extent(
    fetched: Result<Fetched, FetchError>,
    rows: u64,
    stated: Option<u64>,
) -> Result<Extent, FetchError> {
    match fetched {
        Ok(fetched) => Ok(Extent {
            complete: fetched.complete,
            total: fetched.total,
            total_exact: fetched.total_exact,
            ended: None,
        }),
        Err(error) if rows == 0 => Err(error),
        Err(error) => Ok(Extent {
            total: stated,
            ended: Some(of_fetch(error)),
            ..Extent::default()
        }),
    }
}

/// The server's word comes before the catalog's; the content decides in any case.
fn hints<'a>(file: &'a File, url: &'a str, content_type: Option<&'a str>) -> Hints<'a> {
    let (declared, encoding) = match file {
        File::Url {
            declared, encoding, ..
        } => (declared.as_deref(), encoding.as_deref()),
        _ => (None, None),
    };
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let says_charset = content_type.is_some_and(|sent| sent.contains("charset="));
    Hints {
        name: path.rsplit('/').next(),
        media_type: content_type
            .filter(|sent| !sent.starts_with("application/octet-stream") || says_charset)
            .or(declared),
        charset: encoding.filter(|_| !says_charset),
    }
}

fn shown(read: readers::Opened, extent: Extent, kept: Option<Box<Kept>>) -> Opening {
    let readers::Opened {
        format,
        encoding,
        dialect,
        table,
        profile,
        bytes,
        notices,
        ..
    } = read;
    let opened = Opened {
        format: format.name().to_owned(),
        encoding: encoding.label().to_owned(),
        dialect: dialect.map(|dialect| Dialect {
            delimiter: dialect.delimiter,
            header: dialect.header,
        }),
        columns: table::Rows::columns(&table).to_vec(),
        rows: table::Rows::count(&table),
        reach: Reach {
            rows: table.len() as u64,
            grows: false,
        },
        bytes_read: bytes,
        bytes_total: extent.total,
        total_exact: extent.total_exact,
        complete: extent.complete,
        ended: extent.ended,
        profile,
        personal: Vec::new(),
        quasi: Vec::new(),
        wrapped: Vec::new(),
        entries: Vec::new(),
        entry: None,
        sheets: Vec::new(),
        sheet: None,
        leads: None,
        notices,
    };
    Opening {
        table,
        opened,
        kept,
    }
}

/// Ten times a second is enough for a person.
#[derive(Default)]
struct Pace(f64);

impl Pace {
    fn is_due(&mut self) -> bool {
        let now = platform::monotonic_millis();
        let due = now - self.0 > 100.0;
        if due {
            self.0 = now;
        }
        due
    }
}
