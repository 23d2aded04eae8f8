//! One source's catalog, made ready to be searched. Here an exact scan over prepared
//! columns; a byte format can slip under it without a change above `find`.

use crate::arena::Arena;
use crate::columns::Columns;
use crate::order::{Row, first};
use crate::records::{Records, is_on_shelf};
use crate::scan;
use crate::sort::places;
use crate::terms::Terms;
use crate::texts::{camel_split, texts};
use crate::values::Context;
use crate::{Facet, FacetCounts, Query};
use catalog::{Catalog, FuzzyDate, Listing, ListingPrice};

/// A searchable catalog. Listings off the shelf are kept but not searched.
#[derive(Debug)]
pub struct Index {
    source: String,
    /// The day, `YYYY-MM-DD`, on which offers are in force or over.
    today: String,
    catalog: Catalog,
    records: Records,
    /// One a listing of the catalog.
    prices: Vec<ListingPrice>,
    /// Positions in the catalog of the listings on the shelf; a place here is a "doc".
    docs: Vec<usize>,
    dates: Vec<u64>,
    id_ranks: Vec<u32>,
    arena: Arena,
    columns: Columns,
}

/// What one index found.
#[derive(Debug)]
pub(crate) struct Found<'i> {
    /// How many match.
    pub(crate) total: u64,
    /// The first of them, in order; as many as were needed.
    pub(crate) rows: Vec<Row<'i>>,
    /// Counts of every facet.
    pub(crate) facets: Vec<FacetCounts>,
}

impl Index {
    /// Prepares `catalog`, read from the source named `source`, as of `today`
    /// (`YYYY-MM-DD`): there is no clock here.
    #[must_use]
    pub fn build(source: &str, catalog: Catalog, today: &str) -> Self {
        let mut index = Self {
            source: source.to_owned(),
            today: today.to_owned(),
            records: Records::of(&catalog),
            prices: catalog::price_states(&catalog, today),
            docs: Vec::new(),
            dates: Vec::new(),
            id_ranks: Vec::new(),
            arena: Arena::default(),
            columns: Columns::new(),
            catalog,
        };
        index.docs = (index.catalog.listings.iter().zip(&index.prices).enumerate())
            .filter(|(_, (listing, price))| is_on_shelf(listing) && !price.expired)
            .map(|(position, _)| position)
            .collect();
        index.dates = index
            .on_shelf()
            .map(|(listing, _)| day(latest(listing, today), today))
            .collect();
        index.id_ranks = ranks(
            &index
                .on_shelf()
                .map(|(l, _)| l.id.as_str())
                .collect::<Vec<_>>(),
        );
        index.arena = index.write_texts();
        index.columns = index.write_columns();
        index
    }

    fn write_texts(&self) -> Arena {
        let mut arena = Arena::default();
        let mut split = Vec::new();
        for (listing, _) in self.on_shelf() {
            split.clear();
            let fields = listing.schema.iter().flat_map(|schema| &schema.fields);
            split.extend(fields.filter_map(|field| camel_split(&field.name)));
            arena.push(&texts(&self.catalog, &self.records, listing, &split));
        }
        arena.finish();
        arena
    }

    fn write_columns(&self) -> Columns {
        let mut columns = Columns::new();
        let context = Context {
            source: &self.source,
            catalog: &self.catalog,
            records: &self.records,
        };
        for (facet, column) in columns.iter_mut() {
            if facet == Facet::Price && !self.docs.is_empty() {
                column.know_tokens(catalog::PriceState::ALL.iter().map(|state| state.as_str()));
            }
            for (listing, note) in self.on_shelf() {
                column.push(context.values(facet, listing, note));
            }
        }
        columns
    }

    /// Everything that matches `query`: how many, the first `need` in order, all counts.
    pub(crate) fn find(&self, query: &Query, terms: &Terms, need: usize, lang: &str) -> Found<'_> {
        let mut matches = scan::select(&self.arena, terms);
        let facets = self.columns.count(&query.choices, &mut matches);
        let row = |found| Row::new(self, found, query.sort, lang);
        let rows: Vec<Row<'_>> = matches.into_iter().map(row).collect();
        Found {
            total: rows.len() as u64,
            rows: first(&rows, need, query.sort),
            facets,
        }
    }

    /// The source's id.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The day it was built for.
    pub(crate) fn today(&self) -> &str {
        &self.today
    }

    /// The catalog it was built from.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Listings that are searched.
    #[must_use]
    pub fn searched(&self) -> u64 {
        self.docs.len() as u64
    }

    /// Listings that are drafted, delisted, removed or over: not searched, open by their key.
    #[must_use]
    pub fn off_shelf(&self) -> u64 {
        self.catalog.listings.len().saturating_sub(self.docs.len()) as u64
    }

    pub(crate) const fn records(&self) -> &Records {
        &self.records
    }

    /// The listings on the shelf with their prices, in catalog order.
    pub(crate) fn on_shelf(&self) -> impl Iterator<Item = (&Listing, &ListingPrice)> {
        self.docs.iter().filter_map(|position| self.at(*position))
    }

    /// The listing at a position of the catalog, with its price.
    pub(crate) fn at(&self, position: usize) -> Option<(&Listing, &ListingPrice)> {
        Some((
            self.catalog.listings.get(position)?,
            self.prices.get(position)?,
        ))
    }

    /// The listing of a doc.
    pub(crate) fn listing_of(&self, doc: usize) -> Option<&Listing> {
        self.catalog.listings.get(*self.docs.get(doc)?)
    }

    /// The price of a doc.
    pub(crate) fn price_of(&self, doc: usize) -> Option<&ListingPrice> {
        self.prices.get(*self.docs.get(doc)?)
    }

    /// When a doc changed last, as a number that sorts; 0 is undated.
    pub(crate) fn date(&self, doc: usize) -> u64 {
        self.dates.get(doc).copied().unwrap_or(0)
    }

    /// Place of a doc's id among all ids.
    pub(crate) fn id_rank(&self, doc: usize) -> u32 {
        self.id_ranks.get(doc).copied().unwrap_or(u32::MAX)
    }

    /// The folded title a reader of `lang` is shown.
    pub(crate) fn folded_title(&self, doc: usize, lang: &str) -> &str {
        let position = self.listing_of(doc).and_then(|listing| {
            let (shown, _) = listing.title.pick(lang, &self.catalog.default_language)?;
            listing.title.iter().position(|(tag, _)| tag == shown)
        });
        self.arena
            .titles(doc)
            .nth(position.unwrap_or(0))
            .unwrap_or("")
    }
}

/// The later of first listing and last change. A day that is still to come has dated nothing.
pub(crate) fn latest<'l>(listing: &'l Listing, today: &str) -> Option<&'l FuzzyDate> {
    let dates = [&listing.issued, &listing.modified].into_iter().flatten();
    let past = dates.filter(|date| date.earliest.as_str() <= today);
    past.max_by(|a, b| (&a.latest, &a.earliest).cmp(&(&b.latest, &b.earliest)))
}

/// A date as a number that sorts by its last day, today at most, then its first.
fn day(date: Option<&FuzzyDate>, today: &str) -> u64 {
    let digits = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).take(8);
        digits.fold(0_u64, |number, digit| number * 10 + u64::from(digit - b'0'))
    };
    date.map_or(0, |date| {
        digits(date.latest.as_str().min(today)) * 100_000_000 + digits(&date.earliest)
    })
}

fn ranks(ids: &[&str]) -> Vec<u32> {
    let order = places(ids.len(), &mut |a, b| ids.get(a).cmp(&ids.get(b)));
    let mut ranks = vec![0; ids.len()];
    for (rank, doc) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(doc) {
            *slot = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }
    ranks
}
