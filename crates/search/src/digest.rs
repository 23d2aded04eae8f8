//! Which listings match a query, told short: what a page keeps to say later what is new.

use crate::find::{self, Filter};
use crate::store::checksum;
use crate::terms::Terms;
use crate::{Query, Reader};

/// Most listings that are told one by one.
const MOST: usize = 50_000;
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
}

impl Reader {
    /// Which listings match `query`; its order and page do not matter.
    #[must_use]
    pub fn digest(&self, query: &Query) -> Digest {
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
        if total > MOST {
            return Digest {
                total: total as u64,
                listings: None,
            };
        }
        let mut listings = Vec::with_capacity(total);
        for (index, passed) in passed {
            let ids = index.hashed_ids();
            let source = checksum(index.source().as_bytes()) >> (64 - (BITS - ID_BITS)) << ID_BITS;
            let number = |doc: usize| ids.get(doc).map(|id| source | id);
            match passed.found {
                None => listings.extend((0..index.size()).filter_map(number)),
                Some(found) => {
                    listings.extend(found.iter().filter_map(|hit| number(hit.doc as usize)))
                }
            }
        }
        Digest {
            total: total as u64,
            listings: Some(listings),
        }
    }
}
