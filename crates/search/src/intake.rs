//! A catalog becomes an index while its bytes come: file by file, listing by listing, so that
//! what is there can be searched before the rest is.

use crate::{Builder, Index};
use catalog::stream::{CatalogStream, Ended, Finish, Frame, Place, Reading};
use catalog::{Catalog, Limits, Listing, NotACatalog, Notice, Shard};

/// About as many bytes of a further file's listings are held until all of it was read, and what
/// each takes beside its JSON.
const HELD: usize = 8 << 20;
const A_LISTING: usize = 2_000;

/// A catalog being taken in. Its first file comes in pieces, by [`Intake::push`] and
/// [`Intake::close`]; further ones come whole, by [`Intake::further`].
#[derive(Debug)]
pub struct Intake {
    source: String,
    today: String,
    stream: CatalogStream,
    builder: Option<Builder>,
    /// Where each listing of the first file stands, should all have to be read again.
    places: Vec<Place>,
    /// What further files are read with.
    frame: Option<Frame>,
    notices: Vec<Notice>,
}

impl Intake {
    /// Nothing has come of the source named `source`; `today` is `YYYY-MM-DD`.
    #[must_use]
    pub fn new(source: &str, today: &str, limits: &Limits) -> Self {
        Self {
            source: source.to_owned(),
            today: today.to_owned(),
            stream: CatalogStream::new(limits),
            builder: None,
            places: Vec::new(),
            frame: None,
            notices: Vec::new(),
        }
    }

    /// More bytes of the first file.
    ///
    /// # Errors
    /// The file as a whole is no catalog.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), NotACatalog> {
        self.stream.push(bytes)?;
        self.drain()
    }

    fn drain(&mut self) -> Result<(), NotACatalog> {
        while let Some(found) = self.stream.next()? {
            let new = || Builder::new(&self.source, found.head.without_listings(), &self.today);
            let builder = self.builder.get_or_insert_with(new);
            if let Some(made) = found.made {
                builder.learn(made);
            }
            builder.add(&found.listing, found.json);
            self.places.push(found.place);
        }
        Ok(())
    }

    /// The first file has ended.
    ///
    /// # Errors
    /// The file as a whole is no catalog.
    pub fn close(&mut self) -> Result<&Catalog, NotACatalog> {
        self.stream.end();
        self.drain()?;
        let stream = std::mem::replace(&mut self.stream, CatalogStream::new(&Limits::default()));
        let ended = match stream.finish()? {
            Finish::Ended(ended) => *ended,
            Finish::Anew(reading) => self.again(*reading)?,
        };
        let new = || Builder::new(&self.source, ended.catalog.without_listings(), &self.today);
        let builder = self.builder.get_or_insert_with(new);
        builder.know(ended.catalog);
        self.notices.extend(ended.notices);
        self.frame = Some(ended.frame);
        self.places = Vec::new();
        Ok(builder.frame())
    }

    /// The catalog without its listings, once the first file has ended.
    ///
    /// # Errors
    /// Nothing came that is a catalog.
    pub fn catalog(&self) -> Result<&Catalog, NotACatalog> {
        self.builder
            .as_ref()
            .map(Builder::frame)
            .ok_or(NotACatalog::Empty)
    }

    /// Takes all listings in again, with records that came after them.
    fn again(&mut self, mut reading: Reading) -> Result<Ended, NotACatalog> {
        let mut builder =
            Builder::new(&self.source, reading.head().without_listings(), &self.today);
        if let Some(before) = self.builder.take() {
            let mut places = self.places.iter();
            let mut fault = None;
            before.each_json(&mut |json| {
                let read = places.next().map(|place| reading.listing(*place, json));
                match read {
                    Some(Ok(Some(listing))) => {
                        if let Some(made) = reading.made() {
                            builder.learn(made);
                        }
                        builder.add(&listing, json.as_bytes());
                    }
                    Some(Err(error)) => fault = Some(error),
                    Some(Ok(None)) | None => {}
                }
            });
            if let Some(error) = fault {
                return Err(error);
            }
        }
        self.builder = Some(builder);
        Ok(reading.finish())
    }

    /// Takes a further file in, whole; which files that one names.
    ///
    /// # Errors
    /// The file has no listings; those of the others stay.
    pub fn further(&mut self, bytes: &[u8]) -> Result<Vec<Shard>, NotACatalog> {
        let (Some(frame), Some(builder)) = (self.frame.take(), &mut self.builder) else {
            return Err(NotACatalog::Empty);
        };
        let before = frame.len();
        let mut stream = CatalogStream::further(frame);
        // Listings are only taken if the whole file can be read.
        let held = held(&mut stream, bytes);
        if !matches!(held, Ok(Some(_))) {
            let mut frame = stream.into_frame().ok_or(NotACatalog::Empty)?;
            frame.back_to(before);
            if let Err(error) = held {
                self.frame = Some(frame);
                return Err(error);
            }
            stream = CatalogStream::further(frame);
            stream.push(bytes)?;
            stream.end();
        }
        for (listing, json) in held.ok().flatten().unwrap_or_default() {
            builder.add(&listing, &json);
        }
        while let Some(found) = stream.next()? {
            builder.add(&found.listing, found.json);
        }
        let ended = match stream.finish()? {
            Finish::Ended(ended) => *ended,
            // Records come from the first file alone.
            Finish::Anew(reading) => reading.finish(),
        };
        self.notices.extend(ended.notices);
        self.frame = Some(ended.frame);
        Ok(ended.catalog.shards)
    }

    /// Takes a catalog in that was read otherwise, such as a table.
    pub fn whole(&mut self, catalog: Catalog) {
        self.builder = Some(Builder::of(&self.source, catalog, &self.today));
    }

    /// How many listings have come.
    #[must_use]
    pub fn len(&self) -> usize {
        self.builder.as_ref().map_or(0, Builder::len)
    }

    /// Whether none has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An index of what has come so far, once something has; its answers say that they are
    /// partial.
    #[must_use]
    pub fn so_far(&self) -> Option<Index> {
        self.builder.as_ref().map(|builder| builder.snapshot())
    }

    /// The index of all that came, and what was odd about it, in reading order.
    ///
    /// # Errors
    /// Nothing came that is a catalog.
    pub fn finish(self) -> Result<(Index, Vec<Notice>), NotACatalog> {
        let builder = self.builder.ok_or(NotACatalog::Empty)?;
        Ok((builder.finish(), self.notices))
    }
}

/// Listings that are held, each with its JSON.
type Held = Vec<(Listing, Vec<u8>)>;

/// Reads all listings of a further file. `None` if they take too much room to be held until it
/// is known that the whole file can be read: then it must be read once more.
fn held(stream: &mut CatalogStream, bytes: &[u8]) -> Result<Option<Held>, NotACatalog> {
    stream.push(bytes)?;
    stream.end();
    let (mut held, mut room) = (Some(Vec::new()), HELD);
    while let Some(found) = stream.next()? {
        room = room.saturating_sub(found.json.len() + A_LISTING);
        match &mut held {
            Some(listings) if room > 0 => listings.push((found.listing, found.json.to_vec())),
            _ => held = None,
        }
    }
    Ok(held)
}
