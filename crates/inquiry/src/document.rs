//! The inquiry as one self-contained JSON document (`model.md` §1.5): whoever receives it needs
//! neither this shop nor its catalog to understand it.

use crate::{CrossBorder, RequesterKind, UseCase};
use catalog::DeliveryMode;
use serde::{Deserialize, Serialize};

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Always [`Document::KIND`].
    #[serde(rename = "type")]
    pub kind: String,
    /// [`Document::VERSION`].
    pub version: u32,
    /// UUID, the same for every try to hand it over.
    pub id: String,
    /// When it was made, ISO 8601 in UTC.
    pub created_at: String,
    /// BCP 47 tag of the asker's interface.
    pub lang: String,
    /// What it is about; absent when no listing is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<DocumentListing>,
    /// Who asks.
    pub requester: Requester,
    /// What is asked.
    pub request: Request,
    /// What was agreed to.
    pub consent: Consent,
}

/// The listing asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentListing {
    /// Global key, `source~id`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Exchange.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<String>,
    /// Supplier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Address of the catalog.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog: Option<String>,
    /// Address of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
    /// The price as the asker saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
}

/// Who asks. Texts are absent when not filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Requester {
    /// Person or organisation.
    pub kind: RequesterKind,
    /// Organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Unified social credit code, checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uscc: Option<String>,
    /// Industry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tel: Option<String>,
}

/// What is asked. Absent means not filled in, never "none".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// What the data is for.
    pub purpose: String,
    /// The purpose as one of a few kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_case: Option<UseCase>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// When it would be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// How it should come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery: Vec<DeliveryMode>,
    /// What would be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Answer wished by, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// A sample is wished for first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// Whether the data would leave the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cross_border: Option<CrossBorder>,
    /// The asker promises not to identify persons by joining data.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_reidentification: bool,
    /// Questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub questions: Option<String>,
}

/// How much is wanted: the asker's words, and their reading where they have one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quantity {
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Of what, a unit of the catalog format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<catalog::Unit>,
    /// As typed.
    pub verbatim: String,
}

/// When the data would be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

/// What would be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Budget {
    /// The most, a decimal.
    pub max: String,
    /// ISO 4217.
    pub currency: String,
}

/// What was agreed to, in the very words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// The version of the words.
    pub text_version: String,
    /// The words.
    pub text: String,
    /// When it was given. Absent: it was not, and the document must not be handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Who was named as reader; empty: whom the asker chooses.
    pub recipients: Vec<String>,
}

/// Why no document can be made, or read back.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Not the JSON of a document.
    #[error("not an inquiry: {0}")]
    Malformed(#[from] serde_json::Error),
    /// Another type, or a version this crate does not know.
    #[error("an inquiry of type {kind}, version {version}")]
    Unknown {
        /// Its `type`.
        kind: String,
        /// Its `version`.
        version: u32,
    },
}
