//! A price as cards and pages show it.

use crate::build::{Measure, measures};
use crate::range::decimal;
use crate::{HitPrice, Range};
use catalog::{Listing, ListingPrice, PriceState, ShortPrice};

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

/// The price told short: its number only where one is shown.
pub(crate) fn short(state: PriceState, measure: Option<&Measure>) -> ShortPrice {
    let is_shown = matches!(state, PriceState::Number | PriceState::Doubtful);
    let Some(measure) = measure.filter(|_| is_shown) else {
        return ShortPrice::of_state(state);
    };
    let (least, most) = (decimal(measure.least), decimal(measure.most));
    ShortPrice {
        state,
        amount: match measure.most {
            u64::MAX => format!("{least}.."),
            _ if least == most => least,
            _ => format!("{least}..{most}"),
        },
        unit: measure.unit.clone(),
    }
}

impl HitPrice {
    /// The price told short, as a digest tells it.
    #[must_use]
    pub fn short(&self) -> ShortPrice {
        let listing = Listing {
            offers: self.offer.iter().cloned().collect(),
            ..Listing::default()
        };
        let counted = ListingPrice {
            state: self.state,
            offer: 0,
            expired: false,
            doubts: Vec::new(),
            same_amount: None,
        };
        short(
            self.state,
            measures(Range::Amount, &listing, &counted).first(),
        )
    }
}
