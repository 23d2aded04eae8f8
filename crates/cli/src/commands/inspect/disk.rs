//! A file of the disk as the session that the page reads files with sees it.

use std::any::Any;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use anyhow::Context as _;
use readers::Decoder;
use session::source::{Answer as Sent, Disk, Http, Local, Source};
use session::{Given, Scan, Wait, World};
use wire::preview::{Options, Reply};
use wire::search::Failure;

use crate::decode::Legacy;

/// What never waits for anything but the disk.
pub(super) fn now<T>(mut work: Wait<'_, T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(came) = work.as_mut().poll(&mut context) {
            return came;
        }
    }
}

/// A file of the disk.
struct OnDisk {
    file: File,
    bytes: u64,
}

/// Opens a file of the disk.
///
/// # Errors
/// When the disk fails.
pub(super) fn open(path: &Path) -> anyhow::Result<Rc<dyn Source>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let bytes = file.metadata().map(|about| about.len());
    let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Rc::new(Local::new(OnDisk { file, bytes })))
}

impl Disk for OnDisk {
    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn read(&self, range: Range<u64>) -> Wait<'_, Result<Vec<u8>, Failure>> {
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
}

/// Nobody listens, nothing else runs, and there is no network.
pub(super) struct Alone;

/// What an opener of the page is given of a file.
pub(super) fn given(source: Rc<dyn Source>, magic: Vec<u8>, name: Option<String>) -> Given {
    Given {
        source,
        magic,
        name,
        media_type: None,
        charset: None,
        options: Options {
            column_word: "column ".to_owned(),
            ..Options::default()
        },
        scan: Scan::default(),
        world: Rc::new(Alone),
        progress: Box::new(|_, _| ()),
    }
}

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
