//! A catalog file read while its bytes come: each listing is handed out, with its own JSON, as
//! soon as it is there. Nothing is kept of it afterwards.
//!
//! ```text
//! for bytes in network { stream.push(&bytes)?; while let Some(found) = stream.next()? { … } }
//! stream.end();          while let Some(found) = stream.next()? { … }
//! match stream.finish()? { Finish::Ended(ended) => …, Finish::Anew(reading) => … }
//! ```
//!
//! Listings come early from a document that says its language and has its records before the
//! list `listings`, as `jishi build` and most others write it. Records that come after the list
//! could have changed each listing: then the stream ends with a reading that knows them, and the
//! caller has it read again what was handed out. All else (bare lists, lines, UTF-16) waits for
//! the end of the file, and is then handed out in the same way.

use crate::{
    Catalog, Limits, Listing,
    read::{
        Ended, Frame, NotACatalog, Place, Reading,
        document::{Parts, map_has_han, stated},
        head::RECORDS,
        json::decode,
        reader::Made,
        scan::line_ends,
        split::{Piece, Split, Stop},
        tree::Map,
    },
};
use std::{borrow::Cow, collections::VecDeque, ops::Range};

/// A place, where its JSON is, and what was made of it.
type Next<R> = (Place, R, Option<Listing>);

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
    limits: Limits,
    /// The frame of the root, if the file is a further one.
    frame: Option<Frame>,
    bytes: Vec<u8>,
    all: bool,
    split: Split,
    gone: Gone,
    state: State,
    reading: Option<Reading>,
    anew: Option<Reading>,
    /// The document up to its list of listings, and its members after that.
    head: Vec<u8>,
    tail: Vec<u8>,
    stale: bool,
    is_root: bool,
    /// Listings that wait for the end: in the bytes, or elsewhere.
    waiting: VecDeque<(Place, Range<usize>)>,
    late: VecDeque<(Place, String)>,
    /// The JSON of a late listing that is handed out.
    shown: String,
    listings: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// What it is is not known.
    Open,
    /// A document that hands out listings.
    Early,
    /// Something that is read when it is there as a whole.
    Whole,
    /// All that comes is in the queues.
    Ending,
}

/// What was dropped at the front.
#[derive(Clone, Copy, Debug, Default)]
struct Gone {
    bytes: usize,
    lines: usize,
    /// Bytes since the last line end.
    column: usize,
}

impl Gone {
    /// Counts `bytes` as gone too.
    fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.lines += line_ends(bytes);
        let last = bytes.iter().rposition(|byte| *byte == b'\n');
        self.column = last.map_or(self.column + bytes.len(), |last| bytes.len() - last - 1);
    }

    /// As if the first `count` of `bytes` were gone.
    fn up_to(&self, bytes: &[u8], count: usize) -> Self {
        let mut gone = *self;
        gone.add(bytes.get(..count).unwrap_or_default());
        gone
    }

    /// The error with its place in the file, where it has it from here on.
    fn behind(&self, mut error: NotACatalog) -> NotACatalog {
        if let NotACatalog::NotJson { line, column, .. } | NotACatalog::TooDeep { line, column } =
            &mut error
        {
            *column += if *line == 1 { self.column } else { 0 };
            *line += self.lines;
        }
        error
    }
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

    /// Looks for a document with a list of listings; whether it is known what the file is.
    fn opens(&mut self) -> Result<bool, NotACatalog> {
        // Two bytes may be half of a byte order mark.
        if self.bytes.len() < 3 && !self.all {
            return Ok(false);
        }
        loop {
            match self.split.next(&self.bytes, self.all) {
                Ok(Piece::Member(..)) => {}
                Ok(Piece::Listings) => {
                    self.head = self
                        .bytes
                        .get(..self.split.done())
                        .unwrap_or_default()
                        .to_vec();
                    self.state = if self.opens_early() {
                        State::Early
                    } else {
                        State::Whole
                    };
                    return Ok(true);
                }
                Err(Stop::Wait) => return Ok(false),
                Ok(_) | Err(Stop::Broken) => {
                    self.state = State::Whole;
                    return Ok(true);
                }
            }
        }
    }

    /// Opens the document by what came before its listings, if that is enough.
    fn opens_early(&mut self) -> bool {
        let Some(text) = self.document() else {
            return false;
        };
        let Ok(mut parts) = Parts::of(&text) else {
            return false;
        };
        let says = |members: &Map| stated(members).is_some() || map_has_han(members);
        if self.frame.is_none() && !parts.members.as_ref().is_some_and(says) {
            return false;
        }
        self.is_root = self.frame.is_none();
        let (reading, late) = Reading::begin(&mut parts, &self.limits, self.frame.take());
        self.reading = Some(reading);
        self.late = late.into();
        true
    }

    /// The document without its listings, as far as it came.
    fn document(&self) -> Option<String> {
        let (head, tail) = (
            str::from_utf8(&self.head).ok()?,
            str::from_utf8(&self.tail).ok()?,
        );
        Some(format!("{head}]{tail}}}"))
    }

    /// Reads on in a document. `None` when bytes are wanting, or when it has ended.
    fn early(&mut self) -> Result<Option<Next<Range<usize>>>, NotACatalog> {
        loop {
            match self.split.next(&self.bytes, self.all) {
                Ok(Piece::Listing(range)) => {
                    let place = Place::Listing(self.listings);
                    self.listings += 1;
                    let listing = self.read(place, range.clone())?;
                    return Ok(Some((place, range, listing)));
                }
                Ok(Piece::Member(name, value)) => {
                    let text = |range| self.bytes.get::<Range<usize>>(range).unwrap_or_default();
                    let (name, value) = (text(name), text(value));
                    let is_it = |record: &&str| name == format!("\"{record}\"").as_bytes();
                    self.stale |= self.is_root && RECORDS.iter().any(is_it);
                    for part in [b",", name, b":", value] {
                        self.tail.extend_from_slice(part);
                    }
                }
                Ok(_) => {
                    self.close()?;
                    return Ok(None);
                }
                Err(Stop::Wait) => return Ok(None),
                Err(Stop::Broken) => return Err(self.broken()),
            }
        }
    }

    /// A document has ended: what came after its listings is read.
    fn close(&mut self) -> Result<(), NotACatalog> {
        self.state = State::Ending;
        if self.tail.is_empty() {
            return Ok(());
        }
        let text = self.document().ok_or_else(|| self.broken())?;
        let mut parts = Parts::of(&text).map_err(|error| match error {
            NotACatalog::NotJson { .. } => self.broken(),
            other => other,
        })?;
        let frame = Frame::of(&Catalog::default(), &self.limits);
        let frame = (!self.is_root).then_some(frame);
        let (reading, late) = Reading::begin(&mut parts, &self.limits, frame);
        self.late = late.into();
        if self.stale {
            self.anew = Some(reading);
        } else if let Some(before) = &mut self.reading {
            before.take_head(reading);
        }
        Ok(())
    }

    /// All bytes of something else than a document with listings are there.
    fn open_whole(&mut self) -> Result<(), NotACatalog> {
        self.state = State::Ending;
        if let Cow::Owned(text) = decode(&self.bytes, &self.limits)? {
            self.bytes = text.into_bytes();
        }
        let text = str::from_utf8(&self.bytes).unwrap_or_default();
        let mut parts = Parts::of(text)?;
        let (mut reading, late) = Reading::begin(&mut parts, &self.limits, self.frame.take());
        if let Some((place, _)) = parts.listings.first() {
            reading.expect(*place, parts.listings.len());
        }
        self.reading = Some(reading);
        (self.waiting, self.late) = (parts.listings.into(), late.into());
        Ok(())
    }

    /// The next listing of those that waited.
    fn ending(&mut self) -> Result<Option<Next<Option<Range<usize>>>>, NotACatalog> {
        if let Some((place, range)) = self.waiting.pop_front() {
            let listing = self.read(place, range.clone())?;
            return Ok(Some((place, Some(range), listing)));
        }
        let (Some((place, json)), Some(reading)) = (self.late.pop_front(), &mut self.reading)
        else {
            return Ok(None);
        };
        let listing = reading.listing(place, &json)?;
        self.shown = json;
        Ok(Some((place, None, listing)))
    }

    /// Reads the listing whose JSON is at `range`.
    fn read(&mut self, place: Place, range: Range<usize>) -> Result<Option<Listing>, NotACatalog> {
        let start = range.start;
        let bytes = self.bytes.get(range).unwrap_or_default();
        let json = str::from_utf8(bytes).map_err(|error| NotACatalog::NotText {
            offset: self.gone.bytes + start + error.valid_up_to(),
        })?;
        let Some(reading) = &mut self.reading else {
            return Ok(None);
        };
        let read = reading.listing(place, json);
        read.map_err(|error| self.gone.up_to(&self.bytes, start).behind(error))
    }

    /// The structure breaks off here.
    fn broken(&self) -> NotACatalog {
        let at = self.split.done();
        let rest = self.bytes.get(at..).unwrap_or_default();
        if let Err(error) = str::from_utf8(rest) {
            let offset = self.gone.bytes + at + error.valid_up_to();
            return NotACatalog::NotText { offset };
        }
        let reason = if self.all {
            "EOF while parsing a list"
        } else {
            "expected `,` or the end of a list or an object"
        };
        let error = NotACatalog::NotJson {
            line: 1,
            column: 0,
            reason: reason.to_owned(),
        };
        self.gone.up_to(&self.bytes, at).behind(error)
    }
}
