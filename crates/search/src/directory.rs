//! Who and what is on the shelf, without a query: exchanges, categories, suppliers,
//! with listings counted by price state. Crosses a worker as JSON.

use crate::Facet;
use catalog::{Exchange, Organization, Platform, Source, Text};
use record::Record;

/// A key with its name.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Named {
    /// `source~id`.
    pub key: String,
    /// Name.
    pub name: Text,
}

/// Listings counted by price state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct StateCounts {
    /// A number is stated.
    pub number: u64,
    /// The source says free.
    pub free: u64,
    /// The source says negotiable.
    pub negotiable: u64,
    /// The source says nothing.
    pub not_stated: u64,
    /// A number that needs a question.
    pub doubtful: u64,
}

impl StateCounts {
    /// All listings.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.number + self.free + self.negotiable + self.not_stated + self.doubtful
    }
}

/// One exchange of one source.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub struct ExchangeEntry {
    /// `source~id`.
    pub key: String,
    /// The record.
    pub exchange: Exchange,
    /// Its sites.
    pub platforms: Vec<Platform>,
    /// Names of operator and partners.
    pub organizations: Vec<Organization>,
    /// Its listings.
    pub listings: StateCounts,
}

/// One shelf; children follow by `parent`.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct CategoryNode {
    /// `source~id`.
    pub key: String,
    /// Name.
    pub label: Text,
    /// What it holds.
    pub description: Option<Text>,
    /// Key of the parent.
    pub parent: Option<String>,
    /// Listings in it or below.
    pub listings: StateCounts,
}

/// One supplier of one source.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct ProviderEntry {
    /// `source~id`.
    pub key: String,
    /// The record.
    pub organization: Organization,
    /// Its listings.
    pub listings: StateCounts,
}

/// One source of facts that a catalog names.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct SourceEntry {
    /// `source~id`; assertions of the same catalog give the id alone.
    pub key: String,
    /// The record.
    pub source: Source,
}

/// Everything the home, category, exchange and provider pages list.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default, keep)]
pub struct Directory {
    /// Exchanges of all sources, in source order.
    pub exchanges: Vec<ExchangeEntry>,
    /// Categories of all sources, parents before children.
    pub categories: Vec<CategoryNode>,
    /// Suppliers with at least one listing, most listings first.
    pub providers: Vec<ProviderEntry>,
    /// Where the catalogs have their facts from.
    pub sources: Vec<SourceEntry>,
    /// All listings.
    pub listings: StateCounts,
    /// Listings without a category.
    pub uncategorized: StateCounts,
}

impl Directory {
    /// The category named by its key or, the first that has it, by its id alone.
    #[must_use]
    pub fn category(&self, name: &str) -> Option<&CategoryNode> {
        let mut nodes = self.categories.iter();
        nodes.find(|node| Facet::Category.means(name, &node.key))
    }
}
