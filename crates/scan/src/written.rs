//! One term's list and its places, written listing by listing.

use crate::blocks::{BLOCK, BlockEnd, in_blocks};
use crate::bytes::number_into;
use crate::field::Field;
use crate::list::{Kind, MOST_TITLES};
use crate::words::At;
use std::mem::take;

/// One term's list and places in the making.
#[derive(Debug, Default)]
pub struct Written {
    /// The list.
    pub list: Vec<u8>,
    /// The places.
    pub positions: Vec<u8>,
    /// Listings so far.
    pub docs: u32,
    /// The number behind the last one.
    next: u32,
    blocks: Vec<BlockEnd>,
    /// Of the listing that is being written.
    places: Vec<u32>,
    titles: Vec<u32>,
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
    pub fn listing(&mut self, doc: u32, fields: u32, times: usize, titles: &[u32]) -> Kind {
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
    #[inline(always)]
    pub fn end_listing(&mut self) {
        if self.docs.is_multiple_of(BLOCK) {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let end = (self.next, self.list.len(), self.positions.len());
        self.blocks.push(end);
    }

    /// Nothing more comes.
    pub fn end(&mut self) {
        if self.docs > BLOCK {
            if !self.docs.is_multiple_of(BLOCK) {
                self.end_block();
            }
            self.list = in_blocks(&self.list, &self.blocks);
        }
    }

    /// Writes the words of one term.
    pub fn words(&mut self, all: &[At]) {
        self.clear();
        let (mut places, mut titles) = (take(&mut self.places), take(&mut self.titles));
        for here in all.chunk_by(|a, b| a.doc == b.doc) {
            let doc = here.first().map_or(0, |at| at.doc);
            let fields = here.iter().fold(0, |set, at| set | 1 << at.field());
            titles.clear();
            titles.extend(in_titles(here));
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
        (self.places, self.titles) = (places, titles);
    }
}

/// The words of one listing that stand in its titles, as many as are told.
fn in_titles(here: &[At]) -> impl Iterator<Item = u32> {
    let in_titles = here.iter().filter(|at| at.field() == Field::Title as u32);
    in_titles.take(MOST_TITLES as usize).map(|at| at.title())
}

/// Notes of one term's words in which fields each listing has one, and where in titles: listing,
/// place and ends, from the highest bits down.
pub fn note(words: &[At], fields: &mut [u8], titles: &mut Vec<u128>) {
    for word in words {
        if let Some(fields) = fields.get_mut(word.doc as usize) {
            *fields |= 1 << word.field();
        }
    }
    for here in words.chunk_by(|a, b| a.doc == b.doc) {
        let doc = here.first().map_or(0, |at| u128::from(at.doc) << 32);
        titles.extend(in_titles(here).map(|title| doc | u128::from(title)));
    }
}
