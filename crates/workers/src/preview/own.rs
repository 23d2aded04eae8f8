//! A file of the visitor's own as a source: read by slices, with the network off too.

use crate::failure::failure;
use platform::OwnFile;
use session::{
    Wait,
    source::{PIECE, Pieces, Size, Source},
};
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

/// Bytes that are read of the disk at once while a file goes by.
const SLICE: u64 = 1 << 20;

struct Own(OwnFile);

/// The file as a source.
pub(super) fn source(file: OwnFile) -> Rc<dyn Source> {
    Rc::new(Own(file))
}

impl Source for Own {
    fn size(&self) -> Size {
        Size::exactly(self.0.size())
    }

    fn again(&self) -> u64 {
        u64::MAX
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move { self.size() })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let bytes = self.0.read(range).await;
            bytes.ok_or_else(|| failure("unreadable", ""))
        })
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
    source: Rc<Own>,
    at: u64,
    slice: Vec<u8>,
    used: usize,
    /// The first slices are small, since often no more is wanted.
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
