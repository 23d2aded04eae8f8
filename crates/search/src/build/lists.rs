//! Lists of listings by term, and the places of every term in them, from the words of all
//! listings and the order in which they stand.
//!
//! Some of the words at a time are sorted by term: counted, laid out, filled in. So it takes less
//! room than they have already.

use super::beginnings::Beginnings;
use super::chunker::{Chunker, Place};
use super::dictionary::Dictionary;
use super::tokens_of::Words;
use crate::sort::places_by_text;
use crate::store::Bytes;
use scan::{At, BLOCK, BlockEnd, Field, Kind, MOST_TITLES, Vocabulary};
use scan::{count_terms, in_blocks, lay_out, number_into};

/// About how many bytes a chunk of lists or places has.
const CHUNK: usize = 1 << 16;
/// So many words are laid out at a time, eight bytes each, or the share of all below: each time
/// all words are gone through.
const BATCH: usize = 1 << 21;
/// The share of all.
const SHARES: usize = 6;

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

/// Makes the lists of `words`; `order` gives the listing of every number.
pub(crate) fn lists(vocabulary: &Vocabulary, words: &Words, order: &[u32]) -> Lists {
    let mut counts = vec![0_u32; vocabulary.len()];
    // Only listings on the shelf, which are those in `order`, have any.
    count_terms(words.all(), &mut counts);
    let most = (words.all().len() / SHARES).max(BATCH);
    let in_order = places_by_text(vocabulary.len(), &|number| vocabulary.text_of(number));
    let words_of = |number: &usize| {
        let words = counts.get(*number).copied().unwrap_or(0);
        (vocabulary.text_of(*number), words)
    };
    let mut writing = Writing {
        dictionary: Dictionary::default(),
        beginnings: Beginnings::new(in_order.iter().map(words_of), order.len()),
        lists: Chunker::new(CHUNK),
        positions: Chunker::new(CHUNK),
    };
    let mut rest = in_order.as_slice();
    while !rest.is_empty() {
        let mut sum = 0;
        let within = |number: &&usize| {
            sum += counts.get(**number).map_or(0, |count| *count as usize);
            sum <= most
        };
        let (batch, others) = rest.split_at(rest.iter().take_while(within).count().max(1));
        writing.batch(vocabulary, words, order, batch, &counts);
        rest = others;
    }
    writing.finish()
}

struct Writing {
    dictionary: Dictionary,
    beginnings: Beginnings,
    lists: Chunker,
    positions: Chunker,
}

impl Writing {
    /// Writes the terms of one batch.
    fn batch(
        &mut self,
        vocabulary: &Vocabulary,
        words: &Words,
        order: &[u32],
        batch: &[usize],
        counts: &[u32],
    ) {
        // Where the next word of each term goes; terms of other batches go nowhere.
        let mut next = vec![u32::MAX; counts.len()];
        let mut total = 0;
        for number in batch {
            if let (Some(slot), Some(count)) = (next.get_mut(*number), counts.get(*number)) {
                *slot = total;
                total += count;
            }
        }
        let mut all = vec![At::default(); total as usize];
        for (doc, listing) in order.iter().enumerate() {
            lay_out(doc as u32, words.of(*listing as usize), &mut next, &mut all);
        }
        let mut start = 0;
        let mut written = Written::default();
        for number in batch {
            let count = counts.get(*number).map_or(0, |count| *count as usize);
            let here = all.get(start..start + count).unwrap_or_default();
            start += count;
            if !here.is_empty() {
                let term = vocabulary.text_of(*number);
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

/// One term's list and places in the making.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) list: Vec<u8>,
    pub(super) positions: Vec<u8>,
    /// Listings so far.
    pub(super) docs: u32,
    /// The number behind the last one.
    next: u32,
    blocks: Vec<BlockEnd>,
}

impl Written {
    fn clear(&mut self) {
        self.list.clear();
        self.positions.clear();
        self.blocks.clear();
        (self.docs, self.next) = (0, 0);
    }

    /// A listing that holds the term so many times in these fields, and where in titles: place
    /// and ends of each.
    pub(super) fn listing(&mut self, doc: u32, fields: u32, times: usize, titles: &[u32]) -> Kind {
        let kind = Kind::of(fields, times);
        number_into(&mut self.list, (doc - self.next) << 2 | kind as u32);
        if kind == Kind::Mixed {
            number_into(&mut self.list, (titles.len() as u32) << 2 | fields >> 1);
            let mut before = 0;
            for title in titles {
                let (place, ends) = (title >> 2, title & 3);
                number_into(&mut self.list, (place - before) << 2 | ends);
                before = place;
            }
        }
        self.next = doc + 1;
        self.docs += 1;
        kind
    }

    /// Its places, in order.
    fn places(&mut self, kind: Kind, places: &[u32]) {
        let mut before = 0;
        for (rest, place) in places.iter().enumerate() {
            let step = place - before;
            let more = u32::from(rest + 1 < places.len());
            match kind {
                Kind::FarOnce => number_into(&mut self.positions, step),
                _ => number_into(&mut self.positions, step << 1 | more),
            }
            before = *place;
        }
    }

    /// All of the listing has been said.
    pub(super) fn end_listing(&mut self) {
        if self.docs.is_multiple_of(BLOCK) {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let end = (self.next, self.list.len(), self.positions.len());
        self.blocks.push(end);
    }

    /// Nothing more comes.
    pub(super) fn end(&mut self) {
        if self.docs > BLOCK {
            if !self.docs.is_multiple_of(BLOCK) {
                self.end_block();
            }
            self.list = in_blocks(&self.list, &self.blocks);
        }
    }

    /// Writes the words of one term.
    fn words(&mut self, all: &[At]) {
        self.clear();
        let (mut places, mut titles): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for here in all.chunk_by(|a, b| a.doc == b.doc) {
            let doc = here.first().map_or(0, |at| at.doc);
            let fields = here.iter().fold(0, |set, at| set | 1 << at.field());
            titles.clear();
            titles.extend(in_titles(here).map(|at| at.title()));
            let kind = self.listing(doc, fields, here.len(), &titles);
            places.clear();
            places.extend(here.iter().map(|at| match kind {
                Kind::Mixed => at.place_and_field(),
                _ => at.place_and_field() >> 2,
            }));
            if kind == Kind::Mixed {
                places.sort_unstable();
            }
            self.places(kind, &places);
            self.end_listing();
        }
        self.end();
    }
}

/// The words of one listing that stand in its titles, as many as are told.
pub(super) fn in_titles(here: &[At]) -> impl Iterator<Item = &At> {
    let in_titles = here.iter().filter(|at| at.field() == Field::Title as u32);
    in_titles.take(MOST_TITLES as usize)
}
