//! Lists of listings by term, and the places of every term in them, from the words of all
//! listings and the order in which they stand.
//!
//! Some of the words at a time are sorted by term: counted, laid out, filled in. So it takes less
//! room than they have already.

use super::beginnings::Beginnings;
use super::chunker::{Chunker, Place};
use super::dictionary::Dictionary;
use super::tokens_of::Words;
use crate::store::Bytes;
use scan::{At, Vocabulary, Written, first_bytes, lay_out};
use sorting::places_by;

/// About how many bytes a chunk of lists or places has.
const CHUNK: usize = 1 << 16;
/// So many words are laid out at a time, eight bytes each, or the share of all below: each time
/// all words are gone through.
const BATCH: usize = 1 << 21;
/// The share of all.
const SHARES: usize = 3;

/// What came of it.
#[derive(Debug)]
pub(crate) struct Lists {
    /// Chunks of the dictionary, and the first term of each.
    pub(crate) terms: Vec<Bytes>,
    /// Likewise.
    pub(crate) first_terms: Vec<String>,
    /// Chunks of lists.
    pub(crate) lists: Vec<Bytes>,
    /// Chunks of places.
    pub(crate) positions: Vec<Bytes>,
}

/// Makes the lists of `words`, whose terms have the numbers of their order afterwards; `order`
/// gives the listing of every number.
pub(crate) fn lists(vocabulary: &Vocabulary, words: &mut Words, order: &[u32]) -> Lists {
    let text = |number| vocabulary.text_of(number);
    let in_order = places_by(vocabulary.len(), &|number| first_bytes(text(number)), &text);
    let mut numbers = vec![0; in_order.len()];
    for (new, old) in in_order.iter().enumerate() {
        if let Some(number) = numbers.get_mut(*old) {
            *number = new as u32;
        }
    }
    // Only listings on the shelf, which are those in `order`, have any words.
    let counts = words.renumber(&numbers);
    drop(numbers);
    let terms = Terms::of(vocabulary, in_order);
    let most = (words.len() / SHARES).max(BATCH);
    let counted = terms.from(0).zip(counts.iter().copied());
    let mut writing = Writing {
        dictionary: Dictionary::default(),
        beginnings: Beginnings::new(counted, order.len()),
        lists: Chunker::new(CHUNK),
        positions: Chunker::new(CHUNK),
    };
    let (mut rest, mut first) = (counts.as_slice(), 0);
    while !rest.is_empty() {
        let mut sum = 0;
        let within = |count: &&u32| {
            sum += **count as usize;
            sum <= most
        };
        let (batch, others) = rest.split_at(rest.iter().take_while(within).count().max(1));
        writing.batch(terms.from(first), words, order, first as u32, batch);
        first += batch.len();
        rest = others;
    }
    writing.finish()
}

/// The terms in order, one behind the other: going through them as they came is a walk all over
/// the memory, which would be taken three times.
struct Terms {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Terms {
    fn of(vocabulary: &Vocabulary, in_order: Vec<usize>) -> Self {
        let (mut text, mut ends) = (Vec::new(), in_order);
        for end in &mut ends {
            text.extend_from_slice(vocabulary.text_of(*end));
            *end = text.len();
        }
        Self { text, ends }
    }

    /// Those with the numbers from `first` on.
    fn from(&self, first: usize) -> impl Iterator<Item = &[u8]> {
        let before = first
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let mut start = before.copied().unwrap_or(0);
        self.ends.iter().skip(first).map(move |end| {
            let term = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            term
        })
    }
}

struct Writing {
    dictionary: Dictionary,
    beginnings: Beginnings,
    lists: Chunker,
    positions: Chunker,
}

impl Writing {
    /// Writes the terms of one batch, which have the numbers from `first` on: so many words each.
    fn batch<'t>(
        &mut self,
        terms: impl Iterator<Item = &'t [u8]>,
        words: &Words,
        order: &[u32],
        first: u32,
        counts: &[u32],
    ) {
        // Where the next word of each term goes.
        let mut next = Vec::with_capacity(counts.len());
        let mut total = 0;
        for count in counts {
            next.push(total);
            total += count;
        }
        let mut all = vec![At::default(); total as usize];
        for (doc, listing) in order.iter().enumerate() {
            let words = words.of(*listing as usize);
            lay_out(doc as u32, words, first, &mut next, &mut all);
        }
        let mut start = 0;
        let mut written = Written::default();
        for (term, count) in terms.zip(counts) {
            let end = start + *count as usize;
            let here = all.get(start..end).unwrap_or_default();
            start = end;
            if !here.is_empty() {
                if let Some((joined, list)) = self.beginnings.before(term) {
                    self.term(joined.as_bytes(), &list);
                }
                self.beginnings.add(here);
                written.words(here);
                self.term(term, &written);
            }
        }
    }

    fn term(&mut self, term: &[u8], written: &Written) {
        let (list, positions) = (&written.list, &written.positions);
        let lengths = [list.len() as u32, positions.len() as u32];
        // A block of the dictionary says once where its lists begin: they follow each other.
        if self.lists.is_full_for(list.len()) || self.positions.is_full_for(positions.len()) {
            self.dictionary.end_block();
        }
        let at: [Place; 2] = [self.lists.push(list), self.positions.push(positions)];
        self.dictionary.push(term, written.docs, lengths, at);
    }

    fn finish(mut self) -> Lists {
        if let Some((joined, list)) = self.beginnings.finish() {
            self.term(joined.as_bytes(), &list);
        }
        let (terms, first_terms) = self.dictionary.finish();
        Lists {
            terms,
            first_terms,
            lists: self.lists.finish(),
            positions: self.positions.finish(),
        }
    }
}
