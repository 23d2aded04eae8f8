//! Files of a disk, the visitor's or the command line's: any part of them can be had at any time.

use super::{PIECE, Pieces, Size, Source};
use crate::Wait;
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

/// Bytes that are read of the disk at once while a file goes by.
const SLICE: u64 = 1 << 20;

/// A file that the program holds.
pub trait Disk {
    /// How large it is.
    fn bytes(&self) -> u64;

    /// The bytes of a range; fewer where the file ends.
    ///
    /// # Errors
    /// When it was moved, changed or deleted.
    fn read(&self, range: Range<u64>) -> Wait<'_, Result<Vec<u8>, Failure>>;
}

/// Such a file as a source.
pub struct Local<D>(D);

impl<D: Disk + 'static> Local<D> {
    /// This one.
    #[must_use]
    pub fn new(disk: D) -> Self {
        Self(disk)
    }
}

impl<D: Disk + 'static> Source for Local<D> {
    fn size(&self) -> Size {
        Size::exactly(self.0.bytes())
    }

    fn again(&self) -> u64 {
        u64::MAX
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move { self.size() })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move { self.0.read(range).await })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        Box::new(Slices {
            source: self,
            at: from,
            slice: Vec::new(),
            used: 0,
            most: PIECE as u64 * 2,
        })
    }
}

/// Slices of the disk, cut into pieces.
struct Slices {
    source: Rc<dyn Source>,
    at: u64,
    slice: Vec<u8>,
    used: usize,
    /// The first slice is small, since often no more is wanted.
    most: u64,
}

impl Pieces for Slices {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            if self.used == self.slice.len() {
                let range = self.at..self.at + self.most;
                self.slice = Rc::clone(&self.source).read(range).await?;
                self.used = 0;
                self.most = SLICE;
            }
            let rest = self.slice.get(self.used..).unwrap_or_default();
            let piece = rest.get(..PIECE).unwrap_or(rest).to_vec();
            self.used += piece.len();
            self.at += piece.len() as u64;
            Ok((!piece.is_empty()).then_some(piece))
        })
    }

    fn at(&self) -> u64 {
        self.at
    }
}
