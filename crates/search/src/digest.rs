//! Which listings match a query, told short: what a page keeps to say later what is new and
//! which prices are others.

use crate::find::{self, Column, Filter};
use crate::records::key;
use crate::store::{RangeColumn, checksum};
use crate::terms::Terms;
use crate::{Index, Query, Range, Reader, price};
use catalog::{NotedPrice, ShortPrice, Text};
use record::Record;
use sorting::ordered;
use std::rc::Rc;

/// Most listings that are told one by one.
const MOST: usize = 50_000;
/// Most listings whose prices are told: some 80 bytes each, to be kept on a device.
const MOST_PRICED: usize = 1_000;
/// Most changed prices that are told with the listing's name, which has to be looked up.
const MOST_NAMED: usize = 20;
/// Bits of a hashed id; above them come some of the source's.
const ID_BITS: u32 = 40;
/// Bits of the whole: what JavaScript holds exactly.
const BITS: u32 = 53;

/// Which listings match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// How many.
    pub total: u64,
    /// A number for each, below 2^53, the same on every visit; `None` where there are too many.
    pub listings: Option<Vec<u64>>,
    /// The price of each; `None` where there are too many.
    pub prices: Option<Vec<NotedPrice>>,
    /// How many of those that were seen have another price now.
    pub changes: u64,
    /// The first of them.
    pub changed: Vec<PriceChange>,
}

/// A listing with another price than was seen.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct PriceChange {
    /// `source~id`.
    pub key: String,
    /// Its name.
    pub title: Text,
    /// The price that was seen.
    pub was: ShortPrice,
    /// The price now.
    pub now: ShortPrice,
}

impl Reader {
    /// Which listings match `query`, and which of them have another price than was `seen`; the
    /// order and page of the query do not matter.
    #[must_use]
    pub fn digest(&self, query: &Query, seen: &[NotedPrice]) -> Digest {
        let terms = Terms::parse(&query.text);
        let found = find::find(self.as_slice(), &terms, false);
        let mut passed = Vec::new();
        for (index, found) in self.as_slice().iter().zip(found.by_index) {
            passed.push((index, Filter::new(index, query).pass(index, found)));
        }
        let total: usize = passed
            .iter()
            .map(|(index, passed)| passed.total(index))
            .sum();
        let mut digest = Digest {
            total: total as u64,
            ..Digest::default()
        };
        if total > MOST {
            return digest;
        }
        let seen = ordered(seen.iter().collect(), &|a: &&NotedPrice, b| {
            a.listing.cmp(&b.listing)
        });
        let mut listings = Vec::with_capacity(total);
        let mut prices = Vec::new();
        for (index, passed) in passed {
            let docs: Vec<u32> = match passed.found {
                None => (0..index.size() as u32).collect(),
                Some(found) => found.iter().map(|hit| hit.doc).collect(),
            };
            let ids = index.hashed_ids();
            let source = checksum(index.source().as_bytes()) >> (64 - (BITS - ID_BITS)) << ID_BITS;
            let number = |doc: u32| ids.get(doc as usize).map(|id| source | id);
            listings.extend(docs.iter().filter_map(|doc| number(*doc)));
            if total > MOST_PRICED {
                continue;
            }
            let amounts = Amounts::of(index);
            for doc in docs {
                let (Some(listing), Some(now)) = (number(doc), amounts.price(doc)) else {
                    continue;
                };
                let known = seen.binary_search_by_key(&listing, |noted| noted.listing);
                let was = known.ok().and_then(|at| seen.get(at));
                if let Some(was) = was.filter(|was| was.price != now) {
                    digest.change(index, doc, &was.price, &now);
                }
                prices.push(NotedPrice {
                    listing,
                    price: now,
                });
            }
        }
        digest.listings = Some(listings);
        digest.prices = (total <= MOST_PRICED).then_some(prices);
        digest
    }
}

impl Digest {
    fn change(&mut self, index: &Index, doc: u32, was: &ShortPrice, now: &ShortPrice) {
        self.changes += 1;
        if self.changed.len() == MOST_NAMED {
            return;
        }
        if let Some(listing) = index.listing_of(doc) {
            self.changed.push(PriceChange {
                key: key(index.source(), &listing.id),
                title: listing.title.clone(),
                was: was.clone(),
                now: now.clone(),
            });
        }
    }
}

/// What the listings of an index cost.
struct Amounts<'i> {
    index: &'i Index,
    range: Option<(Column, Rc<RangeColumn>)>,
}

impl<'i> Amounts<'i> {
    fn of(index: &'i Index) -> Self {
        let range = index.range(Range::Amount);
        let range = range.map(|range| (Column::read(index, &range.head), range));
        Self { index, range }
    }

    fn price(&self, doc: u32) -> Option<ShortPrice> {
        let measure = || {
            let (column, range) = self.range.as_ref()?;
            let first = range.head.set(column.get(doc)).first()?;
            range.measures.get(*first as usize)?.as_ref()
        };
        Some(price::short(self.index.price_of(doc)?.state, measure()))
    }
}
