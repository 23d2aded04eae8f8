//! What a packed source holds, as a source of its own: read forward, with places from which to
//! go on, so that a byte in the middle costs a megabyte or some and not the whole file.

use super::points::{Point, Points, Unpacker};
use super::{PIECE, Pieces, Size, Source};
use crate::{
    Wait,
    failed::{failure, of_unpack},
};
use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};
use unpack::{Gunzip, zip::Member};
use wire::search::Failure;

/// More is unpacked of no file: it is a trap, or nothing that a browser should go through.
const MOST: u64 = 64_000_000_000;

/// How it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    /// Gzip, which does not say how much it holds.
    Gzip,
    /// DEFLATE inside an archive that declares the size.
    Deflate {
        /// Bytes that should come of it; not one more is unpacked.
        size: u64,
        /// Their check sum.
        crc: u32,
    },
}

/// A packed source, unpacked.
pub(crate) struct Packed {
    outer: Rc<dyn Source>,
    packing: Packing,
    points: RefCell<Points>,
    /// Unpacked bytes that can be had again where the outer source forgets.
    kept: Cell<u64>,
    size: Cell<Option<u64>>,
}

impl Packed {
    pub(crate) fn new(outer: Rc<dyn Source>, packing: Packing) -> Self {
        let size = match packing {
            Packing::Gzip => None,
            Packing::Deflate { size, .. } => Some(size),
        };
        Self {
            outer,
            packing,
            points: RefCell::default(),
            kept: Cell::new(0),
            size: Cell::new(size),
        }
    }

    fn start(&self) -> Point {
        let state = match self.packing {
            Packing::Gzip => Unpacker::Gzip(Gunzip::default()),
            Packing::Deflate { crc, .. } => Unpacker::Deflate(Member::new(crc)),
        };
        Point {
            out: 0,
            packed: 0,
            state,
        }
    }

    fn most(&self) -> u64 {
        match self.packing {
            Packing::Gzip => MOST,
            Packing::Deflate { size, .. } => size.min(MOST),
        }
    }

    /// Notes a place, if it is far enough from the last one and can be reached again.
    fn note(&self, point: &Point) {
        if self.outer.again() >= point.packed {
            self.kept.set(self.kept.get().max(point.out));
            let mut points = self.points.borrow_mut();
            if points.wants(point.out) {
                points.add(point.clone());
            }
        }
    }
}

impl Source for Packed {
    fn size(&self) -> Size {
        Size {
            bytes: self.size.get(),
            exact: self.packing == Packing::Gzip,
        }
    }

    fn outer(&self) -> Size {
        self.outer.outer()
    }

    fn is_packed(&self) -> bool {
        true
    }

    fn again(&self) -> u64 {
        match self.outer.again() {
            u64::MAX => u64::MAX,
            _ => self.kept.get(),
        }
    }

    fn measure(self: Rc<Self>) -> Wait<'static, Size> {
        Box::pin(async move {
            Rc::clone(&self.outer).measure().await;
            self.size()
        })
    }

    fn read(self: Rc<Self>, range: Range<u64>) -> Wait<'static, Result<Vec<u8>, Failure>> {
        Box::pin(async move {
            let mut pieces = self.stream(range.start);
            let mut bytes = Vec::new();
            let wanted = range.end.saturating_sub(range.start);
            while (bytes.len() as u64) < wanted {
                match pieces.next().await? {
                    Some(piece) => bytes.extend(piece),
                    None => break,
                }
            }
            bytes.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
            Ok(bytes)
        })
    }

    fn stream(self: Rc<Self>, from: u64) -> Box<dyn Pieces> {
        let found = self.points.borrow().before(from);
        let point = found.unwrap_or_else(|| self.start());
        let pieces = Rc::clone(&self.outer).stream(point.packed);
        Box::new(Unpacking {
            source: self,
            pieces,
            point,
            packed: Vec::new(),
            used: 0,
            from,
            failed: None,
        })
    }
}

struct Unpacking {
    source: Rc<Packed>,
    pieces: Box<dyn Pieces>,
    point: Point,
    /// Packed bytes that came, of which so many are used.
    packed: Vec<u8>,
    used: usize,
    /// What is unpacked before this byte is passed over.
    from: u64,
    /// What is wrong behind what was given out.
    failed: Option<Failure>,
}

impl Unpacking {
    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        loop {
            if let Some(failure) = &self.failed {
                return Err(failure.clone());
            }
            let ended = self.used == self.packed.len() && !self.fetch().await?;
            let mut out = Vec::with_capacity(PIECE);
            let rest = self.packed.get(self.used..).unwrap_or_default();
            // What one call gives beyond this is bounded by the window.
            let used = self.point.state.push(rest, &mut out, PIECE / 2);
            let used = used.unwrap_or_else(|error| {
                // What came before it is right.
                self.failed = Some(of_unpack(error));
                0
            });
            self.used += used;
            self.point.packed += used as u64;
            self.point.out += out.len() as u64;
            if self.point.out > self.source.most() {
                return Err(failure("too-large", self.source.most()));
            }
            match self.failed {
                None if ended && out.is_empty() => return self.end(),
                None => self.source.note(&self.point),
                Some(_) => {}
            }
            let skipped = self.from.saturating_sub(self.point.out - out.len() as u64);
            if skipped < out.len() as u64 {
                out.drain(..usize::try_from(skipped).unwrap_or(0));
                return Ok(Some(out));
            }
        }
    }

    /// The next packed bytes; whether there are any.
    async fn fetch(&mut self) -> Result<bool, Failure> {
        self.packed.clear();
        self.used = 0;
        match self.pieces.next().await? {
            Some(piece) => {
                self.packed = piece;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    fn end(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        if !self.point.state.may_end() {
            return Err(failure("unreadable", ""));
        }
        if self.source.packing == Packing::Gzip {
            self.source.size.set(Some(self.point.out));
        }
        Ok(None)
    }
}

impl Pieces for Unpacking {
    fn next(&mut self) -> Wait<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(self.piece())
    }

    /// Without the packed bytes that wait: a small file comes whole before much of it is unpacked.
    fn at(&self) -> u64 {
        let waiting = match self.source.outer.is_packed() {
            // They are not of the outermost file.
            true => 0,
            false => self.packed.len() - self.used,
        };
        self.pieces.at().saturating_sub(waiting as u64)
    }
}
