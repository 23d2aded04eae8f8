//! One thing on offer: the record that every page of the shop is about.

use crate::{
    Assertion, Contact, Distribution, FuzzyDate, InquiryTarget, Location, Offer, Period, Privacy,
    Quantity, Sample, Schema, Text, UpdateFrequency, token::tokens,
};
use serde::{Deserialize, Serialize};

tokens! {
    /// What kind of product it is.
    ProductType {
        Dataset = "dataset", Api = "api", Report = "report", Model = "model",
        Application = "application", Service = "service", Tool = "tool", Unknown = "unknown",
    }
}

tokens! {
    /// Whether it is on the shelf.
    ListingStatus { Draft = "draft", Listed = "listed", Delisted = "delisted", Unknown = "unknown" }
}

tokens! {
    /// Whom the data is about.
    DataSubject {
        Public = "public", Enterprise = "enterprise", Personal = "personal", Mixed = "mixed",
        Unknown = "unknown",
    }
}

tokens! {
    /// How the holder came by it.
    Acquisition {
        Original = "original", Collected = "collected", Traded = "traded", Other = "other",
        Unknown = "unknown",
    }
}

tokens! {
    /// What the content is.
    Modality {
        Tabular = "tabular", Text = "text", Image = "image", Audio = "audio", Video = "video",
        Geospatial = "geospatial", TimeSeries = "time-series", Graph = "graph", ThreeD = "3d",
        Unknown = "unknown",
    }
}

tokens! {
    /// Who may see the data.
    AccessRights {
        Public = "public", Registration = "registration", Restricted = "restricted",
        NonPublic = "non-public", Unknown = "unknown",
    }
}

tokens! {
    /// What the owner lets the page show before anything is fetched.
    PreviewMode { None = "none", Schema = "schema", Sample = "sample", Full = "full" }
}

/// A code of the listing in another system.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identifier {
    /// The system.
    pub scheme: String,
    /// The code.
    pub value: String,
}

/// How data was captured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Collection {
    /// With what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Text>,
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Text>,
}

/// The owner's switch for the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRule {
    /// What may be shown.
    pub mode: PreviewMode,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A listing that was taken down: its page says so instead of ending in nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Removed {
    /// When, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// One listing of a catalog. Empty lists and `None` mean that the source does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Listing {
    /// Id in the catalog; stable when the catalog is rebuilt (`model.md` §B rule 11).
    pub id: String,
    /// Other codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Name.
    pub title: Text,
    /// Abstract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The source's wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verbatim: Option<String>,
    /// What kind of product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_type: Option<ProductType>,
    /// Whether it is on the shelf.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ListingStatus>,
    /// Exchange id; `None` when the source names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<String>,
    /// Platform id; `None` when the source names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Organisation id of the supplier; `None` when the source names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Organisation id of the holder of rights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights_holder: Option<String>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Human page. Resolved and checked while reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub landing_page: Option<String>,
    /// Category ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// GB/T 4754 codes: a section letter, perhaps with digits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub industries: Vec<String>,
    /// Whom the data is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_subject: Option<DataSubject>,
    /// How the holder came by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acquisition: Option<Acquisition>,
    /// What the content is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modalities: Vec<Modality>,
    /// BCP 47 tags of the content.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// How much there is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extent: Vec<Quantity>,
    /// Area covered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spatial: Vec<Location>,
    /// Time covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<Period>,
    /// Update promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_frequency: Option<UpdateFrequency>,
    /// First listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<FuzzyDate>,
    /// Last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<FuzzyDate>,
    /// Edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How it was captured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collection: Option<Collection>,
    /// Purposes it is offered for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intended_use: Vec<String>,
    /// Limits of use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub usage_restrictions: Vec<Text>,
    /// Licence page. Resolved and checked while reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Who may see the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_rights: Option<AccessRights>,
    /// Columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Schema>,
    /// Ways to get it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distributions: Vec<Distribution>,
    /// Samples.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
    /// Quality measures, carried through.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quality: Vec<serde_json::Value>,
    /// What is said about personal information.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy: Option<Privacy>,
    /// How it is priced; never empty after reading.
    pub offers: Vec<Offer>,
    /// How inquiries about it are delivered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inquiry: Vec<InquiryTarget>,
    /// The owner's switch for the preview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<PreviewRule>,
    /// Taken down, with when and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removed>,
    /// Where the values come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
