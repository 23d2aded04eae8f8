//! Answers are lists of parts, one a source, so that live sources become parts later
//! without a new protocol. Everything here crosses a worker as JSON.

use crate::{Facet, RangeCounts, Reading};
use catalog::{DeliveryMode, Doubt, NegotiationChannel, PriceState, ProductType, Quantity, Text};
use record::Record;

/// What came back for one query.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default, keep)]
pub struct Answer {
    /// One part a source.
    pub parts: Vec<Part>,
    /// How the text was read, the same for all parts.
    pub reading: Reading,
    /// Where one or two listings hold all the words: others that hold most of them, the best
    /// first. They are in no total and no count.
    pub also: Vec<Hit>,
}

/// How far a part can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(names = "lowercase")]
pub enum PartStatus {
    /// The source was searched whole.
    #[default]
    Complete,
    /// Only what is loaded so far was searched.
    Partial,
}

/// A number of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
pub struct Total {
    /// How many.
    pub value: u64,
    /// Exactly, or at least.
    pub exact: bool,
}

/// The answer of one source.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default, keep)]
pub struct Part {
    /// Source id.
    pub source: String,
    /// How far it can be relied on.
    pub status: PartStatus,
    /// Listings that match.
    pub total: Total,
    /// Listings searched: those on the shelf.
    pub searched: u64,
    /// Listings not searched because they are drafted, delisted, removed or over. They open by key.
    pub off_shelf: u64,
    /// This part's hits among those of the page asked for.
    pub hits: Vec<Hit>,
    /// Counts of the facets asked for, each counted without its own choice.
    pub facets: Vec<FacetCounts>,
    /// Scales of the ranges asked for, each counted without its own bounds.
    pub ranges: Vec<RangeCounts>,
    /// Time spent on finding, counting and ordering, microseconds; 0 where nobody measured.
    pub took_micros: u64,
}

/// Counts of one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct FacetCounts {
    /// Which.
    pub facet: Facet,
    /// Every value that any listing of the source has, zero counts included; none where the
    /// asker has their names.
    pub values: Vec<ValueCount>,
    /// The number of the table of names that this has or left out; 0 is none.
    pub table: u64,
    /// The counts alone, in the order of the table, where the names were left out.
    pub counts: Vec<u64>,
}

/// One value and how many listings have it.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct ValueCount {
    /// Token or key.
    pub value: String,
    /// Name, where the value is a key or a free text; tokens are named by the page.
    pub label: Option<Text>,
    /// Parent value in a tree.
    pub parent: Option<String>,
    /// Listings.
    pub count: u64,
}

/// What a price says, ready to show.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct HitPrice {
    /// The state comes before the number.
    pub state: PriceState,
    /// The offer that the listing counts by: its price, unit, channel and words are shown.
    #[record(keep)]
    pub offer: Option<catalog::Offer>,
    /// Why it is doubtful.
    pub doubts: Vec<Doubt>,
    /// Listings of the same exchange that state the same amount (for `repeated-amount`).
    pub same_amount: Option<u64>,
    /// Where a negotiable price is settled.
    pub channel: Option<NegotiationChannel>,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Hit {
    /// `source~id`.
    pub key: String,
    /// Place in the merged order, from 0 on the first page.
    pub position: u64,
    /// Name.
    pub title: Text,
    /// The start of the description, up to 300 characters a language.
    pub summary: Option<Text>,
    /// Supplier's key and name; `None` is not stated.
    pub provider: Option<crate::Named>,
    /// Exchange's key and name; `None` is not stated.
    pub exchange: Option<crate::Named>,
    /// Price.
    pub price: HitPrice,
    /// Kind of product.
    pub product_type: Option<ProductType>,
    /// Delivery modes; empty is not stated.
    pub delivery: Vec<DeliveryMode>,
    /// Update promise as written; `None` is not stated.
    pub update_frequency: Option<String>,
    /// Sizes; empty is not stated.
    pub extent: Vec<Quantity>,
    /// Columns described; 0 is none given.
    pub columns: u64,
    /// `rows`, `sample`, `columns` or `nothing`: values of facet `preview`.
    pub preview: String,
    /// Personal information, as stated (token).
    pub privacy: Option<String>,
    /// Sensitive personal information, as stated (token).
    pub sensitive: Option<String>,
    /// Access rights (token).
    pub access: Option<String>,
    /// First listed or last changed, latest of both, as written or as a day.
    pub dated: Option<catalog::FuzzyDate>,
    /// Delisted or removed.
    #[record(omit)]
    pub delisted: bool,
    /// The words of the query as they are written in the title and the summary, for
    /// [`highlight`](crate::highlight).
    pub marks: Vec<String>,
}

/// The parts added up, for the page and the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// Sum over the parts.
    pub total: Total,
    /// Listings searched.
    pub searched: u64,
    /// Listings not searched because they are drafted, delisted, removed or over.
    pub off_shelf: u64,
    /// Hits in the merged order.
    pub hits: Vec<Hit>,
    /// Facets added up. Closed sets in the order of their tokens, categories as a tree
    /// (parents before children), others by count, then name; "not stated" last.
    pub facets: Vec<FacetCounts>,
    /// Ranges added up, scales by how many listings use them.
    pub ranges: Vec<RangeCounts>,
    /// How the text was read.
    pub reading: Reading,
    /// Others that hold most of the words, where one or two hold all.
    pub also: Vec<Hit>,
}
