//! How a listing is priced, billed, delivered, and who may buy.

use crate::{DeliveryMode, Quantity, Text, Tri, token::tokens};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Price {
    /// The amount of a fixed price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// The least of a range or of "from".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// The most of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// Whether tax is in it; `None` is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_included: Option<bool>,
}

/// Who may buy, as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Eligibility {
    /// Whether one must register first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_required: Option<Tri>,
    /// Whether identity is verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_required: Option<Tri>,
    /// Persons, organisations; empty is not stated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buyer_types: Vec<BuyerType>,
    /// In the source's or the catalog's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// One offer of a listing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Id in the listing.
    pub id: String,
    /// Name of the package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What the source says about the price.
    pub price_type: PriceType,
    /// Where a negotiable price is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negotiation_channel: Option<NegotiationChannel>,
    /// The number, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    /// Per what; `None` is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_model: Option<BillingModel>,
    /// ISO 8601 duration of a subscription.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_period: Option<String>,
    /// UCUM or UN/CEFACT code or a word: call, record, MB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What the price includes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included_quantity: Option<Quantity>,
    /// The least one may buy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_quantity: Option<Quantity>,
    /// Paid afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postpaid: Option<bool>,
    /// What the buyer gets; empty is not stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery: Vec<DeliveryMode>,
    /// Who may buy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<Eligibility>,
    /// First day of the offer, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Last day of the offer, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<String>,
    /// Page with the terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// An `odrl:Offer`, carried through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<serde_json::Value>,
    /// The source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verbatim: Option<String>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
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
}
