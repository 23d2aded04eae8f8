//! What has come so far, laid out as an index: numbers in the order of days, chunks, a head.

use super::builder::Builder;
use super::listings::A_CHUNK;
use super::lists::lists;
use crate::index::Index;
use crate::sort::places;
use crate::store::{Bytes, ColumnHead, Head, Memory, PriceHead, Section, TitleOrder, VERSION};
use crate::{Facet, roster};
use catalog::disclosure::{Check, Disclosure};
use catalog::{PriceState, Prices};
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
    pub fn finish(self) -> Index {
        self.snapshot(true)
    }

    /// An index of what has come so far; `whole` if that is all.
    #[must_use]
    pub fn snapshot(&self, whole: bool) -> Index {
        let order = self.order();
        let docs = self.days.iter().filter(|(_, _, shelf)| *shelf).count();
        let on_shelf = order.get(..docs).unwrap_or_default();
        let prices = self.prices.clone().settle();
        let mut chunks = Chunks::default();
        let mut head = Head {
            version: VERSION,
            partial: !whole,
            frame: self.frame.clone(),
            source: self.source.clone(),
            today: self.today.clone(),
            docs: docs as u32,
            all: order.len() as u32,
            docs_a_chunk: A_CHUNK,
            ..Head::default()
        };
        head.columns = self.lay_out_columns(on_shelf, &prices, &mut chunks);
        let (said, of) = different(
            order
                .iter()
                .map(|listing| prices.get(*listing as usize).as_ref().map(PriceHead::of)),
        );
        head.prices = said;
        head.priced = chunks.section(stretches(&of, 2));
        let day = |listing: &u32| {
            let (last, first, _) = self.days.get(*listing as usize).copied()?;
            Some((last, first))
        };
        let (days, of) = different(order.iter().map(day));
        head.days = days;
        head.dated = chunks.section(stretches(&of, 4));
        let lists = lists(&self.vocabulary, &self.words, on_shelf);
        head.terms = chunks.section(lists.terms);
        head.first_terms = lists.first_terms;
        head.lists = chunks.section(lists.lists);
        head.positions = chunks.section(lists.positions);
        let lengths = on_shelf
            .iter()
            .map(|listing| self.words.length(*listing as usize));
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
        Index::of(head, Box::new(Memory { chunks: chunks.0 }))
    }

    /// The listing of every number: on the shelf the newest first, equal ones by id; then
    /// those off the shelf, as they came.
    fn order(&self) -> Vec<u32> {
        let key = |listing: usize| {
            let (last, first, on_shelf) = self.days.get(listing).copied().unwrap_or_default();
            match on_shelf {
                true => (false, u32::MAX - last, u32::MAX - first),
                false => (true, 0, 0),
            }
        };
        let keys: Vec<_> = (0..self.len()).map(key).collect();
        let order = places(keys.len(), &mut |a, b| {
            let by_id = || match keys.get(a) {
                Some((false, _, _)) => self.id(a).cmp(self.id(b)),
                _ => std::cmp::Ordering::Equal,
            };
            keys.get(a).cmp(&keys.get(b)).then_with(by_id)
        });
        order.into_iter().map(|listing| listing as u32).collect()
    }

    fn lay_out_columns(
        &self,
        on_shelf: &[u32],
        prices: &Prices,
        chunks: &mut Chunks,
    ) -> Vec<ColumnHead> {
        let mut heads = Vec::with_capacity(self.columns.len());
        for (place, column) in self.columns.iter().enumerate() {
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
        let mut hashed: Vec<u64> = (order.iter().enumerate())
            .map(|(doc, listing)| hashed_id(self.id(*listing as usize)) | doc as u64)
            .collect();
        hashed.sort_unstable();
        let drawers = hashed.chunks(A_DRAWER);
        head.first_ids = drawers.clone().filter_map(|d| d.first().copied()).collect();
        let bytes = |drawer: &[u64]| drawer.iter().flat_map(|id| id.to_le_bytes()).collect();
        head.ids = chunks.section(drawers.map(|drawer| Arc::new(bytes(drawer))));
    }
}

/// Forty bits of an id, above those of a number.
pub(crate) fn hashed_id(id: &[u8]) -> u64 {
    crate::store::checksum(id) >> DOC_BITS << DOC_BITS
}

/// The different values, and which each one is. The missing ones are the first.
fn different<T: Clone + Eq + std::hash::Hash>(
    values: impl Iterator<Item = Option<T>>,
) -> (Vec<T>, Vec<u32>) {
    let mut numbers: HashMap<T, u32> = HashMap::new();
    let (mut all, mut of) = (Vec::new(), Vec::new());
    for value in values {
        let Some(value) = value else {
            of.push(0);
            continue;
        };
        let known = numbers.get(&value).copied();
        of.push(known.unwrap_or(all.len() as u32));
        if known.is_none() {
            numbers.insert(value.clone(), all.len() as u32);
            all.push(value);
        }
    }
    (all, of)
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
