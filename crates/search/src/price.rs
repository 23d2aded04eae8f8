//! A price as cards and pages show it.

use crate::HitPrice;
use catalog::{Listing, ListingPrice, PriceState};

/// The price of `listing`: the offer it counts by, without the parts that are for machines.
pub(crate) fn shown(price: &ListingPrice, listing: &Listing) -> HitPrice {
    let offer = listing.offers.get(price.offer).map(|offer| {
        let mut shown = offer.clone();
        shown.policy = None;
        shown.extra.clear();
        shown
    });
    let channel = offer
        .as_ref()
        .filter(|_| price.state == PriceState::Negotiable)
        .and_then(|offer| offer.negotiation_channel);
    HitPrice {
        state: price.state,
        offer,
        doubts: price.doubts.clone(),
        same_amount: price.same_amount,
        channel,
    }
}
