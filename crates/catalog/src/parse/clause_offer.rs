//! What the words of one clause amount to: an offer, or nothing.
//! A number counts as a price only beside money or a unit, or when it is all there is.

use std::cmp::Ordering;

use super::clause::Clause;
use super::decimal::{decimal, shift};
use super::float::float;
use super::lexicon::Word;
use super::order::{compare, is_zero};
use super::unit::Unit;
use crate::{BillingModel, NegotiationChannel, Offer, Price, PriceType, Quantity};

impl Clause {
    /// The offer of this clause and the codes of what is odd, or `None` when its words do not
    /// amount to one.
    pub(super) fn offer(mut self, default: &str) -> Option<(Offer, Vec<&'static str>)> {
        let mut notes = Vec::new();
        let mut offer = match self.amounts.len() {
            0 => self.without_number()?,
            _ if self.negative => {
                notes.push("negative-price");
                Offer::new("o1", PriceType::Unknown)
            }
            1 if self.has(Word::UpTo) => {
                notes.push("price-upper-bound-only");
                Offer::new("o1", PriceType::Unknown)
            }
            1 | 2 => self.priced(default)?,
            _ => return None,
        };
        if self.has(Word::About) && offer.price.is_some() {
            notes.push("approximate-price");
        }
        if self.unit_lost {
            notes.push("unit-not-understood");
        }
        self.bill(&mut offer);
        Some((offer, notes))
    }

    fn without_number(&self) -> Option<Offer> {
        if self.has(Word::Negotiable) {
            let mut offer = Offer::new("o1", PriceType::Negotiable);
            offer.negotiation_channel = Some(self.channel());
            return Some(offer);
        }
        if self.is_free() {
            return Some(Offer::new("o1", PriceType::Free));
        }
        if self.has(Word::Share) || self.has(Word::Usage) || self.per.is_some() {
            return Some(Offer::new("o1", PriceType::Unknown));
        }
        let place_alone = !self.other && !self.has(Word::Free);
        if (self.has(Word::Offline) || self.has(Word::Online)) && place_alone {
            let mut offer = Offer::new("o1", PriceType::Negotiable);
            offer.negotiation_channel = Some(self.channel());
            return Some(offer);
        }
        None
    }

    fn channel(&self) -> NegotiationChannel {
        match (self.has(Word::Offline), self.has(Word::Online)) {
            (true, false) => NegotiationChannel::Offline,
            (false, true) => NegotiationChannel::Online,
            _ => NegotiationChannel::Unspecified,
        }
    }

    fn priced(&mut self, default: &str) -> Option<Offer> {
        let stated = self
            .amounts
            .iter()
            .find_map(|amount| amount.currency.clone());
        let money =
            stated.is_some() || self.per.is_some() || self.amounts.iter().any(|a| a.power != 0);
        if !money && self.other {
            return None;
        }
        let currency = stated.unwrap_or_else(|| default.to_owned());
        let price = Price {
            currency,
            tax_included: self.tax(),
            ..Price::default()
        };
        let second = self.amounts.pop()?;
        let Some(first) = self.amounts.pop() else {
            return Some(self.single(second.value, price));
        };
        if !self.range {
            return None;
        }
        // `1-5万元` means 1万 to 5万.
        let bare = first.power == 0 && first.currency.is_none() && second.power != 0;
        let min = if bare {
            shift(&first.value, second.power)
        } else {
            first.value
        };
        if compare(&min, &second.value) == Ordering::Greater {
            return None;
        }
        let mut offer = Offer::new("o1", PriceType::Range);
        offer.price = Some(Price {
            min: Some(min),
            max: Some(second.value),
            ..price
        });
        Some(offer)
    }

    fn single(&self, value: String, price: Price) -> Offer {
        if is_zero(&value) && self.is_free() {
            return Offer::new("o1", PriceType::Free);
        }
        let from = self.has(Word::From);
        let mut offer = Offer::new(
            "o1",
            if from {
                PriceType::From
            } else {
                PriceType::Fixed
            },
        );
        offer.price = Some(if from {
            Price {
                min: Some(value),
                ..price
            }
        } else {
            Price {
                amount: Some(value),
                ..price
            }
        });
        offer
    }

    fn tax(&self) -> Option<bool> {
        self.words.iter().find_map(|word| match word {
            Word::Tax(included) => Some(*included),
            _ => None,
        })
    }

    /// What the price is per, and what it includes.
    fn bill(&self, offer: &mut Offer) {
        if offer.price_type == PriceType::Free {
            return;
        }
        if let Some((count, unit)) = &self.per {
            offer.billing_model = Some(unit.billing());
            let more = self.per_more.and_then(Unit::word);
            offer.unit = unit.word().or(more).map(str::to_owned);
            match count
                .parse::<u32>()
                .ok()
                .and_then(|count| unit.period(count))
            {
                Some(period) => offer.billing_period = Some(period),
                None if unit.word().is_none() => {
                    offer.billing_model = Some(BillingModel::UsageOther)
                }
                None => offer.included_quantity = included(count, *unit),
            }
        } else if self.has(Word::Once) {
            offer.billing_model = Some(BillingModel::OneTime);
        } else if self.has(Word::Share) {
            offer.billing_model = Some(BillingModel::RevenueShare);
        } else if self.has(Word::Usage) {
            offer.billing_model = Some(BillingModel::UsageOther);
        }
        // `前100次免费` counts what is free, not what the price includes.
        if offer.included_quantity.is_none()
            && offer.price.is_some()
            && !self.has(Word::Free)
            && let Some((count, unit)) = self.counts.iter().find(|(_, unit)| unit.word().is_some())
        {
            offer.included_quantity = included(count, *unit);
            if self.per.is_none() {
                offer.billing_model = offer.billing_model.or(Some(unit.billing()));
                offer.unit = unit.word().map(str::to_owned);
            }
        }
    }
}

/// What `count` of `unit` is as a quantity; one of a thing is no package.
pub(super) fn included(count: &str, unit: Unit) -> Option<Quantity> {
    let value = float(&decimal(count)?)?;
    let known = match unit {
        Unit::Record => crate::Unit::Record,
        Unit::Volume("KB") => crate::Unit::Kilobyte,
        Unit::Volume("MB") => crate::Unit::Megabyte,
        Unit::Volume("GB") => crate::Unit::Gigabyte,
        Unit::Volume("TB") => crate::Unit::Terabyte,
        Unit::Other("hour") => crate::Unit::Hour,
        Unit::Other("minute") => crate::Unit::Minute,
        Unit::Other("image") => crate::Unit::Image,
        Unit::Other("person") => crate::Unit::Person,
        Unit::Other("token") => crate::Unit::Token,
        _ => crate::Unit::Item,
    };
    (value > 1.0).then_some(Quantity {
        value,
        unit: known,
        approximate: false,
        verbatim: None,
    })
}
