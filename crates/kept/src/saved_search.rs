//! A search that is kept, and what is new in it.

use crate::{Entry, SEARCHES};
use catalog::NotedPrice;
use record::Record;

/// A search under a key of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct SavedSearch {
    /// What the visitor calls it.
    pub name: String,
    /// The query as it stands in a link, without `?`.
    pub address: String,
    /// When it was kept, in milliseconds since 1970.
    pub saved_at: u64,
    /// When its listings were looked at last.
    pub seen_at: u64,
    /// How many listings matched then.
    pub total: u64,
    /// A number for each of them, in ascending order; `None` where there were too many.
    pub listings: Option<Vec<u64>>,
    /// What they cost then; none where there were too many, or nobody noted it.
    pub prices: Vec<NotedPrice>,
}

/// What is new since the listings were looked at last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// So many match that did not, and so many do no more.
    Told {
        /// New ones.
        new: u64,
        /// Gone ones.
        gone: u64,
    },
    /// There are too many to tell one from another.
    TooMany,
}

impl SavedSearch {
    /// The version of the format.
    pub const VERSION: u32 = 1;

    /// The record under its key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Entry {
        Entry {
            kind: SEARCHES,
            key: key.to_owned(),
            version: Self::VERSION,
            data: self.write(),
        }
    }

    /// Notes what matches now as looked at.
    pub fn see(
        &mut self,
        at: u64,
        total: u64,
        listings: Option<Vec<u64>>,
        prices: Vec<NotedPrice>,
    ) {
        self.prices = prices;
        self.seen_at = at;
        self.total = total;
        self.listings = listings.map(|mut listings| {
            listings.sort_unstable();
            listings
        });
    }

    /// What is new in what matches now.
    #[must_use]
    pub fn news(&self, now: Option<&[u64]>) -> News {
        let (Some(before), Some(now)) = (&self.listings, now) else {
            return News::TooMany;
        };
        let mut now = now.to_vec();
        now.sort_unstable();
        let missing = |from: &[u64], of: &[u64]| {
            let is_missing = |number: &&u64| from.binary_search(number).is_err();
            of.iter().filter(is_missing).count() as u64
        };
        News::Told {
            new: missing(before, &now),
            gone: missing(&now, before),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_told_from_what_is_gone() {
        let mut search = SavedSearch::default();
        assert_eq!(search.news(Some(&[1])), News::TooMany);
        search.see(1, 3, Some(vec![5, 3, 9]), Vec::new());
        for (now, new, gone) in [
            (vec![3, 5, 9], 0, 0),
            (vec![9, 8, 7, 6, 3, 5], 3, 0),
            (vec![], 0, 3),
            (vec![1, 3], 1, 2),
        ] {
            assert_eq!(search.news(Some(&now)), News::Told { new, gone }, "{now:?}");
        }
        assert_eq!(search.news(None), News::TooMany);
    }
}
