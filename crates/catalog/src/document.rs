//! The catalog file as a whole (DXC 0.1, `model.md` §B).

use crate::{
    AssertionBase, Category, Exchange, FuzzyDate, Link, Listing, Organization, Platform, Text,
};
use serde::{Deserialize, Serialize};

/// A source of facts that assertions name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Source {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<FuzzyDate>,
    /// When it was read, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// What the catalog says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Another file with more listings of the same catalog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shard {
    /// Address, relative to the catalog.
    pub href: String,
    /// How many listings it holds.
    pub count: u64,
    /// Size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byte_size: Option<u64>,
    /// Digest, lower-case hexadecimal; checked when present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Ready counts, carried through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facets: Option<serde_json::Value>,
}

/// A whole catalog, as one file or as the root of shards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Catalog {
    /// `0.1`.
    pub format_version: String,
    /// Id of the catalog.
    pub id: String,
    /// Name.
    pub title: Text,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// BCP 47 tag of bare strings.
    pub default_language: String,
    /// BCP 47 tags of the texts.
    pub languages: Vec<String>,
    /// Last change, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// Licence of the catalog itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Where facts come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Covers every value not named in an `assertions` list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_assertion: Option<AssertionBase>,
    /// Shelves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// Suppliers, operators, partners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<Organization>,
    /// Market operators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exchanges: Vec<Exchange>,
    /// Their sites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<Platform>,
    /// What is on offer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub listings: Vec<Listing>,
    /// Numbers the source gives, carried through.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub facts: serde_json::Map<String, serde_json::Value>,
    /// Files with more listings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shards: Vec<Shard>,
    /// Links to other documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
