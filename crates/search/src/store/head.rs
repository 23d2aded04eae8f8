//! The head of an index: everything that is needed before the first chunk is read. Its form
//! is JSON, because it is small. In its file it stands behind the catalog's own JSON, without
//! the listings, which says how long it is in four bytes before it.

use crate::StateCounts;
use crate::values::Value;
use catalog::{Doubt, ListingPrice, PriceState};
use record::Record;

/// Version of the format. Another one is refused: it would be misread.
pub(crate) const VERSION: u32 = 2;

/// A run of chunks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub(crate) struct Section {
    /// Number of its first chunk.
    pub(crate) first: u32,
    /// How many.
    pub(crate) count: u32,
}

/// One facet or range: its values, and where the column is that says which listing has which.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub(crate) struct ColumnHead {
    /// Every value.
    pub(crate) values: Vec<Value>,
    /// The different sets of values that listings have: where each ends in `members`. A column
    /// holds numbers of sets, because few different ones occur.
    pub(crate) ends: Vec<u32>,
    /// Numbers of values.
    pub(crate) members: Vec<u32>,
    /// How many listings have each set.
    pub(crate) totals: Vec<u32>,
    /// Bytes of one number in the column: 0 where all listings have the first set, 1, 2 or 4.
    pub(crate) width: u32,
    /// The chunk with the column, if the width is not 0.
    pub(crate) chunk: u32,
}

impl ColumnHead {
    /// How many sets there are.
    pub(crate) const fn sets(&self) -> usize {
        self.ends.len()
    }

    /// The numbers of the values of one set.
    pub(crate) fn set(&self, set: usize) -> &[u32] {
        let end = |set: usize| self.ends.get(set).map_or(0, |end| *end as usize);
        let start = set.checked_sub(1).map_or(0, end);
        self.members.get(start..end(set)).unwrap_or_default()
    }
}

/// What is said about the price of listings: few different things are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub(crate) struct PriceHead {
    /// As in [`ListingPrice`].
    pub(crate) state: PriceState,
    /// Likewise.
    pub(crate) offer: u64,
    /// Likewise.
    pub(crate) expired: bool,
    /// Likewise.
    pub(crate) doubts: Vec<Doubt>,
    /// Likewise.
    pub(crate) same_amount: Option<u64>,
}

impl PriceHead {
    /// What is written of `price`.
    pub(crate) fn of(price: &ListingPrice) -> Self {
        Self {
            state: price.state,
            offer: price.offer as u64,
            expired: price.expired,
            doubts: price.doubts.clone(),
            same_amount: price.same_amount,
        }
    }

    /// The same in a number, by which different ones are told apart.
    pub(crate) fn number(price: &ListingPrice) -> u64 {
        let doubts = price
            .doubts
            .iter()
            .fold(0, |set, doubt| set | 1 << *doubt as u64);
        let same = price.same_amount.unwrap_or(0);
        let offer = price.offer as u64 & 0xFFFF;
        (same << 16 | offer) << 8 | doubts << 4 | u64::from(price.expired) << 3 | price.state as u64
    }

    /// The price that was written.
    pub(crate) fn price(&self) -> ListingPrice {
        ListingPrice {
            state: self.state,
            offer: usize::try_from(self.offer).unwrap_or(0),
            expired: self.expired,
            doubts: self.doubts.clone(),
            same_amount: self.same_amount,
        }
    }
}

/// One range: where its values and its column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub(crate) struct RangeHead {
    /// The chunk with its values.
    pub(crate) values: u32,
    /// As in [`ColumnHead`].
    pub(crate) width: u32,
    /// Likewise.
    pub(crate) chunk: u32,
}

/// The order of titles for readers of one language.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub(crate) struct TitleOrder {
    /// Tag of the titles; `None` for readers of any other language.
    pub(crate) lang: Option<String>,
    /// The chunk with the rank of every listing, four bytes each.
    pub(crate) chunk: u32,
}

/// Listings counted by the states of their prices, for every value of three facets.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub(crate) struct States {
    /// For every value of that facet.
    pub(crate) exchanges: Vec<StateCounts>,
    /// Likewise.
    pub(crate) categories: Vec<StateCounts>,
    /// Likewise.
    pub(crate) providers: Vec<StateCounts>,
    /// All.
    pub(crate) all: StateCounts,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub(crate) struct Head {
    /// [`VERSION`].
    pub(crate) version: u32,
    /// Whether more listings were to come when it was made.
    pub(crate) partial: bool,
    /// Listings counted by the states of their prices.
    pub(crate) states: States,
    /// The source it was built as: its keys begin with it.
    pub(crate) source: String,
    /// The day on which offers were found to be in force or over.
    pub(crate) today: String,
    /// Listings on the shelf: they have the numbers from 0, the newest first.
    pub(crate) docs: u32,
    /// All listings; those off the shelf have the numbers behind.
    pub(crate) all: u32,
    /// One for every facet.
    pub(crate) columns: Vec<ColumnHead>,
    /// One for every range.
    pub(crate) ranges: Vec<RangeHead>,
    /// What is said about prices, and the chunks that say of which listing, two bytes each.
    pub(crate) prices: Vec<PriceHead>,
    /// Likewise.
    pub(crate) priced: Section,
    /// Days of last change or first listing: the latest, then the earliest, `YYYYMMDD`.
    pub(crate) days: Vec<(u32, u32)>,
    /// Chunks with the day of every listing, four bytes each.
    pub(crate) dated: Section,
    /// Chunks of the dictionary, and the first term of each.
    pub(crate) terms: Section,
    /// Likewise.
    pub(crate) first_terms: Vec<String>,
    /// Chunks of the lists of listings.
    pub(crate) lists: Section,
    /// Chunks of the places of words in listings.
    pub(crate) positions: Section,
    /// The chunk with the length of every listing's text: words by eights, 255 at most.
    pub(crate) lengths: u32,
    /// Tags of all languages that titles are in.
    pub(crate) title_tags: Vec<String>,
    /// Ranks by title, for some of them or all.
    pub(crate) titles: Vec<TitleOrder>,
    /// Chunks of hashed ids, and the first of each.
    pub(crate) ids: Section,
    /// Likewise.
    pub(crate) first_ids: Vec<u64>,
    /// Chunks of the listings themselves, [`Head::docs_a_chunk`] in each.
    pub(crate) listings: Section,
    /// How many.
    pub(crate) docs_a_chunk: u32,
    /// The chunk that says where each listing stands in them, four bytes each; `None` where
    /// they stand in the order of their numbers.
    pub(crate) places: Option<u32>,
}
