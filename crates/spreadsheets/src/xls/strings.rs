//! Texts: two bytes a character, or one where the other is zero; before 1997 of a code page.

use super::records::{Record, u16_at, u32_at};
use crate::SheetError;
use crate::limits::Limits;
use readers::{Decoder, Encoding};

/// Reads the texts of one workbook.
pub(super) struct Texts<'a> {
    /// Characters are of Unicode.
    pub(super) wide: bool,
    /// The encoding of those that are not.
    pub(super) encoding: Encoding,
    pub(super) decoder: &'a mut dyn Decoder,
}

impl Texts<'_> {
    /// A text with its length in front: in one byte (`short`) or two.
    pub(super) fn counted(&mut self, bytes: &[u8], short: bool) -> Option<String> {
        let (count, rest) = match short {
            true => (usize::from(*bytes.first()?), bytes.get(1..)?),
            false => (usize::from(u16_at(bytes, 0)?), bytes.get(2..)?),
        };
        if !self.wide {
            let bytes = rest.get(..count).unwrap_or(rest);
            return Some(self.decoded(bytes));
        }
        if count == 0 {
            return Some(String::new());
        }
        let (flags, rest) = rest.split_first()?;
        let rest = rest.get(head(*flags)..)?;
        let mut units = Vec::new();
        take(rest, count, flags & 1 != 0, &mut units);
        Some(String::from_utf16_lossy(&units))
    }

    fn decoded(&mut self, bytes: &[u8]) -> String {
        let mut text = String::new();
        let known = self
            .decoder
            .decode(self.encoding.label(), bytes, false, &mut text);
        if bytes.is_ascii() || known.is_err() {
            text = bytes.iter().map(|byte| char::from(*byte)).collect();
        }
        text
    }
}

/// Bytes between the flags of a text and its characters.
fn head(flags: u8) -> usize {
    usize::from(flags & 8 != 0) * 2 + usize::from(flags & 4 != 0) * 4
}

/// Takes characters off, as many as there are; answers the bytes used.
fn take(bytes: &[u8], count: usize, wide: bool, units: &mut Vec<u16>) -> usize {
    let before = units.len();
    if wide {
        let pairs = bytes.chunks_exact(2).take(count);
        units.extend(pairs.filter_map(|two| u16_at(two, 0)));
        return (units.len() - before) * 2;
    }
    units.extend(bytes.iter().take(count).map(|byte| u16::from(*byte)));
    units.len() - before
}

/// The texts that cells share. The characters of one may go on in the next record, which then
/// says anew whether they are wide; what stands behind them (fonts, pronunciation) goes on plainly.
pub(super) fn shared(record: &Record<'_>, limits: Limits) -> Result<Vec<String>, SheetError> {
    let mut pieces = Pieces {
        now: record.data.get(8..).unwrap_or_default(),
        more: record.more.iter(),
    };
    let count = u32_at(record.data, 4).unwrap_or(0);
    let mut strings = Vec::new();
    let mut bytes = 0_u64;
    for _ in 0..count {
        let Some(text) = pieces.text() else {
            break;
        };
        bytes += text.len() as u64 + 24;
        if bytes > limits.bytes {
            return Err(SheetError::TooLarge {
                bytes,
                most: limits.bytes,
            });
        }
        strings.push(text);
    }
    Ok(strings)
}

struct Pieces<'a, 'r> {
    now: &'a [u8],
    more: std::slice::Iter<'r, &'a [u8]>,
}

impl Pieces<'_, '_> {
    fn text(&mut self) -> Option<String> {
        if self.now.is_empty() {
            self.now = self.more.next()?;
        }
        let count = usize::from(u16_at(self.now, 0)?);
        let flags = *self.now.get(2)?;
        let mut at = 3;
        let mut behind = 0_usize;
        if flags & 8 != 0 {
            behind += usize::from(u16_at(self.now, at)?) * 4;
            at += 2;
        }
        if flags & 4 != 0 {
            behind = behind.saturating_add(u32_at(self.now, at)? as usize);
            at += 4;
        }
        self.now = self.now.get(at..)?;
        let mut units = Vec::new();
        let mut wide = flags & 1 != 0;
        while units.len() < count {
            let used = take(self.now, count - units.len(), wide, &mut units);
            self.now = self.now.get(used..).unwrap_or_default();
            if units.len() < count {
                let (flags, rest) = self.more.next()?.split_first()?;
                wide = flags & 1 != 0;
                self.now = rest;
            }
        }
        while behind > self.now.len() {
            behind -= self.now.len();
            match self.more.next() {
                Some(next) => self.now = next,
                None => behind = 0,
            }
        }
        self.now = self.now.get(behind..).unwrap_or_default();
        Some(String::from_utf16_lossy(&units))
    }
}
