//! One thing on offer: the record that every page of the shop is about.

use crate::{
    Assertion, Contact, Distribution, FuzzyDate, InquiryTarget, Location, Offer, Period, Privacy,
    Quantity, Sample, Schema, Text, UpdateFrequency, token::tokens,
};
use record::Record;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct Identifier {
    /// The system.
    pub scheme: String,
    /// The code.
    pub value: String,
}

/// How data was captured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct Collection {
    /// With what.
    pub device: Option<Text>,
    /// How.
    pub method: Option<Text>,
}

/// The owner's switch for the preview.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct PreviewRule {
    /// What may be shown.
    pub mode: PreviewMode,
    /// Why.
    pub reason: Option<Text>,
}

/// A listing that was taken down: its page says so instead of ending in nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct Removed {
    /// When, `YYYY-MM-DD`.
    pub on: Option<String>,
    /// Why.
    pub reason: Option<Text>,
}

/// One listing of a catalog. Empty lists and `None` mean that the source does not say.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Listing {
    /// Id in the catalog; stable when the catalog is rebuilt (`model.md` §B rule 11).
    pub id: String,
    /// Other codes.
    pub identifiers: Vec<Identifier>,
    /// Name.
    pub title: Text,
    /// Abstract.
    pub description: Option<Text>,
    /// The source's wording.
    pub verbatim: Option<String>,
    /// What kind of product.
    pub product_type: Option<ProductType>,
    /// Whether it is on the shelf.
    pub status: Option<ListingStatus>,
    /// Exchange id; `None` when the source names none.
    pub exchange: Option<String>,
    /// Platform id; `None` when the source names none.
    pub platform: Option<String>,
    /// Organisation id of the supplier; `None` when the source names none.
    pub provider: Option<String>,
    /// Organisation id of the holder of rights.
    pub rights_holder: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Human page. Resolved and checked while reading.
    pub landing_page: Option<String>,
    /// Category ids.
    pub categories: Vec<String>,
    /// Tags.
    pub keywords: Vec<Text>,
    /// GB/T 4754 codes: a section letter, perhaps with digits.
    pub industries: Vec<String>,
    /// Whom the data is about.
    pub data_subject: Option<DataSubject>,
    /// How the holder came by it.
    pub acquisition: Option<Acquisition>,
    /// What the content is.
    pub modalities: Vec<Modality>,
    /// BCP 47 tags of the content.
    pub languages: Vec<String>,
    /// How much there is.
    pub extent: Vec<Quantity>,
    /// Area covered.
    pub spatial: Vec<Location>,
    /// Time covered.
    pub temporal: Option<Period>,
    /// Update promise.
    pub update_frequency: Option<UpdateFrequency>,
    /// First listed.
    pub issued: Option<FuzzyDate>,
    /// Last change.
    pub modified: Option<FuzzyDate>,
    /// Edition.
    pub version: Option<String>,
    /// How it was captured.
    pub collection: Option<Collection>,
    /// Purposes it is offered for.
    pub intended_use: Vec<String>,
    /// Limits of use.
    pub usage_restrictions: Vec<Text>,
    /// Licence page. Resolved and checked while reading.
    pub license: Option<String>,
    /// Who may see the data.
    pub access_rights: Option<AccessRights>,
    /// Columns.
    pub schema: Option<Schema>,
    /// Ways to get it.
    pub distributions: Vec<Distribution>,
    /// Samples.
    pub samples: Vec<Sample>,
    /// Quality measures, carried through.
    pub quality: Vec<serde_json::Value>,
    /// What is said about personal information.
    pub privacy: Option<Privacy>,
    /// How it is priced; never empty after reading.
    #[record(keep)]
    pub offers: Vec<Offer>,
    /// How inquiries about it are delivered.
    pub inquiry: Vec<InquiryTarget>,
    /// The owner's switch for the preview.
    pub preview: Option<PreviewRule>,
    /// Taken down, with when and why.
    pub removed: Option<Removed>,
    /// Where the values come from.
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
