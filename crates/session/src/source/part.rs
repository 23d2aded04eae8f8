//! A part of another source as a source of its own: a file that an archive holds unpacked.

use super::{Pieces, Size, Source};
use crate::{Wait, failed::failure};
use std::{cell::Cell, ops::Range, rc::Rc};
use unpack::Checksum;
use wire::search::Failure;

/// A part of a source.
pub(crate) struct Part {
    outer: Rc<dyn Source>,
    start: u64,
    bytes: u64,
    /// The check sum of all of it, if one is known.
    crc: Option<u32>,
    /// Somebody read all of it, and the sum is another.
    is_wrong: Rc<Cell<bool>>,
}

impl Part {
    /// `bytes` bytes from `start` on.
    pub(crate) fn new(outer: Rc<dyn Source>, start: u64, bytes: u64) -> Self {
        Self {
            outer,
            start,
            bytes,
            crc: None,
            is_wrong: Rc::default(),
        }
    }

    /// The same, held against a check sum by who reads it from its beginning to its end.
    pub(crate) fn checked(self, crc: u32) -> Self {
        let crc = Some(crc);
        Self { crc, ..self }
    }
}

impl Source for Part {
    fn size(&self) -> Size {
        Size::exactly(self.bytes)
    }

    fn is_packed(&self) -> bool {
        self.outer.is_packed()
    }

    fn again(&self) -> u64 {
        match self.outer.again().saturating_sub(self.start) {
            again if again >= self.bytes => u64::MAX,
            again => again,
        }
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move { self.size() })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        let end = range.end.min(self.bytes);
        let start = range.start.min(end);
        let range = self.start + start..self.start + end;
        Rc::clone(&self.outer).read(range)
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        let pieces = Rc::clone(&self.outer).stream(self.start + from);
        Box::new(Within {
            pieces,
            at: from,
            end: self.bytes,
            sum: self
                .crc
                .filter(|_| from == 0)
                .map(|crc| (Checksum::default(), crc)),
            is_wrong: Rc::clone(&self.is_wrong),
        })
    }
}

struct Within {
    pieces: Box<dyn Pieces>,
    at: u64,
    end: u64,
    /// Of what came so far, and what it should be.
    sum: Option<(Checksum, u32)>,
    is_wrong: Rc<Cell<bool>>,
}

impl Pieces for Within {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            let room = self.end.saturating_sub(self.at);
            if room == 0 {
                let found = self.sum.map(|(sum, crc)| sum.value() != crc);
                self.is_wrong.set(found.unwrap_or(self.is_wrong.get()));
                return match self.is_wrong.get() {
                    true => Err(failure("checksum", "")),
                    false => Ok(None),
                };
            }
            let Some(mut bytes) = self.pieces.next().await? else {
                return Ok(None);
            };
            bytes.truncate(usize::try_from(room).unwrap_or(usize::MAX));
            self.at += bytes.len() as u64;
            if let Some((sum, _)) = &mut self.sum {
                sum.push(&bytes);
            }
            Ok(Some(bytes))
        })
    }

    fn at(&self) -> u64 {
        self.at
    }
}
