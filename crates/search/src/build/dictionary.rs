//! The dictionary: every term in the order of its bytes, each without what it shares with the
//! one before, in blocks that are looked up by their first.

use super::chunker::Place;
use crate::store::Bytes;
use scan::number_into;
use std::sync::Arc;

/// Most terms of a block.
const BLOCK: u32 = 16;
/// About how many bytes a chunk has.
const CHUNK: usize = 1 << 14;

/// A dictionary in the making.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    done: Vec<Bytes>,
    first_terms: Vec<String>,
    /// Where each block of the open chunk begins.
    starts: Vec<u32>,
    open: Vec<u8>,
    /// Terms in the open block.
    count: u32,
    last: Vec<u8>,
}

impl Dictionary {
    /// Ends the open block: the next term says where its lists are.
    pub(crate) const fn end_block(&mut self) {
        self.count = 0;
    }

    /// Adds a term, which comes after the one before: in how many listings it is, the lengths
    /// of its list and of its places, and where they begin.
    pub(crate) fn push(&mut self, term: &[u8], docs: u32, lengths: [u32; 2], at: [Place; 2]) {
        if self.count.is_multiple_of(BLOCK) {
            self.count = 0;
            if self.open.len() > CHUNK {
                self.close();
            }
            if self.starts.is_empty() {
                self.first_terms
                    .push(String::from_utf8_lossy(term).into_owned());
            }
            self.starts.push(self.open.len() as u32);
            self.last.clear();
            for place in at {
                number_into(&mut self.open, place.chunk);
                number_into(&mut self.open, place.byte);
            }
        }
        self.count += 1;
        let pairs = self.last.iter().zip(term);
        let shared = pairs.take_while(|(a, b)| a == b).count();
        let own = term.get(shared..).unwrap_or_default();
        for number in [shared as u32, own.len() as u32] {
            number_into(&mut self.open, number);
        }
        self.open.extend_from_slice(own);
        for number in [docs, lengths[0], lengths[1]] {
            number_into(&mut self.open, number);
        }
        self.last.truncate(shared);
        self.last.extend_from_slice(own);
    }

    /// Ends the open chunk: how many blocks, where each ends, the blocks.
    fn close(&mut self) {
        let starts = std::mem::take(&mut self.starts);
        let blocks = std::mem::take(&mut self.open);
        let mut chunk = Vec::with_capacity(4 + starts.len() * 4 + blocks.len());
        chunk.extend_from_slice(&(starts.len() as u32).to_le_bytes());
        let ends = starts.iter().skip(1).copied();
        for end in ends.chain([blocks.len() as u32]) {
            chunk.extend_from_slice(&end.to_le_bytes());
        }
        chunk.extend_from_slice(&blocks);
        self.done.push(Arc::new(chunk));
    }

    /// The chunks, and the first term of each.
    pub(crate) fn finish(mut self) -> (Vec<Bytes>, Vec<String>) {
        if !self.starts.is_empty() {
            self.close();
        }
        (self.done, self.first_terms)
    }
}
