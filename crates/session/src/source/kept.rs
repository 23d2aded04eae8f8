//! The beginning of another source, kept in memory: what came once is not asked for again, and
//! of a host without ranges it is all that can be shown again.

use super::{PIECE, Pieces, Size, Source};
use crate::Wait;
use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};
use wire::{preview::HEAD_BYTES, search::Failure};

/// Most bytes that are kept of a host without ranges.
const MOST: u64 = 48_000_000;

/// Most bytes that are kept where the host can be asked again.
const MOST_AGAIN: u64 = 16_000_000;

/// A source whose beginning is kept while it goes by.
pub struct Kept {
    inner: Rc<dyn Source>,
    pieces: RefCell<Vec<(u64, Rc<[u8]>)>>,
    end: Cell<u64>,
    whole: Cell<bool>,
    /// A stream that nobody reads from at the moment, and where it stands: whoever comes to
    /// that place goes on with it.
    idle: RefCell<Option<(u64, Box<dyn Pieces>)>>,
}

impl Kept {
    /// Nothing of it is kept yet.
    #[must_use]
    pub fn new(inner: Rc<dyn Source>) -> Self {
        Self {
            inner,
            pieces: RefCell::default(),
            end: Cell::new(0),
            whole: Cell::new(false),
            idle: RefCell::default(),
        }
    }

    /// The stream of what follows a place.
    fn inner(&self, at: u64) -> Box<dyn Pieces> {
        let idle = self.idle.take().filter(|(place, _)| *place == at);
        match idle {
            Some((_, pieces)) => pieces,
            None => Rc::clone(&self.inner).stream(at),
        }
    }

    /// Nobody reads from a stream any more. It stays open only where asking again costs more
    /// than letting the host wait.
    fn rest(&self, at: u64, pieces: Box<dyn Pieces>) {
        if at <= HEAD_BYTES || self.inner.again() != u64::MAX {
            self.idle.replace(Some((at, pieces)));
        }
    }

    /// Keeps what follows what is kept, as far as there is room.
    fn keep(&self, at: u64, bytes: &[u8]) {
        let most = if self.inner.again() == u64::MAX {
            MOST_AGAIN
        } else {
            MOST
        };
        let end = at + bytes.len() as u64;
        if at == self.end.get() && end <= most {
            self.pieces.borrow_mut().push((at, Rc::from(bytes)));
            self.end.set(end);
        }
    }

    /// The kept bytes that follow a place, up to the end of a piece.
    fn piece(&self, at: u64) -> Option<(u64, Rc<[u8]>)> {
        let pieces = self.pieces.borrow();
        let next = pieces.partition_point(|(start, _)| *start <= at);
        let (start, bytes) = pieces.get(next.checked_sub(1)?)?;
        (at < start + bytes.len() as u64).then(|| (*start, Rc::clone(bytes)))
    }

    fn copy(&self, range: Range<u64>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut at = range.start;
        while at < range.end
            && let Some((start, piece)) = self.piece(at)
        {
            let from = usize::try_from(at - start).unwrap_or(usize::MAX);
            let to = usize::try_from(range.end - start).unwrap_or(usize::MAX);
            let part = piece.get(from..to.min(piece.len())).unwrap_or_default();
            bytes.extend_from_slice(part);
            at += part.len() as u64;
        }
        bytes
    }
}

impl Source for Kept {
    fn size(&self) -> Size {
        self.inner.size()
    }

    fn is_packed(&self) -> bool {
        self.inner.is_packed()
    }

    fn again(&self) -> u64 {
        match self.inner.again() {
            0 if self.whole.get() => u64::MAX,
            again => again.max(self.end.get()),
        }
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Rc::clone(&self.inner).measure()
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let mut bytes = self.copy(range.clone());
            let at = range.start + bytes.len() as u64;
            if at < range.end && !(self.whole.get() && at >= self.end.get()) {
                let rest = Rc::clone(&self.inner).read(at..range.end).await?;
                self.keep(at, &rest);
                bytes.extend(rest);
            }
            Ok(bytes)
        })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        Box::new(Keeping {
            source: self,
            at: from,
            inner: None,
            waits: false,
        })
    }
}

struct Keeping {
    source: Rc<Kept>,
    at: u64,
    inner: Option<Box<dyn Pieces>>,
    /// Somebody waits for a piece, or gave up waiting: then nobody else shall wait for the same.
    waits: bool,
}

impl Pieces for Keeping {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(async move {
            let here = self.source.copy(self.at..self.at + PIECE as u64);
            if !here.is_empty() {
                self.at += here.len() as u64;
                self.inner = None;
                return Ok(Some(here));
            }
            let source = &self.source;
            if source.whole.get() && self.at >= source.end.get() {
                return Ok(None);
            }
            let inner = match &mut self.inner {
                Some(inner) => inner,
                None => self.inner.insert(source.inner(self.at)),
            };
            self.waits = true;
            let came = inner.next().await;
            self.waits = false;
            let piece = match came {
                Ok(piece) => piece,
                Err(failure) => {
                    self.inner = None;
                    return Err(failure);
                }
            };
            match &piece {
                Some(bytes) => {
                    source.keep(self.at, bytes);
                    self.at += bytes.len() as u64;
                }
                None if self.at == source.end.get() => source.whole.set(true),
                None => {}
            }
            Ok(piece)
        })
    }

    fn at(&self) -> u64 {
        self.at
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Some(pieces) = self.inner.take()
            && !self.waits
        {
            self.source.rest(self.at, pieces);
        }
    }
}
