//! What a listing is read with: the records that it may point to, the language, the limits.

use crate::{
    Catalog, Limits, Listing, Text,
    read::{
        at::At,
        json::parse,
        known::{Kind, Known, Names},
        listings::listing,
        notes::Notes,
        reader::Reader,
    },
};
use std::sync::Arc;

/// All of a catalog that its listings are read with. A copy shares the records.
#[derive(Clone, Debug)]
pub struct Frame {
    pub(in crate::read) known: Arc<Known>,
    /// Ids of the listings so far: those of a further file must be others.
    pub(in crate::read) listings: Names,
    pub(in crate::read) language: String,
    pub(in crate::read) limits: Limits,
}

impl Frame {
    /// The frame of a catalog that was read as a whole, or made of a table.
    #[must_use]
    pub fn of(catalog: &Catalog, limits: &Limits) -> Self {
        let (mut known, mut listings) = (Known::default(), Names::default());
        let mut take = |kind: Kind, id: &str, names: Option<&Text>| {
            let known = known.names(kind);
            known.take(id);
            for (_, name) in names.into_iter().flat_map(Text::iter) {
                known.alias(name, id);
            }
        };
        for record in &catalog.sources {
            take(Kind::Source, &record.id, None);
        }
        for record in &catalog.categories {
            take(Kind::Category, &record.id, Some(&record.label));
        }
        for record in &catalog.organizations {
            take(Kind::Organization, &record.id, Some(&record.name));
        }
        for record in &catalog.exchanges {
            take(Kind::Exchange, &record.id, Some(&record.name));
        }
        for record in &catalog.platforms {
            take(Kind::Platform, &record.id, record.name.as_ref());
        }
        for record in &catalog.listings {
            listings.take(&record.id);
        }
        Self {
            known: Arc::new(known),
            listings,
            language: catalog.default_language.clone(),
            limits: *limits,
        }
    }

    /// Reads a listing again that was read before and got the id `id`: without notices, and with
    /// the same result. `None` for JSON that was no listing then.
    #[must_use]
    pub fn listing(&self, json: &[u8], id: &str) -> Option<Listing> {
        let value = parse(std::str::from_utf8(json).ok()?, 0)?;
        let known = Arc::clone(&self.known);
        let mut reader = Reader::knowing(known, &self.limits, self.language.as_str());
        reader.given = Some(id.to_owned());
        reader.notes = Notes::none();
        listing(&mut reader, value, &At::ROOT)
    }

    /// How many listings it knows the ids of.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.listings.len()
    }

    /// Whether it knows of none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listings.is_empty()
    }

    /// Frees the ids of all but the first `count` listings: the file that had them is void.
    pub fn back_to(&mut self, count: usize) {
        self.listings.back_to(count);
    }

    /// Forgets the ids of the listings, when no further file will be read.
    pub fn close(&mut self) {
        self.listings = Names::default();
    }
}
