//! The bytes of a file that come and go, and what is handed out of them.

use super::{Ended, Frame, Made, Place, Reading, gone::Gone};
use crate::{
    Catalog, Limits, Listing,
    read::{NotACatalog, split::Split},
};
use std::{collections::VecDeque, ops::Range};

/// A listing that was found in a file.
#[derive(Debug, PartialEq)]
pub struct Found<'s> {
    /// Where.
    pub place: Place,
    /// Its JSON, as the file has it: what [`Frame::listing`] reads again.
    pub json: &'s [u8],
    /// What was made of it.
    pub listing: Listing,
    /// The catalog without its listings, as far as it is known. Of a further file it says nothing.
    pub head: &'s Catalog,
    /// Records that this listing and those before name without the file having them; more may
    /// come with each listing. `None` for a further file, which makes none.
    pub made: Option<&'s Made>,
}

/// How a stream ended.
#[derive(Debug)]
pub enum Finish {
    /// All that was handed out holds.
    Ended(Box<Ended>),
    /// Records came after the listings that may point to them: every listing must be read again
    /// with this, by its place and JSON, in the same order. What was handed out before is void.
    Anew(Box<Reading>),
}

/// A file that comes in pieces.
#[derive(Debug)]
pub struct CatalogStream {
    pub(super) limits: Limits,
    /// The frame of the root, if the file is a further one.
    pub(super) frame: Option<Frame>,
    pub(super) bytes: Vec<u8>,
    pub(super) all: bool,
    pub(super) split: Split,
    pub(super) gone: Gone,
    pub(super) state: State,
    pub(super) reading: Option<Reading>,
    pub(super) anew: Option<Reading>,
    /// The document up to its list of listings, and its members after that.
    pub(super) head: Vec<u8>,
    pub(super) tail: Vec<u8>,
    pub(super) stale: bool,
    pub(super) is_root: bool,
    /// Listings that wait for the end: in the bytes, or elsewhere.
    pub(super) waiting: VecDeque<(Place, Range<usize>)>,
    pub(super) late: VecDeque<(Place, String)>,
    /// The JSON of a late listing that is handed out.
    pub(super) shown: String,
    pub(super) listings: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// What it is is not known.
    Open,
    /// A document that hands out listings.
    Early,
    /// Something that is read when it is there as a whole.
    Whole,
    /// All that comes is in the queues.
    Ending,
}

impl CatalogStream {
    /// A stream of a catalog, or of its root.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self::of(*limits, None)
    }

    /// A stream of a further file of the catalog that `frame` is of.
    #[must_use]
    pub fn further(frame: Frame) -> Self {
        Self::of(frame.limits, Some(frame))
    }

    fn of(limits: Limits, frame: Option<Frame>) -> Self {
        Self {
            limits,
            frame,
            bytes: Vec::new(),
            all: false,
            split: Split::new(),
            gone: Gone::default(),
            state: State::Open,
            reading: None,
            anew: None,
            head: Vec::new(),
            tail: Vec::new(),
            stale: false,
            is_root: true,
            waiting: VecDeque::new(),
            late: VecDeque::new(),
            shown: String::new(),
            listings: 0,
        }
    }

    /// More bytes of the file.
    ///
    /// # Errors
    /// When the file is larger than its limit.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), NotACatalog> {
        if self.state == State::Early {
            let done = self.split.done();
            self.gone.add(self.bytes.get(..done).unwrap_or_default());
            self.bytes.drain(..done);
            self.split.dropped(done);
        }
        let size = self.gone.bytes + self.bytes.len() + bytes.len();
        if size > self.limits.bytes {
            let limit = self.limits.bytes;
            return Err(NotACatalog::TooLarge { bytes: size, limit });
        }
        self.bytes.extend_from_slice(bytes);
        if self.state == State::Open && self.gone.bytes == 0 && self.bytes.len() >= 3 {
            // A byte order mark; the decoder takes it off where the file is read as a whole.
            if self.bytes.starts_with(b"\xEF\xBB\xBF") {
                self.gone.bytes = 3;
                self.bytes.drain(..3);
            }
        }
        Ok(())
    }

    /// There are no more bytes.
    pub const fn end(&mut self) {
        self.all = true;
    }

    /// The next listing; `None` until more bytes come, or for good after [`Self::end`].
    ///
    /// # Errors
    /// When the file as a whole is no catalog, as [`read_catalog`](crate::read_catalog) has it.
    /// What was handed out of it is void.
    #[expect(
        clippy::should_implement_trait,
        reason = "a listing borrows its JSON from the stream, which no iterator allows"
    )]
    pub fn next(&mut self) -> Result<Option<Found<'_>>, NotACatalog> {
        let (place, range, listing) = loop {
            match self.state {
                State::Open => {
                    if !self.opens()? {
                        return Ok(None);
                    }
                }
                State::Whole if self.all => self.open_whole()?,
                State::Whole => return Ok(None),
                State::Early => match self.early()? {
                    Some((place, range, Some(listing))) => break (place, Some(range), listing),
                    Some(_) => {}
                    None if self.state == State::Ending => {}
                    None => return Ok(None),
                },
                State::Ending => match self.ending()? {
                    Some((place, range, Some(listing))) => break (place, range, listing),
                    Some(_) => {}
                    None => return Ok(None),
                },
            }
        };
        let json = match range {
            Some(range) => self.bytes.get(range).unwrap_or_default(),
            None => self.shown.as_bytes(),
        };
        let Some(reading) = &self.reading else {
            return Ok(None);
        };
        Ok(Some(Found {
            place,
            json,
            listing,
            head: reading.head(),
            made: reading.made(),
        }))
    }

    /// Breaks the stream of a further file off: the frame that it was given, with the ids of the
    /// listings that were read. `None` for a root of which nothing is known.
    #[must_use]
    pub fn into_frame(self) -> Option<Frame> {
        self.frame.or_else(|| self.reading.map(Reading::into_frame))
    }

    /// Ends the stream; what was not asked for is not handed out.
    ///
    /// # Errors
    /// When the file as a whole is no catalog.
    pub fn finish(mut self) -> Result<Finish, NotACatalog> {
        self.end();
        while self.next()?.is_some() {}
        match (self.anew, self.reading) {
            (Some(anew), _) => Ok(Finish::Anew(Box::new(anew))),
            (None, Some(reading)) => Ok(Finish::Ended(Box::new(reading.finish()))),
            (None, None) => Err(NotACatalog::Empty),
        }
    }
}
