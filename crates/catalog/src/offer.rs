//! How a listing is priced, billed, delivered, and who may buy.

use crate::{DeliveryMode, Quantity, Text, Tri, token::tokens};
use record::Record;

tokens! {
    /// What the source says about the price. `unknown` is a blank, never free.
    PriceType {
        Free = "free", Fixed = "fixed", From = "from", Range = "range",
        Negotiable = "negotiable", Unknown = "unknown",
    }
}

tokens! {
    /// Where a negotiable price is settled.
    NegotiationChannel { Online = "online", Offline = "offline", Unspecified = "unspecified" }
}

tokens! {
    /// Per what the price is.
    BillingModel {
        None = "none", OneTime = "one-time", Subscription = "subscription", PerCall = "per-call",
        PerRecord = "per-record", PerVolume = "per-volume", RevenueShare = "revenue-share",
        UsageOther = "usage-other", Unspecified = "unspecified",
    }
}

tokens! {
    /// Who may buy.
    BuyerType { Individual = "individual", Organization = "organization" }
}

/// Money: decimal strings, so that what the source wrote is what is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct Price {
    /// The amount of a fixed price.
    pub amount: Option<String>,
    /// The least of a range or of "from".
    pub min: Option<String>,
    /// The most of a range.
    pub max: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// Whether tax is in it; `None` is not stated.
    pub tax_included: Option<bool>,
}

/// Who may buy, as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct Eligibility {
    /// Whether one must register first.
    pub registration_required: Option<Tri>,
    /// Whether identity is verified.
    pub verification_required: Option<Tri>,
    /// Persons, organisations; empty is not stated.
    pub buyer_types: Vec<BuyerType>,
    /// In the source's or the catalog's words.
    pub note: Option<Text>,
}

/// One offer of a listing.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Offer {
    /// Id in the listing.
    pub id: String,
    /// Name of the package.
    pub name: Option<Text>,
    /// What the source says about the price.
    pub price_type: PriceType,
    /// Where a negotiable price is settled.
    pub negotiation_channel: Option<NegotiationChannel>,
    /// The number, if there is one.
    pub price: Option<Price>,
    /// Per what; `None` is not stated.
    pub billing_model: Option<BillingModel>,
    /// ISO 8601 duration of a subscription.
    pub billing_period: Option<String>,
    /// UCUM or UN/CEFACT code or a word: call, record, MB.
    pub unit: Option<String>,
    /// What the price includes.
    pub included_quantity: Option<Quantity>,
    /// The least one may buy.
    pub minimum_quantity: Option<Quantity>,
    /// Paid afterwards.
    pub postpaid: Option<bool>,
    /// What the buyer gets; empty is not stated.
    pub delivery: Vec<DeliveryMode>,
    /// Who may buy.
    pub eligibility: Option<Eligibility>,
    /// First day of the offer, `YYYY-MM-DD`.
    pub valid_from: Option<String>,
    /// Last day of the offer, `YYYY-MM-DD`.
    pub valid_through: Option<String>,
    /// Page with the terms.
    pub terms: Option<String>,
    /// An `odrl:Offer`, carried through.
    pub policy: Option<serde_json::Value>,
    /// The source's words.
    pub verbatim: Option<String>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Offer {
    /// An offer of which only the price type is known.
    pub fn new(id: impl Into<String>, price_type: PriceType) -> Self {
        Self {
            id: id.into(),
            name: None,
            price_type,
            negotiation_channel: None,
            price: None,
            billing_model: None,
            billing_period: None,
            unit: None,
            included_quantity: None,
            minimum_quantity: None,
            postpaid: None,
            delivery: Vec::new(),
            eligibility: None,
            valid_from: None,
            valid_through: None,
            terms: None,
            policy: None,
            verbatim: None,
            extra: serde_json::Map::new(),
        }
    }

    /// Whether its last day is before `today`, `YYYY-MM-DD`.
    #[must_use]
    pub fn is_over(&self, today: &str) -> bool {
        (self.valid_through.as_deref()).is_some_and(|through| through < today)
    }

    /// Whether its first day is after `today`, `YYYY-MM-DD`.
    #[must_use]
    pub fn is_to_come(&self, today: &str) -> bool {
        self.valid_from.as_deref().is_some_and(|from| from > today)
    }
}
