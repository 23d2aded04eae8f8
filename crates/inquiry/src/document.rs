//! The inquiry as one self-contained JSON document (`model.md` §1.5): whoever receives it needs
//! neither this shop nor its catalog to understand it.

use crate::{CrossBorder, RequesterKind, UseCase};
use catalog::DeliveryMode;
use record::Record;

/// The whole document.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Document {
    /// Always [`Document::KIND`].
    #[record(rename = "type")]
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
    pub listing: Option<DocumentListing>,
    /// Who asks.
    pub requester: Requester,
    /// What is asked.
    pub request: Request,
    /// What was agreed to.
    pub consent: Consent,
}

/// The listing asked about.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct DocumentListing {
    /// Global key, `source~id`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Exchange.
    pub exchange: Option<String>,
    /// Supplier.
    pub provider: Option<String>,
    /// Address of the catalog.
    pub catalog: Option<String>,
    /// Address of the page.
    pub page: Option<String>,
    /// Offer.
    pub offer: Option<String>,
    /// The price as the asker saw it.
    pub price: Option<String>,
}

/// Who asks. Texts are absent when not filled in.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Requester {
    /// Person or organisation.
    pub kind: RequesterKind,
    /// Organisation.
    pub organization: Option<String>,
    /// Unified social credit code, checked.
    pub uscc: Option<String>,
    /// Industry.
    pub industry: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone, as typed.
    pub tel: Option<String>,
}

/// What is asked. Absent means not filled in, never "none".
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Request {
    /// What the data is for.
    pub purpose: String,
    /// The purpose as one of a few kinds.
    pub use_case: Option<UseCase>,
    /// How much.
    pub quantity: Option<Quantity>,
    /// When it would be used.
    pub period: Option<Period>,
    /// How it should come.
    pub delivery: Vec<DeliveryMode>,
    /// What would be paid.
    pub budget: Option<Budget>,
    /// Answer wished by, `YYYY-MM-DD`.
    pub deadline: Option<String>,
    /// A sample is wished for first.
    #[record(omit)]
    pub sample: bool,
    /// Whether the data would leave the country.
    pub cross_border: Option<CrossBorder>,
    /// The asker promises not to identify persons by joining data.
    #[record(omit)]
    pub no_reidentification: bool,
    /// Questions.
    pub questions: Option<String>,
}

/// How much is wanted: the asker's words, and their reading where they have one.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Quantity {
    /// How many.
    pub value: Option<f64>,
    /// Of what, a unit of the catalog format.
    pub unit: Option<catalog::Unit>,
    /// As typed.
    pub verbatim: String,
}

/// When the data would be used.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Period {
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
}

/// What would be paid.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Budget {
    /// The most, a decimal.
    pub max: String,
    /// ISO 4217.
    pub currency: String,
}

/// What was agreed to, in the very words.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Consent {
    /// The version of the words.
    pub text_version: String,
    /// The words.
    pub text: String,
    /// When it was given. Absent: it was not, and the document must not be handed over.
    pub at: Option<String>,
    /// Who was named as reader; empty: whom the asker chooses.
    #[record(keep)]
    pub recipients: Vec<String>,
}

/// Why no document can be made, or read back.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Not the JSON of a document.
    #[error("not an inquiry: {0}")]
    Malformed(#[from] record::Fault),
    /// Another type, or a version this crate does not know.
    #[error("an inquiry of type {kind}, version {version}")]
    Unknown {
        /// Its `type`.
        kind: String,
        /// Its `version`.
        version: u32,
    },
}
