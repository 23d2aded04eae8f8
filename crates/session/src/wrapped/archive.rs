//! The directory of a zip archive: read from its end, which is known or found by reading on.

use super::name;
use crate::{
    Failed, World,
    failed::{failure, of_unpack},
    source::{Size, Source},
};
use std::{ops::Range, rc::Rc};
use unpack::zip::{self, End, Found, MOST_TAIL};
use wire::preview::Entry;

/// An archive of which the end must be found by reading it is read so far.
const MOST_READ: u64 = 48_000_000;

/// The longest directory that is read.
const MOST_DIRECTORY: u64 = 16_000_000;

/// Files that are named of an archive, at most.
const MOST_FILES: usize = 20_000;

/// The files of an archive.
pub(super) struct Archive {
    files: Vec<(String, zip::Entry)>,
    /// Bytes of the archive that were read for it.
    pub(super) read: u64,
}

impl Archive {
    /// Finds and reads the directory of an archive of which `first` bytes were read.
    pub(super) async fn read(
        source: &Rc<dyn Source>,
        first: u64,
        world: &dyn World,
    ) -> Result<Self, Failed> {
        let mut size = Rc::clone(source).measure().await;
        let mut read = first;
        if source.again() != u64::MAX || size.bytes.is_none() {
            size = read_through(source).await?;
            read = u64::MAX;
        }
        let (end, tail) = match end(source, size.bytes.unwrap_or(0)).await {
            // Whoever stated the size was wrong.
            Err(_) if !size.exact => {
                size = read_through(source).await?;
                read = u64::MAX;
                end(source, size.bytes.unwrap_or(0)).await?
            }
            end => end?,
        };
        if end.bytes > MOST_DIRECTORY {
            return Err(failure("too-large", MOST_DIRECTORY).into());
        }
        read = read.saturating_add(tail.bytes.len() as u64);
        let range = end.at..end.at.saturating_add(end.bytes);
        let bytes = match tail.part(&range) {
            Some(part) => part,
            None => {
                read = read.saturating_add(end.bytes);
                Rc::clone(source).read(range).await?
            }
        };
        let files = zip::directory(&bytes, MOST_FILES).map_err(of_unpack)?;
        let mut decoder = world.decoder();
        let named = files
            .into_iter()
            .filter(|file| !file.is_folder())
            .map(|file| {
                let path = name::path(&file.name, decoder.as_mut());
                (path, file)
            });
        Ok(Self {
            files: named.collect(),
            read: read.min(size.bytes.unwrap_or(0)),
        })
    }

    /// The files as the page lists them.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |(path, file): &(String, zip::Entry)| Entry {
            path: path.clone(),
            bytes: file.size,
            opens: opens(path, file),
        };
        self.files.iter().map(entry).collect()
    }

    /// The file that is to be opened: the chosen one, the only table, or the only one at all
    /// that can be shown. A name promises a table or not; of a file that stands alone its
    /// content decides.
    pub(super) fn chosen(&self, chosen: Option<&str>) -> Option<String> {
        if let Some(path) = chosen {
            return Some(path.to_owned());
        }
        let paths = || {
            let paths = self.files.iter().map(|(path, _)| path.as_str());
            paths.filter(|path| !name::is_litter(path) && !name::is_other(path))
        };
        let is_any = !paths().any(name::is_table);
        let mut fitting = paths().filter(|path| is_any || name::is_table(path));
        let first = fitting.next().filter(|_| fitting.next().is_none());
        first.map(str::to_owned)
    }

    pub(super) fn file(&self, path: &str) -> Option<&zip::Entry> {
        let found = self.files.iter().find(|(name, _)| name == path);
        found.map(|(_, file)| file)
    }
}

fn opens(path: &str, file: &zip::Entry) -> bool {
    let is_packed_as_read = !matches!(file.method, zip::Method::Other(_));
    !name::is_other(path) && is_packed_as_read && !file.encrypted && !name::is_litter(path)
}

/// Where the directory is, in a file of this size.
async fn end(source: &Rc<dyn Source>, total: u64) -> Result<(End, Tail), Failed> {
    let from = total.saturating_sub(MOST_TAIL);
    let bytes = Rc::clone(source).read(from..total).await?;
    let tail = Tail { from, bytes };
    let found = zip::end(&tail.bytes, from + tail.bytes.len() as u64).map_err(of_unpack)?;
    let end = match found {
        Found::End(end) => end,
        Found::Zip64 { at } => {
            let range = at..at.saturating_add(56);
            let record = match tail.part(&range) {
                Some(part) => part,
                None => Rc::clone(source).read(range).await?,
            };
            zip::end64(&record).map_err(of_unpack)?
        }
    };
    Ok((end, tail))
}

/// The last bytes of an archive; a directory that lies among them needs no request of its own.
struct Tail {
    from: u64,
    bytes: Vec<u8>,
}

impl Tail {
    fn part(&self, range: &Range<u64>) -> Option<Vec<u8>> {
        let start = usize::try_from(range.start.checked_sub(self.from)?).ok()?;
        let end = usize::try_from(range.end.checked_sub(self.from)?).ok()?;
        self.bytes.get(start..end).map(<[u8]>::to_vec)
    }
}

/// Reads to the end, so that it is known where that is; what is read stays kept.
async fn read_through(source: &Rc<dyn Source>) -> Result<Size, Failed> {
    let mut pieces = Rc::clone(source).stream(0);
    let mut bytes = 0;
    while let Some(piece) = pieces.next().await? {
        bytes += piece.len() as u64;
        if bytes > MOST_READ {
            return Err(failure("archive-too-large", MOST_READ).into());
        }
    }
    Ok(Size::exactly(bytes))
}
