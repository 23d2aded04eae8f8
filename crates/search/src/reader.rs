//! Several indexes opened at once: one order, one set of counts, an answer in parts.

use crate::card::card;
use crate::sort::{arranged, places};
use crate::terms::Terms;
use crate::{
    Answer, Directory, HitPrice, Index, Named, Part, PartStatus, ProviderEntry, Query, Total,
    listing_page, order, roster,
};
use catalog::{
    Assertion, AssertionBase, Category, Exchange, Key, Listing, Organization, Platform, Source,
};
use record::Record;

/// All that a listing's page shows, with the records its ids point to.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub struct ListingPage {
    /// `source~id`.
    pub key: String,
    /// The record, the offer that it counts by before the others.
    pub listing: Listing,
    /// BCP 47 tag of the catalog's bare strings.
    pub default_language: String,
    /// Exchange, if the listing names one and the catalog has it.
    pub exchange: Option<Exchange>,
    /// Platform, likewise.
    pub platform: Option<Platform>,
    /// Supplier, likewise.
    pub provider: Option<Organization>,
    /// Holder of rights, likewise.
    pub rights_holder: Option<Organization>,
    /// Its categories, each with its ancestors, top first.
    pub categories: Vec<Vec<Category>>,
    /// Price of the offer that the listing counts by.
    pub price: HitPrice,
    /// The day, `YYYY-MM-DD`, on which offers were found to be in force or over.
    pub today: String,
    /// Covers values without an assertion.
    pub default_assertion: Option<AssertionBase>,
    /// Sources that assertions name.
    pub sources: Vec<Source>,
    /// Assertions of the listing, with the places of offers here.
    pub assertions: Vec<Assertion>,
    /// Up to six other listings of the same supplier or category.
    pub related: Vec<Named>,
}

/// The engine over all loaded sources.
#[derive(Debug, Default)]
pub struct Reader {
    indexes: Vec<Index>,
}

impl Reader {
    /// Adds an index, or replaces the one of the same source.
    pub fn put(&mut self, index: Index) {
        match self
            .indexes
            .iter_mut()
            .find(|known| known.source() == index.source())
        {
            Some(known) => *known = index,
            None => self.indexes.push(index),
        }
    }

    /// Takes the index of a source away.
    pub fn remove(&mut self, source: &str) {
        self.indexes.retain(|known| known.source() != source);
    }

    /// The indexes, in the order in which their sources first came.
    pub fn indexes(&self) -> impl Iterator<Item = &Index> {
        self.indexes.iter()
    }

    /// Answers `query` with at most `limit` hits from the page asked for; `lang` decides
    /// which language's title sorts. Drafted, delisted, removed and expired listings are neither
    /// found nor counted, only told by [`Part::off_shelf`]; [`Reader::listing`] opens them.
    /// A page beyond the end has no hits and the same totals and counts.
    #[must_use]
    pub fn run(&self, query: &Query, limit: u32, lang: &str) -> Answer {
        let terms = Terms::parse(&query.text);
        let skip = as_size(u64::from(query.page) * u64::from(limit));
        let need = skip.saturating_add(as_size(u64::from(limit)));
        let mut parts = Vec::with_capacity(self.indexes.len());
        let mut rows = Vec::new();
        for index in &self.indexes {
            let found = index.find(query, &terms, need, lang);
            rows.extend(found.rows);
            parts.push(Part {
                source: index.source().to_owned(),
                status: PartStatus::Complete,
                total: Total {
                    value: found.total,
                    exact: true,
                },
                searched: index.searched(),
                off_shelf: index.off_shelf(),
                hits: Vec::new(),
                facets: found.facets,
                ranges: Vec::new(),
                took_micros: 0,
            });
        }
        let rows = order::first(&rows, need, query.sort);
        let marks: Vec<String> = terms.include.into_iter().map(|term| term.needle).collect();
        for (position, row) in rows.into_iter().enumerate().skip(skip) {
            let part = parts
                .iter_mut()
                .find(|part| part.source == row.index.source());
            if let Some(part) = part {
                part.hits
                    .extend(card(row.index, row.doc, position as u64, &marks));
            }
        }
        Answer {
            parts,
            ..Answer::default()
        }
    }

    /// Whether a loaded source has this listing, on the shelf or off it.
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        self.index_of(key)
            .is_some_and(|index| index.records().listing(index.catalog(), key.id()).is_some())
    }

    /// The page of one listing, also of one that was taken down.
    #[must_use]
    pub fn listing(&self, key: &Key) -> Option<ListingPage> {
        listing_page::page(self.index_of(key)?, key.id())
    }

    fn index_of(&self, key: &Key) -> Option<&Index> {
        self.indexes
            .iter()
            .find(|index| index.source() == key.source())
    }

    /// Exchanges, categories, suppliers.
    #[must_use]
    pub fn directory(&self) -> Directory {
        let mut directory = Directory::default();
        for index in &self.indexes {
            roster::describe(index, &mut directory);
        }
        // Equal ones stay in source order.
        let total = |place| {
            let entry = directory.providers.get(place);
            entry.map_or(0, |entry: &ProviderEntry| entry.listings.total())
        };
        let order = places(directory.providers.len(), &mut |a, b| {
            total(b).cmp(&total(a))
        });
        directory.providers = arranged(directory.providers, &order);
        directory
    }
}

/// A 64-bit number as a size, the largest there is where it does not fit.
fn as_size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
