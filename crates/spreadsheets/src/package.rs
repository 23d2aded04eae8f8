//! The archive that a workbook of XML parts is.

use crate::{Limits, SheetError};
use unpack::zip::{self, Entry, Found, Method};
use unpack::{Inflate, UnpackError};

/// Parts of one workbook at most.
const MOST_PARTS: usize = 65_536;

/// Packed bytes that are taken off at once, so that a part larger than it says is noticed soon.
const STEP: usize = 64 * 1024;

/// The parts, by their paths.
pub(crate) struct Package {
    bytes: Vec<u8>,
    parts: Vec<(String, Entry)>,
    limits: Limits,
}

impl Package {
    /// Reads the directory, and refuses what says that it is too large or locked.
    pub(crate) fn open(bytes: Vec<u8>, limits: Limits) -> Result<Self, SheetError> {
        let parts = directory(&bytes).map_err(|error| of_unpack(error, "zip"))?;
        let named = |entry: Entry| {
            let path = String::from_utf8_lossy(&entry.name);
            (plain(&path), entry)
        };
        let parts: Vec<_> = parts.into_iter().map(named).collect();
        let is_read = |path: &str| path.ends_with(".xml") || path.ends_with(".rels");
        let read = parts.iter().filter(|(path, _)| is_read(path));
        let total = read.fold(0_u64, |sum, (_, entry)| sum.saturating_add(entry.size));
        if total > limits.bytes {
            return Err(SheetError::TooLarge {
                bytes: total,
                most: limits.bytes,
            });
        }
        if parts.iter().any(|(_, entry)| entry.encrypted) {
            return Err(SheetError::Password);
        }
        Ok(Self {
            bytes,
            parts,
            limits,
        })
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    fn find(&self, path: &str) -> Option<&Entry> {
        let path = plain(path);
        let found = self.parts.iter().find(|(name, _)| *name == path);
        found.map(|(_, entry)| entry)
    }

    /// The bytes of a part, if there is one.
    pub(crate) fn part(&self, path: &str) -> Result<Option<Vec<u8>>, SheetError> {
        let Some(entry) = self.find(path) else {
            return Ok(None);
        };
        self.unpacked(entry, path).map(Some)
    }

    /// The bytes of a part without which there is no workbook.
    pub(crate) fn needed(&self, path: &str) -> Result<Vec<u8>, SheetError> {
        let missing = || SheetError::broken(path, 0, "missing-part");
        self.part(path)?.ok_or_else(missing)
    }

    fn unpacked(&self, entry: &Entry, path: &str) -> Result<Vec<u8>, SheetError> {
        let damaged = || SheetError::broken(path, 0, "damaged-archive");
        let at = |offset: u64| usize::try_from(entry.at.saturating_add(offset)).ok();
        let header = at(0)
            .and_then(|at| self.bytes.get(at..))
            .ok_or_else(damaged)?;
        let start = zip::local(header).map_err(|error| of_unpack(error, path))?;
        let packed = at(start).and_then(|start| self.bytes.get(start..));
        let packed = packed.ok_or_else(damaged)?;
        let length = usize::try_from(entry.packed).unwrap_or(usize::MAX);
        let packed = packed.get(..length).ok_or_else(damaged)?;
        match entry.method {
            Method::Stored if entry.size == entry.packed => Ok(packed.to_vec()),
            Method::Stored => Err(damaged()),
            Method::Deflate => inflated(packed, entry.size, path),
            Method::Other(method) => {
                let reason = format!("zip-method-{method}");
                Err(SheetError::broken(path, 0, reason))
            }
        }
    }
}

/// Unpacks to no more than `size` bytes: what it says was within the limit, what it has may not be.
fn inflated(mut packed: &[u8], size: u64, path: &str) -> Result<Vec<u8>, SheetError> {
    let mut inflate = Inflate::default();
    let mut out = Vec::new();
    while !inflate.ended() {
        let (step, before) = (packed.get(..STEP).unwrap_or(packed), out.len());
        let pushed = inflate.push(step, &mut out, STEP);
        let at = out.len() as u64;
        let used = pushed.map_err(|error| of_unpack_at(error, path, at))?;
        packed = packed.get(used..).unwrap_or_default();
        if at > size {
            return Err(SheetError::broken(path, size, "larger-than-stated"));
        }
        if used == 0 && out.len() == before && !inflate.ended() {
            return Err(SheetError::broken(path, at, "ends-early"));
        }
    }
    Ok(out)
}

fn directory(bytes: &[u8]) -> Result<Vec<Entry>, UnpackError> {
    let total = bytes.len() as u64;
    let from = total.saturating_sub(zip::MOST_TAIL);
    let within = |start: u64, length: u64| {
        let start = usize::try_from(start).ok()?;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        bytes.get(start..end)
    };
    let tail = within(from, total - from).unwrap_or_default();
    let end = match zip::end(tail, total)? {
        Found::End(end) => end,
        Found::Zip64 { at } => zip::end64(within(at, 56).ok_or(UnpackError::Damaged)?)?,
    };
    let directory = within(end.at, end.bytes).ok_or(UnpackError::Damaged)?;
    zip::directory(directory, MOST_PARTS)
}

fn of_unpack(error: UnpackError, part: &str) -> SheetError {
    of_unpack_at(error, part, 0)
}

fn of_unpack_at(error: UnpackError, part: &str, at: u64) -> SheetError {
    match error {
        UnpackError::Encrypted => SheetError::Password,
        _ => SheetError::broken(part, at, "damaged-archive"),
    }
}

/// Paths as programs mean them: some write other slashes, other cases, or one in front.
fn plain(path: &str) -> String {
    let path = path.trim_start_matches(['/', '\\']).to_lowercase();
    path.replace('\\', "/")
}
