//! One clause of a price text, such as `基础版：0.05元/次` or `from $99/month`, becomes one offer.
//! A number counts as a price only beside money or a unit, or when it is all there is.

use std::cmp::Ordering;

use super::decimal::decimal;
use super::lexicon::Word;
use super::order::{compare, is_zero};
use super::tokens::{Token, scaled};
use super::unit::Unit;
use crate::{BillingModel, NegotiationChannel, Offer, Price, PriceType, Quantity};

/// A number that may be a price.
struct Amount {
    value: String,
    currency: Option<String>,
    /// The power of ten written behind it.
    power: i32,
}

/// What the words of one clause say.
#[derive(Default)]
pub(super) struct Clause {
    amounts: Vec<Amount>,
    /// `元/100次`: the number and the unit behind the stroke.
    per: Option<(String, Unit)>,
    /// `元/年/账号`: what stands behind a second stroke.
    per_more: Option<Unit>,
    /// `含1000次`: numbers of things, not of money.
    counts: Vec<(String, Unit)>,
    words: Vec<Word>,
    /// Text that no word explains.
    other: bool,
    dash: bool,
    range: bool,
    negative: bool,
    per_open: bool,
    unit_lost: bool,
    pending: Option<String>,
}

impl Clause {
    /// Reads a clause; `default` is the currency of bare numbers, ISO 4217.
    pub(super) fn read(tokens: &[Token], default: &str) -> Self {
        let mut clause = Self::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            let behind = tokens.get(at..).unwrap_or_default();
            match token {
                Token::Number(value) => at += clause.number(value, behind, default),
                Token::Word(word) => clause.word(*word, default),
                Token::Text(text) => {
                    clause.unit_lost |= clause.per_open && !clause.amounts.is_empty();
                    clause.per_open = false;
                    clause.other |= text.chars().any(char::is_alphanumeric);
                }
            }
        }
        clause
    }

    /// Whether a price, free, negotiable or a way to bill is said at all.
    pub(super) fn is_silent(&self) -> bool {
        self.amounts.is_empty()
            && !self.words.iter().any(|word| {
                matches!(
                    word,
                    Word::Free | Word::Negotiable | Word::Share | Word::Usage
                ) || matches!(word, Word::Offline | Word::Online) && !self.other
            })
            && self.per.is_none()
    }

    /// Whether nothing known is said: such text can be the name of a package.
    pub(super) fn is_wordless(&self) -> bool {
        self.words.is_empty() && self.is_silent()
    }

    /// What a clause such as `含1000次` says that the price before it includes.
    pub(super) fn inclusion(&self) -> Option<Quantity> {
        let counted = self.counts.iter().find(|(_, unit)| unit.word().is_some());
        counted.and_then(|(count, unit)| included(count, *unit))
    }

    fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// Takes a number with what stands behind it; returns how many more tokens that used.
    fn number(&mut self, value: &str, behind: &[Token], default: &str) -> usize {
        let (value, mut taken, power) = scaled(value, behind);
        let mut currency = self.pending.take();
        if let Some(Token::Word(word)) = behind.get(taken)
            && let Some(code) = currency_of(*word, default)
        {
            currency = Some(code);
            taken += 1;
        }
        if currency.is_none()
            && let Some(Token::Word(Word::Unit(unit))) = behind.get(taken)
        {
            taken += 1;
            if std::mem::take(&mut self.per_open) && !self.amounts.is_empty() {
                self.per = Some((value, *unit));
            } else {
                self.counts.push((value, *unit));
            }
        } else {
            if std::mem::take(&mut self.per_open) && self.per.is_none() {
                // `1000次/100元`: the count stands before the stroke.
                self.per = self.counts.pop();
            }
            let dash = std::mem::take(&mut self.dash);
            self.range |= dash && self.amounts.len() == 1;
            self.negative |= dash && self.amounts.is_empty();
            self.amounts.push(Amount {
                value,
                currency,
                power,
            });
        }
        taken
    }

    fn word(&mut self, word: Word, default: &str) {
        match word {
            Word::Unit(unit) if std::mem::take(&mut self.per_open) => {
                if self.per.is_some() {
                    self.per_more = Some(unit);
                }
                self.per.get_or_insert(("1".to_owned(), unit));
            }
            Word::Each(unit) => {
                self.per.get_or_insert(("1".to_owned(), unit));
            }
            Word::Per => self.per_open = true,
            Word::Dash => self.dash = true,
            Word::Unit(_) | Word::Label | Word::Times(_) => {}
            other => match currency_of(other, default) {
                Some(code) => self.currency(code),
                None => self.words.push(other),
            },
        }
    }

    /// A currency word apart from a number: before it (`USD 5`), or behind a range.
    fn currency(&mut self, code: String) {
        match self.amounts.last_mut() {
            Some(last) if last.currency.is_none() => last.currency = Some(code),
            _ => self.pending = Some(code),
        }
    }

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
        // A free trial does not make the data free, and 不免费 says the contrary.
        if self.has(Word::Free) && !self.has(Word::Not) && !self.has(Word::Trial) {
            return Some(Offer::new("o1", PriceType::Free));
        }
        if self.has(Word::Share) || self.has(Word::Usage) || self.per.is_some() {
            return Some(Offer::new("o1", PriceType::Unknown));
        }
        if (self.has(Word::Offline) || self.has(Word::Online)) && !self.other {
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
            super::decimal::shift(&first.value, second.power)
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
        if is_zero(&value) && self.has(Word::Free) && !self.has(Word::Not) {
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
        if offer.included_quantity.is_none()
            && offer.price.is_some()
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
    let value: f64 = decimal(count)?.parse().ok()?;
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

/// The ISO 4217 code that a money word means beside `default`, the currency of the exchange:
/// 元 and $ are several countries' words.
fn currency_of(word: Word, default: &str) -> Option<String> {
    let own = |codes: &[&str], other: &str| {
        let code = if codes.contains(&default) {
            default
        } else {
            other
        };
        Some(code.to_owned())
    };
    match word {
        Word::Currency(code) => Some(code.to_owned()),
        Word::Yuan => own(&["CNY", "TWD", "HKD", "MOP", "JPY"], "CNY"),
        Word::Dollar => own(&["USD", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD"], "USD"),
        Word::Coin(_) => Some("CNY".to_owned()),
        _ => None,
    }
}
