//! Compound files (MS-CFB): streams by name, each a chain of sectors.

use super::records::{u16_at, u32_at};
use crate::SheetError;

/// What such a file begins with.
const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Ends a chain; larger numbers are no sectors.
const LAST: u32 = 0xFFFF_FFFA;

/// Bytes of a sector of a small stream.
const SMALL: usize = 64;

/// A compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each.
    next: Vec<u32>,
    /// The same of small sectors.
    next_small: Vec<u32>,
    /// Streams shorter than this are in small sectors.
    small_below: u32,
    /// The stream that small sectors are cut from.
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: u32,
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let broken = |at: u64| SheetError::broken("compound file", at, "ends-early");
        if !bytes.starts_with(MAGIC) {
            return Err(SheetError::broken("compound file", 0, "not-one"));
        }
        let header = |at: usize| u32_at(bytes, at).ok_or_else(|| broken(at as u64));
        let shift = u16_at(bytes, 30).filter(|shift| (7..=16).contains(shift));
        let sector = 1_usize << shift.ok_or_else(|| broken(30))?;
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small_below: header(56)?,
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.read_next(header(68)?);
        let directory = file.chain(header(48)?);
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let small = file.chain(header(60)?);
        file.next_small = numbers(&small).collect();
        let root = file.entries.first().map_or(LAST, |root| root.start);
        file.small = file.chain(root);
        Ok(file)
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The bytes of a stream: what of it is there.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        let mut bytes = match entry.size < self.small_below {
            true => self.small_chain(entry.start),
            false => self.chain(entry.start),
        };
        bytes.truncate(entry.size as usize);
        Some(bytes)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// The table of sectors: the first places of its own sectors stand in the header, those that
    /// follow in sectors one behind the other.
    fn read_next(&mut self, first_more: u32) {
        let first = self.bytes.get(76..512).unwrap_or_default();
        let mut places: Vec<u32> = numbers(first).collect();
        let mut more = first_more;
        // No more sectors than the file has, however they are chained.
        for _ in 0..self.bytes.len() / self.sector {
            let Some(sector) = self.sector(more) else {
                break;
            };
            let mut listed: Vec<u32> = numbers(sector).collect();
            more = listed.pop().unwrap_or(LAST);
            places.extend(listed);
        }
        let most = self.bytes.len() / self.sector + 1;
        for place in places {
            if self.next.len() >= most {
                break;
            }
            if let Some(sector) = self.sector(place) {
                self.next.extend(numbers(sector));
            }
        }
    }

    /// The sectors of a chain one behind the other; one that goes round ends.
    fn chain(&self, start: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(sector) = self.sector(at) else {
                break;
            };
            out.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(LAST);
        }
        out
    }

    fn small_chain(&self, start: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        for _ in 0..=self.small.len() / SMALL {
            let from = (at as usize).saturating_mul(SMALL);
            let Some(sector) = self.small.get(from..from.saturating_add(SMALL)) else {
                break;
            };
            out.extend_from_slice(sector);
            at = self.next_small.get(at as usize).copied().unwrap_or(LAST);
        }
        out
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).clamp(2, 64) - 2;
    let units = bytes.get(..length)?.chunks_exact(2);
    let units: Vec<u16> = units.filter_map(|two| u16_at(two, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)?,
    })
}
