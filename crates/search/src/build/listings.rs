//! The listings themselves, as JSON, some tens of them a chunk.

use crate::store::Bytes;
use scan::{number_into, read_number};
use std::sync::Arc;

/// Listings of one chunk.
pub(crate) const A_CHUNK: u32 = 32;

/// Listings as they came. A chunk says how many it has, where each ends, and then has them.
#[derive(Debug, Default)]
pub(crate) struct Listings {
    done: Vec<Bytes>,
    ends: Vec<u32>,
    open: Vec<u8>,
}

impl Listings {
    /// Adds a listing's JSON, before it the id that it got.
    pub(crate) fn push(&mut self, id: &str, json: &[u8]) {
        number_into(&mut self.open, id.len() as u32);
        self.open.extend_from_slice(id.as_bytes());
        self.open.extend_from_slice(json);
        self.ends.push(self.open.len() as u32);
        if self.ends.len() == A_CHUNK as usize {
            let chunk = self.closed();
            self.done.push(chunk);
            self.ends.clear();
            self.open.clear();
        }
    }

    fn closed(&self) -> Bytes {
        let mut chunk = Vec::with_capacity(4 + 4 * self.ends.len() + self.open.len());
        chunk.extend_from_slice(&(self.ends.len() as u32).to_le_bytes());
        for end in &self.ends {
            chunk.extend_from_slice(&end.to_le_bytes());
        }
        chunk.extend_from_slice(&self.open);
        Arc::new(chunk)
    }

    /// Hands out the JSON of every listing.
    pub(crate) fn each(&self, each: &mut dyn FnMut(&str)) {
        for chunk in self.chunks() {
            let mut number = 0;
            while let Some(range) = piece(&chunk, number) {
                let bytes = chunk.get(range).unwrap_or_default();
                let (mut at, text) = (0, bytes);
                let id = read_number(text, &mut at) as usize;
                let json = bytes.get(at + id..).unwrap_or_default();
                each(std::str::from_utf8(json).unwrap_or_default());
                number += 1;
            }
        }
    }

    /// Chunks of all that came so far.
    pub(crate) fn chunks(&self) -> Vec<Bytes> {
        let mut chunks = self.done.clone();
        if !self.ends.is_empty() {
            chunks.push(self.closed());
        }
        chunks
    }
}

/// The piece with this number of a chunk that says how many it has and where each ends.
pub(crate) fn piece(chunk: &[u8], number: usize) -> Option<std::ops::Range<usize>> {
    let word = |at: usize| {
        let four = chunk.get(at..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*four) as usize)
    };
    let count = word(0)?;
    if number >= count {
        return None;
    }
    let base = count.checked_mul(4)?.checked_add(4)?;
    let start = match number.checked_sub(1) {
        Some(before) => word(4 + 4 * before)?,
        None => 0,
    };
    let range = base.checked_add(start)?..base.checked_add(word(4 + 4 * number)?)?;
    (range.start <= range.end && range.end <= chunk.len()).then_some(range)
}
