//! What has come so far, laid out as an index: numbers in the order of days, chunks, a head.

use super::builder::Builder;
use super::column::Column;
use super::listings::A_CHUNK;
use super::lists::lists;
use super::tokens_of::Words;
use crate::index::Index;
use crate::store::{
    Bytes, ColumnHead, Head, Memory, PriceHead, RangeHead, Section, TitleOrder, VERSION,
    write_range,
};
use crate::{Facet, roster};
use catalog::disclosure::{Check, Disclosure};
use catalog::{PriceState, Prices};
use sorting::{places_by, sort_numbers};
use std::collections::HashMap;
use std::sync::Arc;

/// Numbers of listings in a chunk of prices or days.
pub(crate) const A_STRETCH: u32 = 1 << 14;
/// Hashed ids of a chunk.
pub(crate) const A_DRAWER: usize = 1 << 13;
/// Lowest bits of a hashed id, which give the number of the listing.
pub(crate) const DOC_BITS: u32 = 24;

/// Chunks in the making.
#[derive(Default)]
struct Chunks(Vec<Bytes>);

impl Chunks {
    fn push(&mut self, chunk: Bytes) -> u32 {
        self.0.push(chunk);
        self.0.len() as u32 - 1
    }

    fn section(&mut self, chunks: impl IntoIterator<Item = Bytes>) -> Section {
        let first = self.0.len() as u32;
        self.0.extend(chunks);
        Section {
            first,
            count: self.0.len() as u32 - first,
        }
    }
}

impl Builder {
    /// The index of all that came.
    #[must_use]
    pub fn finish(mut self) -> Index {
        let words = std::mem::take(&mut self.words);
        self.laid_out(words, true)
    }

    /// An index of what has come so far.
    #[must_use]
    pub fn snapshot(&self) -> Index {
        self.laid_out(self.words.clone(), false)
    }

    /// An index of what has come so far, whose words are `words`; `whole` if that is all.
    fn laid_out(&self, mut words: Words, whole: bool) -> Index {
        let order = self.order();
        let docs = self.days.iter().filter(|(_, _, shelf)| *shelf).count();
        let on_shelf = order.get(..docs).unwrap_or_default();
        let prices = self.prices.clone().settle();
        let mut chunks = Chunks::default();
        let mut head = Head {
            version: VERSION,
            partial: !whole,
            source: self.source.clone(),
            today: self.today.clone(),
            docs: docs as u32,
            all: order.len() as u32,
            docs_a_chunk: A_CHUNK,
            ..Head::default()
        };
        head.columns = self.lay_out_columns(on_shelf, &prices, &mut chunks);
        head.ranges = self.lay_out_ranges(on_shelf, &mut chunks);
        let price = |listing: &u32| prices.get(*listing as usize);
        let number = |listing: &u32| price(listing).map_or(0, |price| PriceHead::number(&price));
        let (first, of) = different(&order, &number);
        let said = first.iter().filter_map(price);
        head.prices = said.map(|price| PriceHead::of(&price)).collect();
        head.priced = chunks.section(stretches(&of, 2));
        let day = |listing: &u32| {
            let day = self.days.get(*listing as usize).copied();
            day.map_or((0, 0), |(last, first, _)| (last, first))
        };
        let number = |listing: &u32| {
            let (last, first) = day(listing);
            u64::from(last) << 32 | u64::from(first)
        };
        let (first, of) = different(&order, &number);
        head.days = first.iter().map(day).collect();
        head.dated = chunks.section(stretches(&of, 4));
        let lists = lists(&self.vocabulary, &mut words, on_shelf);
        head.terms = chunks.section(lists.terms);
        head.first_terms = lists.first_terms;
        head.lists = chunks.section(lists.lists);
        head.positions = chunks.section(lists.positions);
        let lengths = on_shelf
            .iter()
            .map(|listing| words.length(*listing as usize));
        head.lengths = chunks.push(Arc::new(lengths.collect()));
        head.title_tags = self.titles.tags().to_vec();
        let ranks = self.titles.ranks(on_shelf, &self.frame.default_language);
        for (lang, ranks) in ranks {
            let chunk = chunks.push(Arc::new(ranks));
            head.titles.push(TitleOrder { lang, chunk });
        }
        self.lay_out_ids(&order, &mut head, &mut chunks);
        head.listings = chunks.section(self.listings.chunks());
        let places = order.iter().flat_map(|listing| listing.to_le_bytes());
        head.places = Some(chunks.push(Arc::new(places.collect())));
        head.states = roster::states(&head, &chunks.0);
        Index::of(
            self.frame.without_listings(),
            head,
            Box::new(Memory { chunks: chunks.0 }),
        )
    }

    /// The listing of every number: on the shelf the newest first, equal ones by id; then
    /// those off the shelf, as they came.
    fn order(&self) -> Vec<u32> {
        let day = |listing: usize| self.days.get(listing).copied().unwrap_or_default();
        let number = |listing| match day(listing) {
            (last, first, true) => u128::from(u32::MAX - last) << 32 | u128::from(u32::MAX - first),
            _ => 1 << 64,
        };
        let id = |listing| match day(listing) {
            (_, _, true) => self.id(listing),
            _ => &[],
        };
        let order = places_by(self.len(), &number, &id);
        order.into_iter().map(|listing| listing as u32).collect()
    }

    fn lay_out_columns(
        &self,
        on_shelf: &[u32],
        prices: &Prices,
        chunks: &mut Chunks,
    ) -> Vec<ColumnHead> {
        let mut heads = Vec::with_capacity(self.columns.len());
        for (place, column) in self.columns.iter().enumerate().take(Facet::ALL.len()) {
            let (mut head, bytes) = match Facet::ALL.get(place) {
                Some(Facet::Price) => {
                    let state = |listing: usize| prices.state(listing).map(PriceState::as_str);
                    let states = (0..self.len()).map(|listing| state(listing).into_iter());
                    column.of_tokens(states).laid_out(on_shelf)
                }
                Some(Facet::Disclosure) => {
                    let told = (0..self.len()).map(|listing| self.told(listing, prices));
                    column.of_tokens(told).laid_out(on_shelf)
                }
                _ => column.laid_out(on_shelf),
            };
            if let Some(bytes) = bytes {
                head.chunk = chunks.push(bytes);
            }
            heads.push(head);
        }
        heads
    }

    fn lay_out_ranges(&self, on_shelf: &[u32], chunks: &mut Chunks) -> Vec<RangeHead> {
        let ranges = self.columns.iter().skip(Facet::ALL.len());
        let lay_out = |column: &Column| {
            let (head, bytes) = column.laid_out(on_shelf);
            RangeHead {
                values: chunks.push(Arc::new(write_range(&head))),
                width: head.width,
                chunk: bytes.map_or(0, |bytes| chunks.push(bytes)),
            }
        };
        ranges.map(lay_out).collect()
    }

    /// The points that the page of a listing tells: a price that turned out doubtful beside the
    /// others is not one.
    fn told(&self, listing: usize, prices: &Prices) -> impl Iterator<Item = &'static str> {
        let told = Disclosure::from_bits(self.told.get(listing).copied().unwrap_or(0));
        let told = match prices.state(listing) {
            Some(PriceState::Doubtful) => told.with(Check::Price, false),
            _ => told,
        };
        let points = Check::ALL.iter().copied();
        points
            .filter(move |point| told.has(*point))
            .map(Check::as_str)
    }

    /// A hash of every id with the number of its listing, in order.
    fn lay_out_ids(&self, order: &[u32], head: &mut Head, chunks: &mut Chunks) {
        let mut hashed: Vec<u128> = (order.iter().enumerate())
            .map(|(doc, listing)| u128::from(hashed_id(self.id(*listing as usize)) | doc as u64))
            .collect();
        sort_numbers(&mut hashed);
        let drawers = hashed.chunks(A_DRAWER);
        head.first_ids = drawers
            .clone()
            .filter_map(|d| d.first().map(|id| *id as u64))
            .collect();
        let bytes = |drawer: &[u128]| {
            let eights = drawer.iter().flat_map(|id| (*id as u64).to_le_bytes());
            eights.collect()
        };
        head.ids = chunks.section(drawers.map(|drawer| Arc::new(bytes(drawer))));
    }
}

/// Forty bits of an id, above those of a number.
pub(crate) fn hashed_id(id: &[u8]) -> u64 {
    crate::store::checksum(id) >> DOC_BITS << DOC_BITS
}

/// The first listing of every different number, and which of them each listing has.
fn different(order: &[u32], number: &dyn Fn(&u32) -> u64) -> (Vec<u32>, Vec<u32>) {
    let mut known: HashMap<u64, u32> = HashMap::new();
    let (mut firsts, mut of) = (Vec::new(), Vec::with_capacity(order.len()));
    for listing in order {
        let place = *known.entry(number(listing)).or_insert(firsts.len() as u32);
        if place as usize == firsts.len() {
            firsts.push(*listing);
        }
        of.push(place);
    }
    (firsts, of)
}

/// Numbers of so many bytes each, a stretch a chunk.
fn stretches(numbers: &[u32], width: usize) -> impl Iterator<Item = Bytes> {
    numbers.chunks(A_STRETCH as usize).map(move |stretch| {
        let bytes = stretch.iter().flat_map(|number| {
            let [a, b, c, d] = number.to_le_bytes();
            [a, b, c, d].into_iter().take(width)
        });
        Arc::new(bytes.collect())
    })
}
