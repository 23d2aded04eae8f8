//! Where a listing begins in what has come: early in a document with its head before its
//! listings, at the end in all else.

use super::{CatalogStream, Frame, Place, Reading, bytes::State};
use crate::{
    Catalog, Listing,
    read::{
        NotACatalog,
        document::{Parts, map_has_han, stated},
        head::RECORDS,
        json::{Map, decode},
        split::{Piece, Stop},
    },
};
use std::{borrow::Cow, ops::Range};

/// A place, where its JSON is, and what was made of it.
type Next<R> = (Place, R, Option<Listing>);

impl CatalogStream {
    /// Looks for a document with a list of listings; whether it is known what the file is.
    pub(super) fn opens(&mut self) -> Result<bool, NotACatalog> {
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
    pub(super) fn opens_early(&mut self) -> bool {
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
    pub(super) fn document(&self) -> Option<String> {
        let (head, tail) = (
            str::from_utf8(&self.head).ok()?,
            str::from_utf8(&self.tail).ok()?,
        );
        Some(format!("{head}]{tail}}}"))
    }

    /// Reads on in a document. `None` when bytes are wanting, or when it has ended.
    pub(super) fn early(&mut self) -> Result<Option<Next<Range<usize>>>, NotACatalog> {
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
    pub(super) fn close(&mut self) -> Result<(), NotACatalog> {
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
    pub(super) fn open_whole(&mut self) -> Result<(), NotACatalog> {
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
    pub(super) fn ending(&mut self) -> Result<Option<Next<Option<Range<usize>>>>, NotACatalog> {
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
    pub(super) fn read(
        &mut self,
        place: Place,
        range: Range<usize>,
    ) -> Result<Option<Listing>, NotACatalog> {
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
    pub(super) fn broken(&self) -> NotACatalog {
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
