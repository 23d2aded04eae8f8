//! Lists of listings by term, and the places of every term in them, from the words of all
//! listings and the order in which they stand.
//!
//! Some of the words at a time are sorted by term: counted, laid out, filled in. So it takes less
//! room than they have already.

use super::chunker::{Chunker, Place};
use super::dictionary::Dictionary;
use super::tokens_of::Words;
use crate::sort::places_by_text;
use crate::store::Bytes;
use scan::{At, Field, Kind, MOST_TITLES, Vocabulary};
use scan::{count_terms, lay_out, number_into};

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
    let mut writing = Writing::default();
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
    lists: Chunker,
    positions: Chunker,
}

impl Default for Writing {
    fn default() -> Self {
        Self {
            dictionary: Dictionary::default(),
            lists: Chunker::new(CHUNK),
            positions: Chunker::new(CHUNK),
        }
    }
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
        let (mut list, mut positions) = (Vec::new(), Vec::new());
        for number in batch {
            let count = counts.get(*number).map_or(0, |count| *count as usize);
            let here = all.get(start..start + count).unwrap_or_default();
            start += count;
            list.clear();
            positions.clear();
            let docs = write_list(here, &mut list, &mut positions);
            if docs > 0 {
                self.term(vocabulary.text_of(*number), docs, &list, &positions);
            }
        }
    }

    fn term(&mut self, term: &[u8], docs: u32, list: &[u8], positions: &[u8]) {
        let lengths = [list.len() as u32, positions.len() as u32];
        // A block of the dictionary says once where its lists begin: they follow each other.
        if self.lists.is_full_for(list.len()) || self.positions.is_full_for(positions.len()) {
            self.dictionary.end_block();
        }
        let at: [Place; 2] = [self.lists.push(list), self.positions.push(positions)];
        self.dictionary.push(term, docs, lengths, at);
    }

    fn finish(self) -> Lists {
        let (terms, first_terms) = self.dictionary.finish();
        Lists {
            terms,
            first_terms,
            lists: self.lists.finish(),
            positions: self.positions.finish(),
        }
    }
}

/// Writes one term's list and places; how many listings it has.
fn write_list(all: &[At], list: &mut Vec<u8>, positions: &mut Vec<u8>) -> u32 {
    let (mut docs, mut next) = (0, 0);
    let mut values: Vec<u32> = Vec::new();
    for here in all.chunk_by(|a, b| a.doc == b.doc) {
        let doc = here.first().map_or(0, |at| at.doc);
        let fields = here.iter().fold(0, |set, at| set | 1 << at.field());
        let kind = Kind::of(fields, here.len());
        number_into(list, (doc - next) << 2 | kind as u32);
        values.clear();
        match kind {
            Kind::FarOnce | Kind::Far | Kind::Near => {
                values.extend(here.iter().map(|at| at.place_and_field() >> 2));
            }
            Kind::Mixed => {
                write_titles(here, fields, list);
                values.extend(here.iter().map(|at| at.place_and_field()));
                values.sort_unstable();
            }
        }
        let mut before = 0;
        for (rest, value) in values.iter().enumerate() {
            let step = value - before;
            let more = u32::from(rest + 1 < values.len());
            match kind {
                Kind::FarOnce => number_into(positions, step),
                _ => number_into(positions, step << 1 | more),
            }
            before = *value;
        }
        next = doc + 1;
        docs += 1;
    }
    docs
}

/// Writes the fields of a listing that holds a term in its titles or in both others, and where
/// it stands in titles.
fn write_titles(here: &[At], fields: u32, list: &mut Vec<u8>) {
    let in_titles = here.iter().filter(|at| at.field() == Field::Title as u32);
    let in_titles = in_titles.take(MOST_TITLES as usize);
    number_into(list, (in_titles.clone().count() as u32) << 2 | fields >> 1);
    let mut before = 0;
    for at in in_titles {
        let (place, ends) = (at.title() >> 2, at.title() & 3);
        number_into(list, (place - before) << 2 | ends);
        before = place;
    }
}
