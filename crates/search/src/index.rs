//! One source's catalog, made ready to be searched: lists of listings by term, numbers by
//! facet, orders by title. A byte format can slip under it without a change above `find`.

use crate::columns::{Columns, Writer};
use crate::field::Field;
use crate::find::{self, Match};
use crate::fold::fold_into;
use crate::lexicon::Lexicon;
use crate::order::{Row, first};
use crate::postings::Postings;
use crate::records::{Records, is_on_shelf};
use crate::sort::{first_places, places};
use crate::terms::Terms;
use crate::texts;
use crate::title_order::TitleOrders;
use crate::titles::Titles;
use crate::tokens::each_token;
use crate::values::Context;
use crate::{Facet, FacetCounts, Query, Sort};
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
    /// Positions in the catalog of the listings on the shelf, the newest first, equal ones by
    /// id; a place here is a "doc". So what is found is in the order that it is mostly shown.
    docs: Vec<u32>,
    titles: Titles,
    title_orders: TitleOrders,
    postings: Postings,
    columns: Columns,
}

/// So few that comparing their titles is quicker than passing over the order of all.
const FEW: usize = 256;

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
            titles: Titles::default(),
            title_orders: TitleOrders::default(),
            postings: Postings::default(),
            columns: Columns::new(Vec::new(), &[]),
            catalog,
        };
        index.docs = index.newest_first();
        (index.titles, index.postings) = index.write_texts();
        index.title_orders = TitleOrders::of(&index.catalog, index.size(), &|doc, lang| {
            index.folded_title(doc, lang)
        });
        index.columns = index.write_columns();
        index
    }

    fn newest_first(&self) -> Vec<u32> {
        let by_id = self.records.by_id().iter().copied();
        let on_shelf: Vec<u32> = by_id
            .filter(|position| self.on_shelf_at(*position as usize).is_some())
            .collect();
        let date = |position: &u32| {
            let listing = self.catalog.listings.get(*position as usize);
            listing.map_or(0, |listing| day(latest(listing, &self.today), &self.today))
        };
        let dates: Vec<u64> = on_shelf.iter().map(date).collect();
        let order = places(dates.len(), &mut |a, b| dates.get(b).cmp(&dates.get(a)));
        let position = |place: &usize| on_shelf.get(*place).copied();
        order.iter().filter_map(position).collect()
    }

    fn write_texts(&self) -> (Titles, Postings) {
        let (mut titles, mut lexicon) = (Titles::default(), Lexicon::default());
        let mut folded = String::new();
        for doc in 0..self.size() {
            let Some(listing) = self.listing_of(doc) else {
                continue;
            };
            let mut odd = false;
            for (_, title) in listing.title.iter() {
                odd |= titles.push(title);
            }
            let mut write = |text: &str, field: Field| {
                each_token(text, &mut |start, end| {
                    let token = text.as_bytes().get(start..end).unwrap_or_default();
                    lexicon.add(token, doc as u32, field.bit());
                });
            };
            write(titles.of(doc), Field::Title);
            for field in [Field::Near, Field::Far] {
                folded.clear();
                let mut fold = |text: &str| {
                    odd |= fold_into(text, &mut folded);
                    folded.push('\n');
                    false
                };
                match field {
                    Field::Near => texts::near(&self.catalog, &self.records, listing, &mut fold),
                    _ => texts::far(listing, &mut fold),
                };
                write(&folded, field);
            }
            titles.close(odd);
        }
        titles.finish();
        (titles, lexicon.finish())
    }

    fn write_columns(&self) -> Columns {
        let context = Context {
            source: &self.source,
            catalog: &self.catalog,
            records: &self.records,
        };
        // Values are numbered as the catalog has them, whatever is newest.
        let mut places = vec![0_u32; self.catalog.listings.len()];
        let mut count = 0;
        for (position, place) in places.iter_mut().enumerate() {
            *place = count;
            count += u32::from(self.on_shelf_at(position).is_some());
        }
        let place = |position: &u32| places.get(*position as usize).copied();
        let order: Vec<u32> = self.docs.iter().filter_map(place).collect();
        let mut writers: Vec<Writer> = Facet::ALL.iter().map(|_| Writer::default()).collect();
        for (facet, writer) in Facet::ALL.iter().zip(&mut writers) {
            if *facet == Facet::Price && !self.docs.is_empty() {
                writer.know_tokens(catalog::PriceState::ALL.iter().map(|state| state.as_str()));
            }
        }
        for (listing, price) in self.on_shelf() {
            for (facet, writer) in Facet::ALL.iter().zip(&mut writers) {
                context.write(*facet, listing, price, writer);
            }
        }
        Columns::new(writers, &order)
    }

    /// Everything that matches `query`: how many, the first `need` in order, all counts.
    pub(crate) fn find(&self, query: &Query, terms: &Terms, need: usize, lang: &str) -> Found<'_> {
        let mut found = find::select(self, terms);
        let facets = self.columns.count(&query.choices, &mut found);
        if let Some(found) = &mut found
            && query.sort == Sort::Relevance
        {
            find::add_kinds(&self.titles, terms, found);
        }
        let total = found.as_ref().map_or(self.size(), Vec::len);
        let row = |found| Row::new(self, found, query.sort, lang);
        Found {
            total: total as u64,
            rows: match self.first(found, need, query.sort, lang) {
                Ok(chosen) => chosen.into_iter().map(row).collect(),
                Err(all) => {
                    let rows: Vec<Row<'_>> = all.into_iter().map(row).collect();
                    first(&rows, need, query.sort)
                }
            },
            facets,
        }
    }

    /// The first `need` of what was found, in order; all of it where it must be compared
    /// by titles for want of an order. Docs are in the order of newest and id already.
    fn first(
        &self,
        found: Option<Vec<Match>>,
        need: usize,
        sort: Sort,
        lang: &str,
    ) -> Result<Vec<Match>, Vec<Match>> {
        let unscored = |doc| Match { doc, score: 0 };
        match (sort, found) {
            (
                Sort::Newest | Sort::Relevance | Sort::Price | Sort::Size | Sort::Disclosure,
                None,
            ) => {
                let docs = 0..self.size().min(need) as u32;
                Ok(docs.map(unscored).collect())
            }
            (Sort::Newest | Sort::Price | Sort::Size | Sort::Disclosure, Some(mut found)) => {
                found.truncate(need);
                Ok(found)
            }
            (Sort::Relevance, Some(found)) => {
                let score = |place| found.get(place).map(|found: &Match| found.score);
                let best = first_places(found.len(), need, &mut |a, b| {
                    score(b).cmp(&score(a)).then(a.cmp(&b))
                });
                let at = |place: &usize| found.get(*place).copied();
                Ok(best.iter().filter_map(at).collect())
            }
            (Sort::Title, found) => {
                let default = &self.catalog.default_language;
                let order = self.title_orders.get(lang, default);
                match (order, found) {
                    (Some(order), None) => {
                        let docs = order.iter().copied().take(need);
                        Ok(docs.map(unscored).collect())
                    }
                    (Some(order), Some(found)) if found.len() > FEW => {
                        let mut is_found = vec![false; self.size()];
                        for hit in &found {
                            if let Some(slot) = is_found.get_mut(hit.doc as usize) {
                                *slot = true;
                            }
                        }
                        let is_found = |doc: &u32| is_found.get(*doc as usize) == Some(&true);
                        let docs = order.iter().copied().filter(is_found).take(need);
                        Ok(docs.map(unscored).collect())
                    }
                    (_, Some(found)) => Err(found),
                    (None, None) => Err((0..self.size() as u32).map(unscored).collect()),
                }
            }
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

    pub(crate) const fn postings(&self) -> &Postings {
        &self.postings
    }

    pub(crate) const fn titles(&self) -> &Titles {
        &self.titles
    }

    /// How many docs there are.
    pub(crate) const fn size(&self) -> usize {
        self.docs.len()
    }

    /// The listings on the shelf with their prices, in catalog order.
    pub(crate) fn on_shelf(&self) -> impl Iterator<Item = (&Listing, &ListingPrice)> {
        (0..self.catalog.listings.len()).filter_map(|position| self.on_shelf_at(position))
    }

    /// The listing at a position of the catalog, if it is on the shelf.
    fn on_shelf_at(&self, position: usize) -> Option<(&Listing, &ListingPrice)> {
        let (listing, price) = self.at(position)?;
        (is_on_shelf(listing) && !price.expired).then_some((listing, price))
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
        self.catalog.listings.get(*self.docs.get(doc)? as usize)
    }

    /// The price of a doc.
    pub(crate) fn price_of(&self, doc: usize) -> Option<&ListingPrice> {
        self.prices.get(*self.docs.get(doc)? as usize)
    }

    /// When a doc changed last, as a number that sorts; 0 is undated.
    pub(crate) fn date(&self, doc: usize) -> u64 {
        let listing = self.listing_of(doc);
        listing.map_or(0, |listing| day(latest(listing, &self.today), &self.today))
    }

    /// The folded title a reader of `lang` is shown.
    pub(crate) fn folded_title(&self, doc: usize, lang: &str) -> &str {
        let position = self.listing_of(doc).and_then(|listing| {
            let (shown, _) = listing.title.pick(lang, &self.catalog.default_language)?;
            listing.title.iter().position(|(tag, _)| tag == shown)
        });
        self.titles
            .each(doc)
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
