//! The directory of an archive, and the header before each file.

use super::field::{u16_at, u32_at, u64_at};
use super::{Entry, Method};
use crate::UnpackError;

/// Reads the directory: at most `most` files of it.
///
/// # Errors
/// [`UnpackError::Damaged`] when it does not begin like one. What comes before damage stands.
pub fn directory(bytes: &[u8], most: usize) -> Result<Vec<Entry>, UnpackError> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while entries.len() < most {
        let Some((entry, length)) = entry(rest) else {
            break;
        };
        entries.push(entry);
        rest = rest.get(length..).unwrap_or_default();
    }
    if entries.is_empty() && !bytes.is_empty() {
        return Err(UnpackError::Damaged);
    }
    Ok(entries)
}

/// One file, and the length of what is said of it.
fn entry(bytes: &[u8]) -> Option<(Entry, usize)> {
    if !bytes.starts_with(b"PK\x01\x02") {
        return None;
    }
    let flags = u16_at(bytes, 8)?;
    let (name, extra) = (u16_at(bytes, 28)?, u16_at(bytes, 30)?);
    let names = 46 + usize::from(name);
    let extras = names + usize::from(extra);
    let mut entry = Entry {
        name: bytes.get(46..names)?.to_vec(),
        utf8: flags & 0x800 != 0,
        method: method(u16_at(bytes, 10)?),
        crc: u32_at(bytes, 16)?,
        packed: u64::from(u32_at(bytes, 20)?),
        size: u64::from(u32_at(bytes, 24)?),
        at: u64::from(u32_at(bytes, 42)?),
        encrypted: flags & 1 != 0,
    };
    widen(&mut entry, bytes.get(names..extras)?);
    Some((entry, extras + usize::from(u16_at(bytes, 32)?)))
}

fn method(number: u16) -> Method {
    match number {
        0 => Method::Stored,
        8 => Method::Deflate,
        other => Method::Other(other),
    }
}

/// Zip64 keeps numbers that need more than 32 bits in an extra field, in this order.
fn widen(entry: &mut Entry, mut extra: &[u8]) {
    while let (Some(id), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let field = extra.get(4..4 + usize::from(length)).unwrap_or_default();
        if id == 1 {
            let mut at = 0;
            for value in [&mut entry.size, &mut entry.packed, &mut entry.at] {
                if *value == u64::from(u32::MAX)
                    && let Some(wide) = u64_at(field, at)
                {
                    *value = wide;
                    at += 8;
                }
            }
            return;
        }
        extra = extra.get(4 + usize::from(length)..).unwrap_or_default();
    }
}

/// How far behind the beginning of its header the bytes of a file begin. 30 bytes are enough to
/// say it.
///
/// # Errors
/// [`UnpackError::Damaged`]: no file begins here.
pub fn local(header: &[u8]) -> Result<u64, UnpackError> {
    let length = || Some(30 + u64::from(u16_at(header, 26)?) + u64::from(u16_at(header, 28)?));
    let length = length().filter(|_| header.starts_with(b"PK\x03\x04"));
    length.ok_or(UnpackError::Damaged)
}
