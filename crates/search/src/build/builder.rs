//! Listings as they come, taken apart into words, values and days.

use super::column::Column;
use super::listings::Listings;
use super::measures::{day_number, measures};
use super::titles::Titles;
use super::tokens_of::Words;
use crate::readings::each_reading;
use crate::records::{Records, is_on_shelf};
use crate::values::{Context, Value};
use crate::{Facet, Range, texts};
use catalog::disclosure::Disclosure;
use catalog::stream::Made;
use catalog::{Catalog, FuzzyDate, Limits, Listing, ListingPrice, PriceTally};
use scan::Field;
use scan::Vocabulary;
use scan::fold_into;

/// An index in the making.
#[derive(Debug)]
pub struct Builder {
    pub(super) source: String,
    /// The day, `YYYY-MM-DD`, on which offers are in force or over.
    pub(super) today: String,
    /// The catalog without its listings.
    pub(super) frame: Catalog,
    pub(super) records: Records,
    /// How many categories, organisations and exchanges were learnt.
    made: (usize, usize, usize),
    pub(super) vocabulary: Vocabulary,
    pub(super) words: Words,
    /// One for every facet, then one for every range.
    pub(super) columns: Vec<Column>,
    pub(super) titles: Titles,
    pub(super) listings: Listings,
    pub(super) prices: PriceTally,
    /// Ids, one behind the other, and where each ends.
    pub(super) ids: Vec<u8>,
    pub(super) id_ends: Vec<u32>,
    /// Latest and earliest day of last change or first listing, and whether it is on the shelf.
    pub(super) days: Vec<(u32, u32, bool)>,
    /// Points that the page of each tells, its price by itself.
    pub(super) told: Vec<u16>,
    folded: String,
}

impl Builder {
    /// An index of the source named `source` as of `today` (`YYYY-MM-DD`): there is no clock
    /// here. Listings of `frame` are left out: they come by [`Builder::add`].
    #[must_use]
    pub fn new(source: &str, mut frame: Catalog, today: &str) -> Self {
        frame.listings = Vec::new();
        let column = |place| {
            let mut column = Column::default();
            if Facet::ALL.get(place) == Some(&Facet::Price) {
                // All five states are always shown.
                column.know_tokens(catalog::PriceState::ALL.iter().map(|state| state.as_str()));
            }
            column
        };
        Self {
            source: source.to_owned(),
            today: today.to_owned(),
            records: Records::of(&frame),
            frame,
            made: (0, 0, 0),
            vocabulary: Vocabulary::default(),
            words: Words::default(),
            columns: (0..Facet::ALL.len() + Range::ALL.len())
                .map(column)
                .collect(),
            titles: Titles::default(),
            listings: Listings::default(),
            prices: PriceTally::new(today),
            ids: Vec::new(),
            id_ends: Vec::new(),
            days: Vec::new(),
            told: Vec::new(),
            folded: String::new(),
        }
    }

    /// An index of a whole catalog in the making.
    pub(crate) fn of(source: &str, mut catalog: Catalog, today: &str) -> Self {
        let listings = std::mem::take(&mut catalog.listings);
        let reading = catalog::stream::Frame::of(&catalog, &Limits::default());
        let mut builder = Self::new(source, catalog, today);
        for listing in listings {
            let json = record::to_text(&listing);
            if let Some(listing) = reading.listing(json.as_bytes(), &listing.id) {
                builder.add(&listing, json.as_bytes());
            }
        }
        builder
    }

    /// Takes the whole of the catalog but its listings, now that all of it is known. The records
    /// are those that are known already, in the same order.
    pub fn know(&mut self, mut frame: Catalog) {
        frame.listings = Vec::new();
        self.records.grow(&frame);
        self.frame = frame;
    }

    /// The catalog without its listings.
    #[must_use]
    pub const fn frame(&self) -> &Catalog {
        &self.frame
    }

    /// Hands out the JSON of every listing, in the order in which they came.
    pub(crate) fn each_json(&self, each: &mut dyn FnMut(&str)) {
        self.listings.each(each);
    }

    /// Takes the records that listings made so far, of which more may come with each.
    pub fn learn(&mut self, made: &Made) {
        let Self {
            frame,
            records,
            made: known,
            ..
        } = self;
        let new = made.categories.get(known.0..).unwrap_or_default();
        frame.categories.extend_from_slice(new);
        let new = made.organizations.get(known.1..).unwrap_or_default();
        frame.organizations.extend_from_slice(new);
        let new = made.exchanges.get(known.2..).unwrap_or_default();
        frame.exchanges.extend_from_slice(new);
        let now = (
            made.categories.len(),
            made.organizations.len(),
            made.exchanges.len(),
        );
        if now != *known {
            *known = now;
            records.grow(frame);
        }
    }

    /// How many listings have come.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether none has.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// Adds a listing, whose JSON is kept to show it by.
    pub fn add(&mut self, listing: &Listing, json: &[u8]) {
        let price = self.prices.add(listing);
        let date = latest(listing, &self.today);
        let day = |day: &str| day_number(day) as u32;
        let (last, first) = date.map_or((0, 0), |date| {
            // A day that is still to come has dated nothing.
            let last = date.latest.as_str().min(self.today.as_str());
            (day(last), day(&date.earliest))
        });
        let on_shelf = is_on_shelf(listing) && !price.expired;
        self.days.push((last, first, on_shelf));
        self.ids.extend_from_slice(listing.id.as_bytes());
        self.id_ends.push(self.ids.len() as u32);
        self.listings.push(&listing.id, json);
        self.titles.push(&listing.title);
        if on_shelf {
            self.add_words(listing);
        }
        self.words.close();
        let exchange = listing.exchange.as_deref();
        let exchange = exchange.and_then(|id| self.records.exchange(&self.frame, id));
        self.told
            .push(Disclosure::of(listing, exchange, price.state).bits());
        self.add_values(listing, &price, on_shelf);
    }

    fn add_words(&mut self, listing: &Listing) {
        let Self {
            words,
            vocabulary,
            folded,
            ..
        } = self;
        let mut write = |text: &str, field: Field| {
            folded.clear();
            fold_into(text, folded);
            words.text(folded, field, vocabulary);
            false
        };
        for (_, title) in listing.title.iter() {
            write(title, Field::Title);
        }
        for (_, title) in listing.title.iter() {
            folded.clear();
            fold_into(title, folded);
            each_reading(folded, &mut |token, starts| {
                words.token(token, starts, vocabulary)
            });
        }
        let mut write = |text: &str, field: Field| {
            folded.clear();
            fold_into(text, folded);
            words.text(folded, field, vocabulary);
            false
        };
        texts::near(&self.frame, &self.records, listing, &mut |text| {
            write(text, Field::Near)
        });
        texts::far(listing, &mut |text| write(text, Field::Far));
    }

    fn add_values(&mut self, listing: &Listing, price: &ListingPrice, on_shelf: bool) {
        let context = Context {
            source: &self.source,
            catalog: &self.frame,
            records: &self.records,
        };
        let (facets, ranges) = self.columns.split_at_mut(Facet::ALL.len());
        if !on_shelf {
            // Off the shelf nothing is counted; the columns only keep in step.
            facets.iter_mut().chain(ranges).for_each(Column::skip);
            return;
        }
        for (facet, column) in Facet::ALL.iter().zip(facets) {
            // The states of prices are known when all have come.
            match facet {
                Facet::Price | Facet::Disclosure => column.skip(),
                _ => context.write(*facet, listing, price, column),
            }
        }
        for (range, column) in Range::ALL.iter().zip(ranges) {
            for measure in measures(*range, listing, price) {
                column.value(Value::token(measure.written()));
            }
            column.close(None);
        }
    }

    /// The id of a listing.
    pub(super) fn id(&self, listing: usize) -> &[u8] {
        let end = |listing: usize| self.id_ends.get(listing).map_or(0, |end| *end as usize);
        let start = listing.checked_sub(1).map_or(0, end);
        self.ids.get(start..end(listing)).unwrap_or_default()
    }
}

/// The later of first listing and last change. A day that is still to come has dated nothing.
pub(crate) fn latest<'l>(listing: &'l Listing, today: &str) -> Option<&'l FuzzyDate> {
    let dates = [&listing.issued, &listing.modified].into_iter().flatten();
    let past = dates.filter(|date| date.earliest.as_str() <= today);
    past.max_by(|a, b| (&a.latest, &a.earliest).cmp(&(&b.latest, &b.earliest)))
}
