//! The listings of an index, by their numbers and by their ids.

use super::Index;
use crate::build::{A_DRAWER, A_STRETCH, DOC_BITS, hashed_id, piece};
use crate::store::{Bytes, Section};
use catalog::{Listing, ListingPrice};
use scan::read_number;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

/// Listings that are kept read: those of a page, and some.
const KEPT: usize = 128;
/// Most bytes of one listing: damaged phrases do not become more.
const MOST_JSON: usize = 64 << 20;

impl Index {
    /// The listing with this number.
    pub(crate) fn listing_of(&self, doc: u32) -> Option<Rc<Listing>> {
        let kept = self.read.borrow();
        if let Some((_, listing)) = kept.iter().find(|(known, _)| *known == doc) {
            return Some(Rc::clone(listing));
        }
        drop(kept);
        let listing = Rc::new(self.read_listing(doc)?);
        let mut kept = self.read.borrow_mut();
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push((doc, Rc::clone(&listing)));
        Some(listing)
    }

    /// The same, not kept.
    pub(crate) fn read_listing(&self, doc: u32) -> Option<Listing> {
        let (chunk, range) = self.place_of(doc)?;
        self.read_piece(chunk.get(range)?)
    }

    /// Where the id and the JSON of a listing are.
    pub(crate) fn place_of(&self, doc: u32) -> Option<(Bytes, Range<usize>)> {
        let head = self.head();
        let place = match head.places {
            Some(chunk) => number_at(&self.chunk(chunk), doc as usize * 4)?,
            None => doc,
        };
        let a_chunk = head.docs_a_chunk.max(1);
        let chunk = self.in_section(head.listings, place / a_chunk)?;
        let range = piece(&chunk, (place % a_chunk) as usize)?;
        Some((chunk, range))
    }

    /// Reads an id and a JSON.
    pub(crate) fn read_piece(&self, piece: &[u8]) -> Option<Listing> {
        let (id, json) = self.parts_of(piece)?;
        self.reading.listing(&json, std::str::from_utf8(id).ok()?)
    }

    /// The id of a piece, and the JSON that it has as it is or in phrases.
    pub(crate) fn parts_of<'p>(&self, piece: &'p [u8]) -> Option<(&'p [u8], Cow<'p, [u8]>)> {
        let mut at = 0;
        let len = read_number(piece, &mut at) as usize;
        let (id, json) = piece.get(at..)?.split_at_checked(len)?;
        let json = match self.phrases.is_empty() {
            true => Cow::Borrowed(json),
            false => Cow::Owned(self.phrases.text(json, MOST_JSON)?),
        };
        Some((id, json))
    }

    fn in_section(&self, section: Section, number: u32) -> Option<Bytes> {
        (number < section.count).then(|| self.chunk(section.first + number))
    }

    /// What is said about the price of a listing.
    pub(crate) fn price_of(&self, doc: u32) -> Option<ListingPrice> {
        let chunk = self.in_section(self.head().priced, doc / A_STRETCH)?;
        let at = (doc % A_STRETCH) as usize * 2;
        let two = chunk.get(at..)?.first_chunk::<2>()?;
        let number = usize::from(u16::from_le_bytes(*two));
        self.head()
            .prices
            .get(number)
            .map(crate::store::PriceHead::price)
    }

    /// When a listing changed last, as a number that sorts; 0 is undated.
    pub(crate) fn date(&self, doc: u32) -> u64 {
        let day = || {
            let chunk = self.in_section(self.head().dated, doc / A_STRETCH)?;
            let number = number_at(&chunk, (doc % A_STRETCH) as usize * 4)?;
            self.head().days.get(number as usize).copied()
        };
        let (last, first) = day().unwrap_or_default();
        u64::from(last) << 32 | u64::from(first)
    }

    /// The number of the listing named `id`; of equal ids the first that came.
    pub(crate) fn doc_of(&self, id: &str) -> Option<u32> {
        let head = self.head();
        let wanted = hashed_id(id.as_bytes());
        let drawers = head.first_ids.partition_point(|first| *first <= wanted);
        // Equal hashes may begin in the drawer before.
        for drawer in drawers.saturating_sub(1)..head.first_ids.len() {
            if head
                .first_ids
                .get(drawer)
                .is_some_and(|first| first >> DOC_BITS > wanted >> DOC_BITS)
            {
                break;
            }
            let chunk = self.in_section(head.ids, drawer as u32)?;
            let (hashes, _) = chunk.as_chunks::<8>();
            let start = hashes.partition_point(|eight| u64::from_le_bytes(*eight) < wanted);
            for eight in hashes.iter().skip(start).take(A_DRAWER) {
                let hashed = u64::from_le_bytes(*eight);
                if hashed >> DOC_BITS != wanted >> DOC_BITS {
                    break;
                }
                let doc = (hashed & ((1 << DOC_BITS) - 1)) as u32;
                if self.listing_of(doc).is_some_and(|listing| listing.id == id) {
                    return Some(doc);
                }
            }
        }
        None
    }

    /// The hashed id of every listing on the shelf, by its number.
    pub(crate) fn hashed_ids(&self) -> Vec<u64> {
        let head = self.head();
        let mut ids = vec![0; self.size()];
        for drawer in 0..head.ids.count {
            let chunk = self.chunk(head.ids.first + drawer);
            let (hashes, _) = chunk.as_chunks::<8>();
            for eight in hashes {
                let hashed = u64::from_le_bytes(*eight);
                let doc = (hashed & ((1 << DOC_BITS) - 1)) as usize;
                if let Some(slot) = ids.get_mut(doc) {
                    *slot = hashed >> DOC_BITS;
                }
            }
        }
        ids
    }
}

/// The number in the four bytes at `at`.
fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*four))
}
