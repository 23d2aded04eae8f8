//! Several indexes opened at once: one order, one set of counts, an answer in parts.

use crate::{Answer, Directory, HitPrice, Index, Named, Query};
use catalog::{
    Assertion, AssertionBase, Category, Exchange, Key, Listing, Organization, Platform, Source,
};
use serde::{Deserialize, Serialize};

/// All that a listing's page shows, with the records its ids point to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListingPage {
    /// `source~id`.
    pub key: String,
    /// The record.
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
    /// Price of the first offer.
    pub price: HitPrice,
    /// Covers values without an assertion.
    pub default_assertion: Option<AssertionBase>,
    /// Sources that assertions name.
    pub sources: Vec<Source>,
    /// Assertions of the listing.
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

    /// Answers `query` with at most `limit` hits from the page asked for; `lang` decides
    /// which language's title sorts.
    #[must_use]
    pub fn run(&self, _query: &Query, _limit: u32, _lang: &str) -> Answer {
        Answer::default()
    }

    /// The page of one listing.
    #[must_use]
    pub fn listing(&self, _key: &Key) -> Option<ListingPage> {
        None
    }

    /// Exchanges, categories, suppliers.
    #[must_use]
    pub fn directory(&self) -> Directory {
        Directory::default()
    }
}
