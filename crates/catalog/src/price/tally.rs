//! Prices of listings that pass by one after another: what must be known of each until the last
//! one is there, as an amount is doubtful that too many listings of an exchange ask.

use crate::{
    Doubt, Listing, ListingPrice, Offer, PriceState,
    price::state::{alone, amounts},
};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hasher},
};

/// Fewest suppliers with one amount that make it doubtful. Where no supplier is given, the
/// same number of listings is needed, as four listings of a small exchange repeat by chance.
const REPEATS: usize = 5;

/// No exchange, no supplier.
const NONE: u32 = u32::MAX;

/// What is kept of one listing: 24 bytes.
#[derive(Clone, Copy, Debug)]
struct Note {
    /// Until all listings are there a mark of the amount, then how many have the same one; 0 if
    /// the amount is not compared, or not doubtful.
    same: u64,
    exchange: u32,
    supplier: u32,
    offer: u16,
    state: PriceState,
    expired: bool,
    /// One bit for each of `Doubt::ALL`.
    doubts: u8,
}

/// The prices of the listings so far.
#[derive(Clone, Debug)]
pub struct PriceTally {
    today: String,
    notes: Vec<Note>,
    exchanges: HashMap<String, usize>,
    suppliers: HashMap<String, usize>,
}

impl PriceTally {
    /// No listing yet; offers are in force or not on `today`, `YYYY-MM-DD`.
    pub fn new(today: impl Into<String>) -> Self {
        Self {
            today: today.into(),
            notes: Vec::new(),
            exchanges: HashMap::new(),
            suppliers: HashMap::new(),
        }
    }

    /// Adds the next listing; what its price is without the others.
    pub fn add(&mut self, listing: &Listing) -> ListingPrice {
        let price = alone(listing, &self.today);
        let exchange = number(&mut self.exchanges, listing.exchange.as_deref());
        let supplier = number(&mut self.suppliers, listing.provider.as_deref());
        let is_number = matches!(price.state, PriceState::Number | PriceState::Doubtful);
        let offer = listing.offers.get(price.offer).filter(|_| is_number);
        let doubts = price.doubts.iter().map(|doubt| bit(*doubt));
        self.notes.push(Note {
            same: match (offer, exchange) {
                (None, _) | (_, NONE) => 0,
                (Some(offer), _) => mark(offer),
            },
            exchange,
            supplier,
            offer: u16::try_from(price.offer).unwrap_or(u16::MAX),
            state: price.state,
            expired: price.expired,
            doubts: doubts.sum(),
        });
        price
    }

    /// How many listings were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether none was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// All listings are there: what their prices are beside each other.
    #[must_use]
    pub fn settle(mut self) -> Prices {
        let mut priced = vec![0_usize; self.exchanges.len()];
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut groups: Vec<Group> = Vec::new();
        for note in self.notes.iter_mut().filter(|note| note.same != 0) {
            if let Some(count) = priced.get_mut(note.exchange as usize) {
                *count += 1;
            }
            let amount = format!("{} {}", note.exchange, note.same);
            let place = *places.entry(amount).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group {
                    count: 0,
                    suppliers: [NONE; REPEATS],
                });
            }
            if let Some(group) = groups.get_mut(place) {
                group.add(note.supplier);
            }
            // Its group, until all are counted.
            note.same = place as u64 + 1;
        }
        for note in self.notes.iter_mut().filter(|note| note.same != 0) {
            let group = usize::try_from(note.same - 1).map(|place| groups.get(place));
            let of = priced.get(note.exchange as usize).copied().unwrap_or(0);
            let doubted = group.ok().flatten().filter(|group| group.is_doubtful(of));
            note.same = doubted.map_or(0, |group| group.count as u64);
            if doubted.is_some() {
                note.state = PriceState::Doubtful;
                note.doubts |= bit(Doubt::RepeatedAmount);
            }
        }
        Prices { notes: self.notes }
    }
}

/// Listings of one exchange with one amount.
struct Group {
    count: usize,
    /// Different ones; no more than matter.
    suppliers: [u32; REPEATS],
}

impl Group {
    fn add(&mut self, supplier: u32) {
        self.count += 1;
        // The first free place, or its own.
        let mut places = self.suppliers.iter_mut();
        if let Some(place) = places.find(|known| **known == NONE || **known == supplier) {
            *place = supplier;
        }
    }

    /// Whether the amount is asked too often among `of` priced listings of the exchange.
    fn is_doubtful(&self, of: usize) -> bool {
        let suppliers = self.suppliers.iter().filter(|one| **one != NONE).count();
        let asked = if suppliers == 0 {
            self.count
        } else {
            suppliers
        };
        asked >= REPEATS && self.count * 4 > of
    }
}

/// The number of a name, counted from 0 as they come.
fn number(known: &mut HashMap<String, usize>, name: Option<&str>) -> u32 {
    let Some(name) = name else {
        return NONE;
    };
    let place = match known.get(name) {
        Some(place) => *place,
        None => {
            let next = known.len();
            known.insert(name.to_owned(), next);
            next
        }
    };
    u32::try_from(place).unwrap_or(NONE)
}

const fn bit(doubt: Doubt) -> u8 {
    1 << doubt as u8
}

/// A mark of the currency and the numbers, never 0; 1000 and 1000.00 yuan are one amount. Of 64
/// bits, so that two amounts of one exchange share one by chance once in a billion catalogs.
fn mark(offer: &Offer) -> u64 {
    let mut hasher = DefaultHasher::new();
    let price = offer.price.as_ref();
    hasher.write(price.map_or("", |price| &price.currency).as_bytes());
    for amount in amounts(offer) {
        let digits = if amount.as_bytes().contains(&b'.') {
            amount.trim_end_matches('0').trim_end_matches('.')
        } else {
            amount
        };
        hasher.write(b"\n");
        hasher.write(digits.as_bytes());
    }
    hasher.finish().max(1)
}

/// The prices of all listings, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Prices {
    notes: Vec<Note>,
}

impl Prices {
    /// The price of the listing at `position`.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<ListingPrice> {
        self.notes.get(position).map(price)
    }

    /// Its state alone.
    #[must_use]
    pub fn state(&self, position: usize) -> Option<PriceState> {
        self.notes.get(position).map(|note| note.state)
    }

    /// Every price.
    pub fn iter(&self) -> impl Iterator<Item = ListingPrice> {
        self.notes.iter().map(price)
    }

    /// How many listings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }
}

fn price(note: &Note) -> ListingPrice {
    let doubts = Doubt::ALL.iter().copied();
    ListingPrice {
        state: note.state,
        offer: usize::from(note.offer),
        expired: note.expired,
        doubts: doubts
            .filter(|doubt| note.doubts & bit(*doubt) != 0)
            .collect(),
        same_amount: (note.same > 0).then_some(note.same),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_little_of_a_listing() {
        assert!(size_of::<Note>() <= 24);
    }
}
