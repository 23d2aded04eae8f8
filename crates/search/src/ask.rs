//! All that is asked of the engine at once: a query, and how much of the answer is wanted.

use crate::{Facet, Query, Range};
use record::Record;

/// One question. What is not wanted is not computed, and from an index built ahead not fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct Ask {
    /// The query.
    pub query: Query,
    /// Most hits wanted of its page.
    pub limit: u32,
    /// BCP 47 tag that decides whose titles sort and are shown.
    pub lang: String,
    /// Facets whose counts are wanted.
    pub facets: Vec<Facet>,
    /// Ranges whose scales are wanted.
    pub ranges: Vec<Range>,
    /// Tables of names ([`FacetCounts::table`](crate::FacetCounts::table)) that the asker has:
    /// their counts come without names.
    pub names: Vec<u64>,
}

impl Ask {
    /// The first `limit` hits of `query` with the counts of all facets and ranges.
    #[must_use]
    pub fn all(query: Query, limit: u32, lang: &str) -> Self {
        Self {
            query,
            limit,
            lang: lang.to_owned(),
            facets: Facet::ALL.to_vec(),
            ranges: Range::ALL.to_vec(),
            names: Vec::new(),
        }
    }
}
