//! Several indexes opened at once: one order, one set of counts, an answer in parts.

use crate::card::card;
use crate::find::{self, Filter, Found, Row};
use crate::store::Unread;
use crate::terms::Terms;
use crate::{
    Answer, Ask, Directory, Hit, HitPrice, How, Index, Named, Part, ProviderEntry, Reading, Sort,
    Total, listing_page, roster,
};
use catalog::{
    Assertion, AssertionBase, Category, Exchange, Key, Listing, Organization, Platform, Source,
};
use record::Record;
use scan::Match;
use sorting::{arranged, places};

/// All that a listing's page shows, with the records its ids point to.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub struct ListingPage {
    /// `source~id`.
    pub key: String,
    /// The record, the offer that it counts by before the others.
    pub listing: Listing,
    /// BCP 47 tag of the catalog's bare strings.
    pub default_language: String,
    /// Exchange, if the listing names one and the catalog has it.
    pub exchange: Option<Exchange>,
    /// Platform, likewise.
    pub platform: Option<Platform>,
    /// Supplier, likewise.
    pub provider: Option<Organization>,
    /// Holder of rights, likewise.
    pub rights_holder: Option<Organization>,
    /// Its categories, each with its ancestors, top first.
    pub categories: Vec<Vec<Category>>,
    /// Price of the offer that the listing counts by.
    pub price: HitPrice,
    /// The day, `YYYY-MM-DD`, on which offers were found to be in force or over.
    pub today: String,
    /// Covers values without an assertion.
    pub default_assertion: Option<AssertionBase>,
    /// Sources that assertions name.
    pub sources: Vec<Source>,
    /// Assertions of the listing, with the places of offers here.
    pub assertions: Vec<Assertion>,
    /// Up to six other listings of the same supplier or category.
    pub related: Vec<Named>,
}

/// What was found, counted and ordered; the listings themselves are looked at to show it.
#[derive(Debug)]
pub struct Ranked {
    /// What is on the page, each with its place among all.
    rows: Vec<(usize, Row)>,
    parts: Vec<Part>,
    reading: Reading,
    marks: Vec<String>,
    /// What holds all the words, by index, where others that hold most are shown too.
    few: Option<Vec<Vec<Match>>>,
}

/// So few listings that hold all the words are followed by others that hold most of them.
const FEW: usize = 3;

/// The engine over all loaded sources.
#[derive(Debug, Default)]
pub struct Reader {
    indexes: Vec<Index>,
    /// How many indexes were put in, ever.
    numbers: u64,
}

impl Reader {
    /// Adds an index, or replaces the one of the same source.
    pub fn put(&mut self, mut index: Index) {
        self.numbers += 1;
        index.number = self.numbers;
        match self
            .indexes
            .iter_mut()
            .find(|known| known.source() == index.source())
        {
            Some(known) => *known = index,
            None => self.indexes.push(index),
        }
    }

    /// Takes the index of a source away.
    pub fn remove(&mut self, source: &str) {
        self.indexes.retain(|known| known.source() != source);
    }

    pub(crate) fn as_slice(&self) -> &[Index] {
        &self.indexes
    }

    /// The indexes, in the order in which their sources first came.
    pub fn indexes(&self) -> impl Iterator<Item = &Index> {
        self.indexes.iter()
    }

    /// Answers a question. Drafted, delisted, removed and expired listings are neither found nor
    /// counted, only told by [`Part::off_shelf`]; [`Reader::listing`] opens them. A page beyond
    /// the end has no hits and the same totals and counts.
    #[must_use]
    pub fn run(&self, ask: &Ask) -> Answer {
        self.show(ask, self.find(ask))
    }

    /// Finds, counts and orders what is asked for, without a look at the listings themselves.
    #[must_use]
    pub fn find(&self, ask: &Ask) -> Ranked {
        let (query, terms) = (&ask.query, Terms::parse(&ask.query.text));
        let skip = as_size(u64::from(query.page) * u64::from(ask.limit));
        let need = skip.saturating_add(as_size(u64::from(ask.limit)));
        let in_order = self.in_order();
        let alone = self.indexes.len() == 1;
        let mut parts = Vec::with_capacity(self.indexes.len());
        let mut rows: Vec<Row> = Vec::new();
        let words = find::find(&self.indexes, &terms, query.sort == Sort::Relevance);
        let (reading, marks) = (words.reading.clone(), words.marks.clone());
        let few = self.few(ask, &terms, &words);
        let found = words.by_index.into_iter();
        for ((index, rank), found) in self.indexes.iter().zip(in_order).zip(found) {
            let passed = Filter::new(index, query).pass(index, found);
            rows.extend(find::rows(
                index,
                rank,
                &passed,
                query,
                &ask.lang,
                (need, alone),
            ));
            let facets = ask.facets.iter();
            let ranges = ask.ranges.iter();
            parts.push(Part {
                source: index.source().to_owned(),
                status: index.status(),
                total: Total {
                    value: passed.total(index) as u64,
                    exact: true,
                },
                searched: index.searched(),
                off_shelf: index.off_shelf(),
                hits: Vec::new(),
                facets: facets
                    .map(|facet| passed.facet(index, *facet, &ask.names))
                    .collect(),
                ranges: ranges.map(|range| passed.scales(index, *range)).collect(),
                took_micros: 0,
            });
        }
        let rows = if alone {
            rows
        } else {
            find::first_rows(rows, need)
        };
        Ranked {
            rows: rows.into_iter().enumerate().skip(skip).collect(),
            parts,
            reading,
            marks,
            few,
        }
    }

    /// Adds the cards to what was found.
    #[must_use]
    pub fn show(&self, ask: &Ask, ranked: Ranked) -> Answer {
        let Ranked {
            rows,
            mut parts,
            reading,
            marks,
            few,
        } = ranked;
        let ranks = self.in_order();
        for (position, row) in rows {
            let place = ranks.iter().position(|rank| *rank == row.index);
            let index = place.and_then(|place| self.indexes.get(place));
            let part = place.and_then(|place| parts.get_mut(place));
            if let (Some(index), Some(part)) = (index, part) {
                part.hits
                    .extend(card(index, row.doc, position as u64, &marks));
            }
        }
        let also = match few {
            Some(held) => self.also(ask, &held, &marks, &ranks),
            None => Vec::new(),
        };
        Answer {
            parts,
            reading,
            also,
        }
    }

    /// What holds all the words, where that is so little that others are shown too.
    fn few(&self, ask: &Ask, terms: &Terms, words: &Found) -> Option<Vec<Vec<Match>>> {
        let total: usize = words.by_index.iter().flatten().map(Vec::len).sum();
        let is_asked = ask.query.sort == Sort::Relevance && ask.query.page == 0;
        let is_few = words.reading.how == How::Typed && (1..FEW).contains(&total);
        let is_text = is_asked && is_few && find::words(terms).len() > 1;
        let held = words
            .by_index
            .iter()
            .map(|found| found.clone().unwrap_or_default());
        is_text.then(|| held.collect())
    }

    /// Where fewer than [`FEW`] listings hold all the words: others that hold most of them.
    fn also(&self, ask: &Ask, held: &[Vec<Match>], marks: &[String], ranks: &[usize]) -> Vec<Hit> {
        let terms = Terms::parse(&ask.query.text);
        let total: usize = held.iter().map(Vec::len).sum();
        let need = as_size(u64::from(ask.limit)).saturating_sub(total);
        let alone = self.indexes.len() == 1;
        let mut rows = Vec::new();
        let most = find::most(&self.indexes, &terms).into_iter().zip(held);
        for ((index, rank), (most, held)) in self.indexes.iter().zip(ranks).zip(most) {
            let others = most.map(|most| find::without(most, held));
            let passed = Filter::new(index, &ask.query).pass(index, others);
            let (query, lang) = (&ask.query, &ask.lang);
            rows.extend(find::rows(
                index,
                *rank,
                &passed,
                query,
                lang,
                (need, alone),
            ));
        }
        let rows = find::first_rows(rows, need).into_iter().enumerate();
        let hit = |(position, row): (usize, Row)| {
            let place = ranks.iter().position(|rank| *rank == row.index)?;
            let index = self.indexes.get(place)?;
            card(index, row.doc, (total + position) as u64, marks)
        };
        rows.filter_map(hit).collect()
    }

    /// The place of every index among the others by the id of its source.
    fn in_order(&self) -> Vec<usize> {
        let source = |place| self.indexes.get(place).map(Index::source);
        let order = places(self.indexes.len(), &mut |a, b| source(a).cmp(&source(b)));
        let mut ranks = vec![0; order.len()];
        for (rank, place) in order.into_iter().enumerate() {
            if let Some(slot) = ranks.get_mut(place) {
                *slot = rank;
            }
        }
        ranks
    }

    /// The chunks, by source, that were needed since this was last asked and could not be read.
    /// As long as there are any, what was answered is no answer.
    #[must_use]
    pub fn take_unread(&self) -> Vec<(String, u32, Unread)> {
        let mut unread = Vec::new();
        for index in &self.indexes {
            let of_index = index.take_unread().into_iter();
            unread.extend(of_index.map(|(chunk, why)| (index.source().to_owned(), chunk, why)));
        }
        unread
    }

    /// Whether a loaded source has this listing, on the shelf or off it.
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        self.index_of(key)
            .is_some_and(|index| index.doc_of(key.id()).is_some())
    }

    /// The page of one listing, also of one that was taken down.
    #[must_use]
    pub fn listing(&self, key: &Key) -> Option<ListingPage> {
        listing_page::page(self.index_of(key)?, key.id())
    }

    fn index_of(&self, key: &Key) -> Option<&Index> {
        self.indexes
            .iter()
            .find(|index| index.source() == key.source())
    }

    /// Exchanges, categories, suppliers.
    #[must_use]
    pub fn directory(&self) -> Directory {
        let mut directory = Directory::default();
        for index in &self.indexes {
            roster::describe(index, &mut directory);
        }
        // Equal ones stay in source order.
        let total = |place| {
            let entry = directory.providers.get(place);
            entry.map_or(0, |entry: &ProviderEntry| entry.listings.total())
        };
        let order = places(directory.providers.len(), &mut |a, b| {
            total(b).cmp(&total(a))
        });
        directory.providers = arranged(directory.providers, &order);
        directory
    }
}

/// A 64-bit number as a size, the largest there is where it does not fit.
fn as_size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
