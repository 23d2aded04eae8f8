//! Parquet files, read by the session that the page reads them with, so that both say the same.

use std::any::Any;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use anyhow::{Context as _, bail};
use readers::{Decoder, Encoding, Format, Observer, Opened};
use session::source::{Answer as Sent, Http, PIECE, Pieces, Size, Source};
use session::{Answer, Failed, Given, Opener as _, ParquetOpener, Scan, Table, Wait, World};
use wire::preview::{Options, Reply};
use wire::search::Failure;

use crate::decode::Legacy;

/// Whether a file is one, by its first bytes.
pub(super) fn is_one(path: &Path) -> bool {
    let mut magic = [0; 8];
    let read = File::open(path).and_then(|mut file| file.read(&mut magic));
    let magic = magic.get(..read.unwrap_or(0)).unwrap_or_default();
    Format::by_magic(magic) == Some(Format::Parquet)
}

/// Reads the whole file, or its beginning. The inner error is the content's.
///
/// # Errors
/// When the disk fails.
pub(super) fn read(
    path: &Path,
    rows: usize,
    head: bool,
    mut observer: Box<dyn Observer>,
) -> anyhow::Result<Result<Opened, Failed>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let bytes = file.metadata().map(|about| about.len());
    let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
    let source: Rc<dyn Source> = Rc::new(Disk { file, bytes });
    let failed = |failure: Failure| {
        anyhow::anyhow!(
            "cannot read {}: {} {}",
            path.display(),
            failure.code,
            failure.data
        )
    };
    let magic = now(Rc::clone(&source).read(0..PIECE as u64)).map_err(failed)?;
    let given = Given {
        source,
        magic,
        name: None,
        media_type: None,
        charset: None,
        options: Options {
            column_word: "column ".to_owned(),
            ..Options::default()
        },
        scan: Scan::default(),
        world: Rc::new(Alone),
        progress: Box::new(|_, _| ()),
    };
    let table: Rc<dyn Table> = match now(ParquetOpener.open(given)) {
        Ok(Answer::Table(table)) => table,
        Ok(_) => bail!("{} is no Parquet file", path.display()),
        Err(failed) => return Ok(Err(failed)),
    };
    if !head {
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
    let numbers = (0..rows as u64).collect();
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

/// What never waits for anything but the disk.
fn now<T>(mut work: Wait<'_, T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(came) = work.as_mut().poll(&mut context) {
            return came;
        }
    }
}

struct Disk {
    file: File,
    bytes: u64,
}

impl Source for Disk {
    fn size(&self) -> Size {
        Size::exactly(self.bytes)
    }

    fn again(&self) -> u64 {
        u64::MAX
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move { self.size() })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let end = range.end.min(self.bytes);
            let mut bytes = Vec::new();
            let mut file = &self.file;
            let read = file.seek(SeekFrom::Start(range.start)).and_then(|_| {
                file.take(end.saturating_sub(range.start))
                    .read_to_end(&mut bytes)
            });
            match read {
                Ok(_) => Ok(bytes),
                Err(error) => Err(session::failure("gone", error)),
            }
        })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        Box::new(Walk {
            disk: self,
            at: from,
        })
    }
}

struct Walk {
    disk: Rc<Disk>,
    at: u64,
}

impl Pieces for Walk {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            let range = self.at..self.at + PIECE as u64;
            let bytes = Rc::clone(&self.disk).read(range).await?;
            self.at += bytes.len() as u64;
            Ok((!bytes.is_empty()).then_some(bytes))
        })
    }

    fn at(&self) -> u64 {
        self.at
    }
}

/// Nobody listens, nothing else runs, and there is no network.
struct Alone;

impl World for Alone {
    fn say(&self, _: &Reply) {}

    fn now(&self) -> f64 {
        0.0
    }

    fn pause(&self) -> Wait<'static, ()> {
        Box::pin(async {})
    }

    fn spawn(&self, work: Wait<'static, ()>) -> Box<dyn Any> {
        now(work);
        Box::new(())
    }

    fn http(&self) -> Rc<dyn Http> {
        Rc::new(Self)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(Legacy::default())
    }
}

impl Http for Alone {
    fn get(&self, _: &str, _: Option<Range<u64>>) -> Wait<'static, Result<Sent, Failure>> {
        Box::pin(async { Err(session::failure("offline", "")) })
    }

    fn size(&self, _: &str) -> Wait<'static, Option<u64>> {
        Box::pin(async { None })
    }
}
