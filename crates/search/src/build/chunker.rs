//! Pieces of bytes gathered into chunks. No piece lies across two.

use crate::store::Bytes;
use std::sync::Arc;

/// Where a piece begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Number of its chunk in the section.
    pub(crate) chunk: u32,
    /// Byte in the chunk.
    pub(crate) byte: u32,
}

/// Chunks in the making.
#[derive(Debug)]
pub(crate) struct Chunker {
    size: usize,
    open: Vec<u8>,
    done: Vec<Bytes>,
}

impl Chunker {
    /// Chunks of about `size` bytes; a longer piece has one to itself.
    pub(crate) const fn new(size: usize) -> Self {
        Self {
            size,
            open: Vec::new(),
            done: Vec::new(),
        }
    }

    /// Adds a piece.
    pub(crate) fn push(&mut self, piece: &[u8]) -> Place {
        if !self.open.is_empty() && self.open.len() + piece.len() > self.size {
            self.close();
        }
        let place = self.place();
        self.open.extend_from_slice(piece);
        place
    }

    /// Where the next piece begins if it fits.
    fn place(&self) -> Place {
        Place {
            chunk: self.done.len() as u32,
            byte: self.open.len() as u32,
        }
    }

    /// Ends the open chunk.
    pub(crate) fn close(&mut self) {
        let chunk = std::mem::take(&mut self.open);
        self.done.push(Arc::new(chunk));
    }

    /// Whether a piece of `len` bytes will begin a new chunk.
    pub(crate) const fn is_full_for(&self, len: usize) -> bool {
        !self.open.is_empty() && self.open.len() + len > self.size
    }

    /// All chunks.
    pub(crate) fn finish(mut self) -> Vec<Bytes> {
        if !self.open.is_empty() {
            self.close();
        }
        self.done
    }
}
