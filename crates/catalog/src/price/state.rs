//! The five states a price can be in, told apart before any number is shown
//! (`model.md` §B rule 13). Blank is never free.

use crate::{
    Catalog, Listing, Offer, PriceTally, PriceType,
    parse::{self, is_zero},
    token::tokens,
};

tokens! {
    /// Facet `price`. The order is the one in which states are always shown.
    PriceState {
        /// A number is stated.
        Number = "number",
        /// The source says free.
        Free = "free",
        /// The source says negotiable.
        Negotiable = "negotiable",
        /// The source says nothing.
        NotStated = "not_stated",
        /// A number that needs a question.
        Doubtful = "doubtful",
    }
}

tokens! {
    /// Why a number is doubtful.
    Doubt {
        /// A bare 0 without the word free.
        ZeroWithoutFree = "zero-without-free",
        /// More than four decimals: a floating-point remainder, not a price.
        FloatDebris = "float-debris",
        /// One amount on more than a quarter of an exchange's priced listings, from five suppliers or more.
        RepeatedAmount = "repeated-amount",
    }
}

/// Most decimals of a number that is not doubtful. Trailing zeros do not count.
const DECIMALS: usize = 4;

/// What is said about the price of one listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingPrice {
    /// The state.
    pub state: PriceState,
    /// Place among the listing's offers of the one that the listing counts by.
    pub offer: usize,
    /// There are offers, and the last day of every one is past.
    pub expired: bool,
    /// Why the number is doubtful; empty in every other state.
    pub doubts: Vec<Doubt>,
    /// Listings of the same exchange with the same amount, this one included, where that
    /// is the doubt.
    pub same_amount: Option<u64>,
}

/// The price of every listing of `catalog`, in its order. A listing counts once, by its
/// first offer that is in force on `today` (`YYYY-MM-DD`), else by the first that is to come,
/// else by the first. Takes time in proportion to the listings.
#[must_use]
pub fn price_states(catalog: &Catalog, today: &str) -> Vec<ListingPrice> {
    let mut tally = PriceTally::new(today);
    for listing in &catalog.listings {
        tally.add(listing);
    }
    tally.settle().iter().collect()
}

/// The state as far as the listing itself tells.
pub(super) fn alone(listing: &Listing, today: &str) -> ListingPrice {
    // `min_by_key` gives the first of equal ones.
    let offers = listing.offers.iter().enumerate();
    let counted = offers.min_by_key(|(_, o)| (o.is_over(today), o.is_to_come(today)));
    let (place, counted) = counted.map_or((0, None), |(place, offer)| (place, Some(offer)));
    let state = counted.map_or(PriceState::NotStated, state);
    let doubts = match (state, counted) {
        (PriceState::Number, Some(offer)) => doubts(offer),
        _ => Vec::new(),
    };
    ListingPrice {
        state: if doubts.is_empty() {
            state
        } else {
            PriceState::Doubtful
        },
        offer: place,
        expired: counted.is_some_and(|offer| offer.is_over(today)),
        doubts,
        same_amount: None,
    }
}

/// The state of an offer before any doubt.
fn state(offer: &Offer) -> PriceState {
    match offer.price_type {
        PriceType::Free => PriceState::Free,
        PriceType::Negotiable => PriceState::Negotiable,
        PriceType::Unknown => PriceState::NotStated,
        PriceType::Fixed | PriceType::From | PriceType::Range => {
            let mut amounts = amounts(offer).peekable();
            if amounts.peek().is_none() {
                PriceState::NotStated
            } else if amounts.all(is_zero) && says_free(offer) {
                PriceState::Free
            } else {
                PriceState::Number
            }
        }
    }
}

/// The doubts about one number by itself.
fn doubts(offer: &Offer) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if amounts(offer).all(is_zero) {
        doubts.push(Doubt::ZeroWithoutFree);
    }
    let decimals = |amount: &str| {
        let (_, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        fraction.trim_end_matches('0').len()
    };
    if amounts(offer).any(|amount| decimals(amount) > DECIMALS) {
        doubts.push(Doubt::FloatDebris);
    }
    doubts
}

pub(super) fn amounts(offer: &Offer) -> impl Iterator<Item = &str> {
    let price = offer.price.as_ref();
    price
        .into_iter()
        .flat_map(|price| [&price.amount, &price.min, &price.max])
        .filter_map(|amount| amount.as_deref())
}

/// Whether the source's words say free, and no condition.
fn says_free(offer: &Offer) -> bool {
    offer.verbatim.as_deref().is_some_and(parse::says_free)
}
