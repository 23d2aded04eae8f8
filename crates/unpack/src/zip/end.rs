//! The end of an archive, which says where its directory is.

use super::field::{u16_at, u32_at, u64_at};
use crate::UnpackError;

/// Bytes of the file's end that hold the record, with the longest comment and what Zip64 puts
/// before it.
pub const MOST_TAIL: u64 = 22 + 65_535 + 20 + 56;

/// Where the directory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// How many files it names.
    pub entries: u64,
    /// Its first byte in the file.
    pub at: u64,
    /// Its length in bytes.
    pub bytes: u64,
}

/// What the end of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Where the directory is.
    End(End),
    /// A record of 56 bytes at this place says it, see [`end64`].
    Zip64 {
        /// Its first byte in the file.
        at: u64,
    },
}

/// Reads the last bytes of a file of `total` bytes.
///
/// # Errors
/// [`UnpackError::Damaged`]: no archive ends here.
pub fn end(tail: &[u8], total: u64) -> Result<Found, UnpackError> {
    let starts = (0..=tail.len().saturating_sub(22)).rev();
    let begins = |at: &usize| {
        let comment = u16_at(tail, at + 20).map(usize::from);
        tail.get(*at..)
            .is_some_and(|end| end.starts_with(b"PK\x05\x06"))
            && comment.is_some_and(|comment| at + 22 + comment <= tail.len())
    };
    let at = { starts }.find(begins).ok_or(UnpackError::Damaged)?;
    read(tail, at, total).ok_or(UnpackError::Damaged)
}

fn read(tail: &[u8], at: usize, total: u64) -> Option<Found> {
    let entries = u16_at(tail, at + 10)?;
    let (bytes, first) = (u32_at(tail, at + 12)?, u32_at(tail, at + 16)?);
    let is_large = entries == u16::MAX || bytes == u32::MAX || first == u32::MAX;
    if is_large
        && let Some(locator) = at.checked_sub(20)
        && tail.get(locator..)?.starts_with(b"PK\x06\x07")
    {
        return Some(Found::Zip64 {
            at: u64_at(tail, locator + 8)?,
        });
    }
    let end = total.checked_sub((tail.len() - at) as u64)?;
    let bytes = u64::from(bytes);
    Some(Found::End(End {
        entries: u64::from(entries),
        // Where something stands before the archive (a program that unpacks itself), the
        // directory still ends where this record begins.
        at: end.checked_sub(bytes)?,
        bytes,
    }))
}

/// Reads the record of Zip64.
///
/// # Errors
/// [`UnpackError::Damaged`].
pub fn end64(record: &[u8]) -> Result<End, UnpackError> {
    let read = || {
        Some(End {
            entries: u64_at(record, 32)?,
            bytes: u64_at(record, 40)?,
            at: u64_at(record, 48)?,
        })
    };
    let found = read().filter(|_| record.starts_with(b"PK\x06\x06"));
    found.ok_or(UnpackError::Damaged)
}
