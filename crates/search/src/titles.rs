//! The folded titles of all listings: what a query is held against as a whole, and what is
//! sorted by. The other texts are not kept a second time.

use crate::fold::fold_into;

/// Folded titles, each ended by a line feed, which no needle holds.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    text: String,
    docs: Vec<Doc>,
}

/// One listing.
#[derive(Clone, Copy, Debug)]
struct Doc {
    /// Which pairs of bytes stand in its titles, roughly: if a pair of what is looked for has
    /// a bit that is not here, the titles need not be read.
    pairs: u64,
    /// Where its titles end, twice, plus one if a text of the listing is odd ([`fold_into`]).
    end: u32,
}

impl Titles {
    /// Adds a title of the next listing.
    pub(crate) fn push(&mut self, title: &str) -> bool {
        let odd = fold_into(title, &mut self.text);
        self.text.push('\n');
        odd
    }

    /// Ends a listing; `odd` if Chinese in any of its texts does not stand there as it folds.
    pub(crate) fn close(&mut self, odd: bool) {
        let start = self.start(self.docs.len());
        let pairs = pairs(self.text.get(start..).unwrap_or_default());
        let end = (self.text.len() as u32) << 1 | u32::from(odd);
        self.docs.push(Doc { pairs, end });
    }

    /// Gives back the room that growing left over.
    pub(crate) fn finish(&mut self) {
        self.text.shrink_to_fit();
        self.docs.shrink_to_fit();
    }

    fn start(&self, doc: usize) -> usize {
        let before = doc.checked_sub(1).and_then(|before| self.docs.get(before));
        before.map_or(0, |doc| (doc.end >> 1) as usize)
    }

    /// The titles of the listing that have not been closed, or of a closed one.
    pub(crate) fn of(&self, doc: usize) -> &str {
        let end = self
            .docs
            .get(doc)
            .map_or(self.text.len(), |doc| (doc.end >> 1) as usize);
        self.text.get(self.start(doc)..end).unwrap_or_default()
    }

    /// The titles of one listing, in the order of its languages.
    pub(crate) fn each(&self, doc: usize) -> impl Iterator<Item = &str> {
        self.of(doc).split_terminator('\n')
    }

    /// Whether Chinese in a text of the listing may stand there otherwise than it folds.
    pub(crate) fn odd(&self, doc: usize) -> bool {
        self.docs.get(doc).is_none_or(|doc| doc.end & 1 == 1)
    }

    /// Whether a title of the listing may hold what has these pairs.
    #[inline(always)]
    pub(crate) fn may_hold(&self, doc: usize, pairs: u64) -> bool {
        self.docs
            .get(doc)
            .is_some_and(|doc| doc.pairs & pairs == pairs)
    }
}

/// A bit for every pair of bytes side by side in `text`.
pub(crate) fn pairs(text: &str) -> u64 {
    let mut pairs = 0;
    for pair in text.as_bytes().windows(2) {
        if let [a, b] = pair {
            pairs |= 1 << ((a.wrapping_mul(37) ^ b.wrapping_mul(11)) & 63);
        }
    }
    pairs
}
