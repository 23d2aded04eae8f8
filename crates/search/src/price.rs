//! The price state of every listing, computed once while an index is built.

use crate::HitPrice;
use catalog::{Catalog, Doubt, Listing, PriceState, PriceType};

/// What is said about one listing's price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PriceNote {
    /// The state.
    pub(crate) state: PriceState,
    /// Why it is doubtful.
    pub(crate) doubts: Vec<Doubt>,
    /// Listings of the same exchange with the same amount, where that is the doubt.
    pub(crate) same_amount: Option<u64>,
}

/// One note a listing, in catalog order.
pub(crate) fn notes(catalog: &Catalog) -> Vec<PriceNote> {
    catalog
        .listings
        .iter()
        .map(|listing| {
            let state = match listing.offers.first().map(|offer| offer.price_type) {
                Some(PriceType::Free) => PriceState::Free,
                Some(PriceType::Negotiable) => PriceState::Negotiable,
                Some(PriceType::Fixed | PriceType::From | PriceType::Range) => PriceState::Number,
                Some(PriceType::Unknown) | None => PriceState::NotStated,
            };
            PriceNote {
                state,
                doubts: Vec::new(),
                same_amount: None,
            }
        })
        .collect()
}

impl PriceNote {
    /// The price of `listing` as cards and pages show it: its first offer, without the parts
    /// that are for machines.
    pub(crate) fn shown(&self, listing: &Listing) -> HitPrice {
        let offer = listing.offers.first().map(|offer| {
            let mut shown = offer.clone();
            shown.policy = None;
            shown.extra.clear();
            shown
        });
        let channel = offer
            .as_ref()
            .filter(|_| self.state == PriceState::Negotiable)
            .and_then(|offer| offer.negotiation_channel);
        HitPrice {
            state: self.state,
            offer,
            doubts: self.doubts.clone(),
            same_amount: self.same_amount,
            channel,
        }
    }
}
