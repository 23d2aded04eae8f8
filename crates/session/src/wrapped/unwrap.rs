//! The way in, wrapping by wrapping.

use super::{archive::Archive, name};
use crate::{
    Failed, World,
    failed::{failure, of_unpack},
    source::{PIECE, Packed, Packing, Part, Source},
    text::SILENT,
    wait,
};
use readers::Format;
use std::rc::Rc;
use table::Notice;
use unpack::zip::Method;
use wire::preview::{Entry, Opened};

/// Wrappings inside each other, at most.
const MOST: usize = 4;

/// What is left of a file.
pub struct Unwrapped {
    /// Its bytes.
    pub source: Rc<dyn Source>,
    /// The first of them.
    pub magic: Vec<u8>,
    /// Its name, as far as one is known.
    pub name: Option<String>,
    /// What came off.
    pub wrappings: Wrappings,
}

/// What came off.
#[derive(Clone, Default)]
pub struct Wrappings {
    /// Its names, from the outside in.
    pub wrapped: Vec<String>,
    /// The files of the archive.
    pub entries: Vec<Entry>,
    /// The one that is open; `None` among several is "choose".
    pub entry: Option<String>,
    /// What its name or media type says against its content, where it is no text.
    pub(crate) disagrees: Option<Notice>,
    /// Bytes of the file that were read to list those of the archive.
    pub(crate) read: u64,
}

impl Wrappings {
    /// Says it with what is inside.
    pub(crate) fn put(self, opened: &mut Opened) {
        opened.wrapped = self.wrapped;
        opened.entries = self.entries;
        opened.entry = self.entry;
        opened.notices.extend(self.disagrees);
    }
}

/// Takes wrappings off. `entry` is the file that was chosen of an archive.
///
/// # Errors
/// When a wrapping does not come off.
pub async fn unwrap(
    source: Rc<dyn Source>,
    name: Option<String>,
    entry: Option<&str>,
    world: &dyn World,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Unwrapped, Failed> {
    let mut left = Unwrapped {
        magic: first(&source, world, progress).await?,
        source,
        name,
        wrappings: Wrappings::default(),
    };
    while left.wrappings.wrapped.len() < MOST {
        match Format::by_magic(&left.magic) {
            Some(Format::Gzip) => {
                let packed = Packed::new(left.source, Packing::Gzip);
                left.source = Rc::new(packed);
                left.name = left.name.map(|name| name::without_gz(&name));
                left.wrappings.wrapped.push("gzip".to_owned());
            }
            Some(Format::Zip) if left.wrappings.entries.is_empty() => {
                if !take_entry(&mut left, entry, world).await? {
                    return Ok(left);
                }
            }
            _ => break,
        }
        left.magic = first(&left.source, world, progress).await?;
    }
    if left.magic.get(257..262) == Some(b"ustar") {
        return Err(failure("unsupported", "tar").into());
    }
    Ok(left)
}

/// Goes into an archive; `false` where nobody said into which of its files.
async fn take_entry(
    left: &mut Unwrapped,
    chosen: Option<&str>,
    world: &dyn World,
) -> Result<bool, Failed> {
    let first = left.magic.len() as u64;
    let archive = Archive::read(&left.source, first, world).await?;
    left.wrappings.read = match left.wrappings.wrapped.is_empty() {
        true => archive.read,
        // What it is packed in has no end but its own.
        false => left.source.outer().bytes.unwrap_or(0),
    };
    left.wrappings.wrapped.push("zip".to_owned());
    left.wrappings.entries = archive.entries();
    if left.wrappings.entries.is_empty() {
        return Err(failure("empty", "zip").into());
    }
    let Some(path) = archive.chosen(chosen) else {
        return Ok(false);
    };
    let Some(file) = archive.file(&path) else {
        return Ok(false);
    };
    if file.encrypted {
        return Err(failure("encrypted", path).into());
    }
    let header = Rc::clone(&left.source).read(file.at..file.at + 30).await?;
    let start = file.at + unpack::zip::local(&header).map_err(of_unpack)?;
    let part = Part::new(Rc::clone(&left.source), start, file.packed);
    let (size, crc) = (file.size, file.crc);
    left.source = match file.method {
        Method::Stored => Rc::new(part.checked(crc)),
        Method::Deflate => {
            let packing = Packing::Deflate { size, crc };
            Rc::new(Packed::new(Rc::new(part), packing))
        }
        Method::Other(method) => {
            return Err(failure("unsupported", format!("zip-method-{method}")).into());
        }
    };
    left.name = Some(path.rsplit('/').next().unwrap_or(&path).to_owned());
    left.wrappings.entry = Some(path);
    Ok(true)
}

/// The first bytes, as many as it takes to say what it is.
async fn first(
    source: &Rc<dyn Source>,
    world: &dyn World,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Vec<u8>, Failed> {
    let mut pieces = Rc::clone(source).stream(0);
    let mut bytes = Vec::new();
    while bytes.len() < PIECE {
        let long = bytes.len() as u64;
        let goes_on = |tenths| {
            progress(long, source.outer().bytes);
            long == 0 || tenths < SILENT
        };
        match wait::patiently(world, pieces.next(), goes_on).await {
            Some(Ok(Some(piece))) => bytes.extend(piece),
            // What came says enough.
            Some(Ok(None)) | None => break,
            Some(Err(_)) if !bytes.is_empty() => break,
            Some(Err(failure)) => return Err(failure.into()),
        }
    }
    Ok(bytes)
}
