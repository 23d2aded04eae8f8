//! One file being read listing by listing: its head first, then each listing from its own JSON.

use super::{Frame, Place};
use crate::{
    Catalog, Limits, Listing, Notice,
    read::{
        NotACatalog,
        at::At,
        document::Parts,
        head::{document, headless},
        json::{Map, Value, fault, parse},
        listings::listing,
        notes::Notes,
        object::Object,
        reader::{Made, Reader},
        shards::more_shards,
    },
};

/// What a file is when all of it was read.
#[derive(Clone, Debug)]
pub struct Ended {
    /// All but the listings, with the records that listings name without the file having them.
    /// Of a further file of a catalog only the shards that it names.
    pub catalog: Catalog,
    /// What was odd, in reading order.
    pub notices: Vec<Notice>,
    /// What its listings are read with again, and further files of the catalog.
    pub frame: Frame,
}

/// A file of which the head was read, and whose listings are read one by one.
#[derive(Debug)]
pub struct Reading {
    reader: Reader,
    catalog: Catalog,
    /// Notices of the head; those of the listings come after them.
    head: Notes,
    /// Members of the document that nothing was made of.
    unknown: Vec<String>,
    /// Listings met so far, and whether it was said that there are too many.
    met: usize,
    said: bool,
}

/// Listings that do not stand in the list `listings`, as JSON.
pub(in crate::read) type Late = Vec<(Place, String)>;

impl Reading {
    /// The reading of a file in parts: a root, or by `frame` a further file of its catalog.
    pub(in crate::read) fn begin(
        parts: &mut Parts,
        limits: &Limits,
        frame: Option<Frame>,
    ) -> (Self, Late) {
        match frame {
            Some(frame) => Self::part(parts.members.take(), frame),
            None => {
                let language = parts.language();
                Self::root(parts.members.take(), &language, limits)
            }
        }
    }

    /// The root of a catalog, by its members without the list of listings; of none, a list or
    /// lines.
    fn root(members: Option<Map>, language: &str, limits: &Limits) -> (Self, Late) {
        let mut reader = Reader::new(limits, language);
        reader.made = Some(Made::default());
        let mut reading = Self::of(reader);
        let Some(members) = members else {
            reading.catalog = headless(&mut reading.reader);
            reading.head = reading.reader.take_notes();
            return (reading, Late::new());
        };
        let at = At::ROOT;
        let mut object = Object { members, at };
        reading.catalog = document(&mut reading.reader, &mut object);
        let late = late(&mut reading.reader, &mut object);
        for (name, value) in object.members.into_members() {
            if name.starts_with("x-") {
                let (name, value) = (name.into_owned(), value.into_owned());
                reading.catalog.extra.insert(name, value);
            } else {
                reading.unknown.push(name.into_owned());
            }
        }
        reading.head = reading.reader.take_notes();
        (reading, late)
    }

    /// A further file of the catalog that `frame` is of.
    fn part(members: Option<Map>, frame: Frame) -> (Self, Late) {
        let mut reader = Reader::knowing(frame.known, &frame.limits, frame.language);
        reader.listings = frame.listings;
        let mut reading = Self::of(reader);
        let members = members.unwrap_or_default();
        let at = At::ROOT;
        let mut object = Object { members, at };
        let late = late(&mut reading.reader, &mut object);
        reading.catalog.shards = more_shards(&mut reading.reader, &mut object);
        reading.head = reading.reader.take_notes();
        (reading, late)
    }

    fn of(reader: Reader) -> Self {
        Self {
            head: Notes::new(reader.limits.notices),
            reader,
            catalog: Catalog::default(),
            unknown: Vec::new(),
            met: 0,
            said: false,
        }
    }

    /// Takes the head of `other`, which has read more members of the same file.
    pub(in crate::read) fn take_head(&mut self, other: Self) {
        self.catalog = other.catalog;
        self.head = other.head;
        self.unknown = other.unknown;
    }

    /// Says that there are more listings than are kept, when all `count` of them are known.
    pub(in crate::read) fn expect(&mut self, place: Place, count: usize) {
        let limit = self.reader.limits.listings;
        let at = match place {
            Place::Listing(_) => At::ROOT.member("listings"),
            Place::Item(_) => At::ROOT,
            _ => return,
        };
        if count > limit && !self.said {
            self.said = true;
            let data = format!("{limit} of {count} items kept");
            self.reader.warn("list-cut", &at, data);
        }
    }

    /// Reads the listing at `place`. `None` when it is none, which is a notice, or one too many.
    ///
    /// # Errors
    /// When it is no JSON, so that the whole file is none; its lines count from the listing.
    /// A line that is no JSON is a notice.
    pub fn listing(&mut self, place: Place, json: &str) -> Result<Option<Listing>, NotACatalog> {
        self.met += 1;
        if self.met > self.reader.limits.listings {
            return match parse(json, place.outside()) {
                None if !matches!(place, Place::Line(_)) => Err(fault(json)),
                _ => Ok(None),
            };
        }
        let reader = &mut self.reader;
        let value = match (parse(json, place.outside()), place) {
            (Some(value), _) => value,
            (None, Place::Line(_)) => {
                let reason = serde_json::from_str::<serde_json::Value>(json).err();
                let reason = reason.map_or_else(String::new, |reason| reason.to_string());
                place.with(|at| reader.error("bad-line", at, reason));
                return Ok(None);
            }
            (None, _) => return Err(fault(json)),
        };
        let is_item = matches!(
            place,
            Place::Listing(_) | Place::Dataset(_) | Place::Item(_)
        );
        Ok(place.with(|at| {
            if value.is_null() && is_item {
                reader.error("null-value", at, "");
                return None;
            }
            listing(reader, value, at)
        }))
    }

    /// The catalog without its listings, and without the records that those made.
    #[must_use]
    pub const fn head(&self) -> &Catalog {
        &self.catalog
    }

    /// The records that the listings so far made.
    #[must_use]
    pub const fn made(&self) -> Option<&Made> {
        self.reader.made.as_ref()
    }

    /// What its listings were read with.
    pub(super) fn into_frame(self) -> Frame {
        self.reader.into_frame()
    }

    /// Ends the reading when all listings were read.
    #[must_use]
    pub fn finish(mut self) -> Ended {
        self.expect(Place::Listing(0), self.met);
        for name in &self.unknown {
            self.reader.error("unknown-member", &At::ROOT, name);
        }
        let mut catalog = self.catalog;
        if let Some(made) = self.reader.made.take() {
            catalog.categories.extend(made.categories);
            catalog.organizations.extend(made.organizations);
            catalog.exchanges.extend(made.exchanges);
        }
        let mut notices = self.head;
        notices.join(self.reader.take_notes());
        Ended {
            catalog,
            notices: notices.finish(),
            frame: self.reader.into_frame(),
        }
    }
}

/// Takes the listings that stand elsewhere: `datasets` is read as `listings`, and a document
/// that is itself a listing is a list of one.
fn late(reader: &mut Reader, object: &mut Object) -> Late {
    let mut late = Late::new();
    for name in ["listings", "datasets"] {
        let Some(value) = object.take(reader, name) else {
            continue;
        };
        let place = match name {
            "listings" => Place::Listing,
            _ => {
                reader.error("unknown-member", &object.at, name);
                Place::Dataset
            }
        };
        match value {
            Value::Array(items) => {
                let items = items.into_iter().enumerate();
                late.extend(items.map(|(at, item)| (place(at), item.to_string())));
            }
            single => {
                reader.wrong_type(&object.at.member(name), "list", &single);
                late.push((Place::Member(name), single.to_string()));
            }
        }
    }
    if object.members.contains_key("offers") {
        let members = std::mem::take(&mut object.members);
        late.push((Place::Member(""), Value::Object(members).to_string()));
    }
    late
}
