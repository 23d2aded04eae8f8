//! Bytes that are here: rows that stand in the catalog itself.

use super::{PIECE, Pieces, Size, Source};
use crate::Wait;
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

/// Bytes in memory.
pub struct Memory(Vec<u8>);

impl Memory {
    /// These bytes.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    fn part(&self, range: Range<u64>) -> &[u8] {
        let end = usize::try_from(range.end)
            .unwrap_or(usize::MAX)
            .min(self.0.len());
        let start = usize::try_from(range.start).unwrap_or(usize::MAX).min(end);
        self.0.get(start..end).unwrap_or_default()
    }
}

impl Source for Memory {
    fn size(&self) -> Size {
        Size::exactly(self.0.len() as u64)
    }

    fn again(&self) -> u64 {
        u64::MAX
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move { self.size() })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move { Ok(self.part(range).to_vec()) })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        Box::new(Walk::new(self, from))
    }
}

/// Walks through a source by its ranges: for sources where each range is cheap.
pub(crate) struct Walk {
    source: Rc<dyn Source>,
    at: u64,
}

impl Walk {
    pub(crate) fn new(source: Rc<dyn Source>, at: u64) -> Self {
        Self { source, at }
    }
}

impl Pieces for Walk {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            let range = self.at..self.at + PIECE as u64;
            let bytes = Rc::clone(&self.source).read(range).await?;
            self.at += bytes.len() as u64;
            Ok((!bytes.is_empty()).then_some(bytes))
        })
    }

    fn at(&self) -> u64 {
        self.at
    }
}
