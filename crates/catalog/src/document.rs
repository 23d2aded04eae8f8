//! The catalog file as a whole (DXC 0.1, `model.md` §B).

use crate::{
    AssertionBase, Category, Exchange, FuzzyDate, Link, Listing, Organization, Platform, Text,
};
use record::Record;

/// A source of facts that assertions name.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Source {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Publisher.
    pub publisher: Option<String>,
    /// Author.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<FuzzyDate>,
    /// When it was read, `YYYY-MM-DD`.
    pub retrieved: Option<String>,
    /// What the catalog says about it.
    pub note: Option<Text>,
}

/// Another file with more listings of the same catalog.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Shard {
    /// Address, relative to the catalog.
    pub href: String,
    /// How many listings it holds.
    pub count: u64,
    /// Size in bytes.
    pub byte_size: Option<u64>,
    /// Digest, lower-case hexadecimal; checked when present.
    pub sha256: Option<String>,
    /// Ready counts, carried through.
    pub facets: Option<serde_json::Value>,
}

/// A whole catalog, as one file or as the root of shards.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Catalog {
    /// `0.1`.
    pub format_version: String,
    /// Id of the catalog.
    pub id: String,
    /// Name.
    pub title: Text,
    /// What it is.
    pub description: Option<Text>,
    /// BCP 47 tag of bare strings.
    pub default_language: String,
    /// BCP 47 tags of the texts.
    #[record(keep)]
    pub languages: Vec<String>,
    /// Last change, `YYYY-MM-DD`.
    pub modified: Option<String>,
    /// Licence of the catalog itself.
    pub license: Option<String>,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// Covers every value not named in an `assertions` list.
    pub default_assertion: Option<AssertionBase>,
    /// Shelves.
    pub categories: Vec<Category>,
    /// Suppliers, operators, partners.
    pub organizations: Vec<Organization>,
    /// Market operators.
    pub exchanges: Vec<Exchange>,
    /// Their sites.
    pub platforms: Vec<Platform>,
    /// What is on offer.
    pub listings: Vec<Listing>,
    /// Numbers the source gives, carried through.
    pub facts: serde_json::Map<String, serde_json::Value>,
    /// Files with more listings.
    pub shards: Vec<Shard>,
    /// Links to other documents.
    pub links: Vec<Link>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Catalog {
    /// A copy of all but the listings. Whoever copies a catalog for its records should ask for
    /// this: what copies listings is then not linked.
    #[must_use]
    pub fn without_listings(&self) -> Self {
        // Every member by name, so that a new one is not forgotten.
        let Self {
            format_version,
            id,
            title,
            description,
            default_language,
            languages,
            modified,
            license,
            sources,
            default_assertion,
            categories,
            organizations,
            exchanges,
            platforms,
            listings: _,
            facts,
            shards,
            links,
            extra,
        } = self;
        Self {
            format_version: format_version.clone(),
            id: id.clone(),
            title: title.clone(),
            description: description.clone(),
            default_language: default_language.clone(),
            languages: languages.clone(),
            modified: modified.clone(),
            license: license.clone(),
            sources: sources.clone(),
            default_assertion: default_assertion.clone(),
            categories: categories.clone(),
            organizations: organizations.clone(),
            exchanges: exchanges.clone(),
            platforms: platforms.clone(),
            listings: Vec::new(),
            facts: facts.clone(),
            shards: shards.clone(),
            links: links.clone(),
            extra: extra.clone(),
        }
    }
}
