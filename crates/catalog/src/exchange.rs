//! Exchanges and their platforms. A platform is a site, an exchange an operator:
//! one may exist without the other (`model.md` §B rule 10).

use crate::{Assertion, FuzzyDate, Location, Text, token::tokens};
use serde::{Deserialize, Serialize};

tokens! {
    /// Three values and "some": missing is not false.
    Tri { Yes = "yes", No = "no", Some = "some", Unknown = "unknown" }
}

tokens! {
    /// Who owns an exchange.
    Ownership { StateRun = "state-run", Mixed = "mixed", Private = "private", Unknown = "unknown" }
}

tokens! {
    /// How an inquiry can be delivered.
    InquiryKind {
        Mailto = "mailto", Webhook = "webhook", Formspree = "formspree", Netlify = "netlify",
        GithubIssue = "github-issue", Download = "download", Link = "link",
    }
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// Person or desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Text>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tel: Option<String>,
    /// Page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One way to deliver an inquiry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InquiryTarget {
    /// The way.
    pub kind: InquiryKind,
    /// Address; needed by every way but `download`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// What the button says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Whether what is sent can be read by anyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<bool>,
}

/// A market operator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Exchange {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Where it is, as written.
    pub location: Location,
    /// Its first date, with what happened then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub established: Option<FuzzyDate>,
    /// Dates other sources give.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_dates: Vec<FuzzyDate>,
    /// Whether there is some evidence that it opened; `None` is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_evidence: Option<bool>,
    /// Organisation id of the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// Who owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ownership: Option<Ownership>,
    /// Organisation ids of partners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// How inquiries reach it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inquiry: Vec<InquiryTarget>,
    /// What the catalog says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where the values come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What a platform's site offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PlatformFeatures {
    /// Full-text search.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<Tri>,
    /// Browsing by category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Tri>,
    /// Free public data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_public_data: Option<Tri>,
    /// Whether one must register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_required: Option<Tri>,
    /// Whether prices are negotiable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable_prices: Option<Tri>,
}

/// The web site of an exchange.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Platform {
    /// Id in the catalog.
    pub id: String,
    /// Exchange id.
    pub exchange: String,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<Text>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it offers.
    pub features: PlatformFeatures,
    /// Where the values come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
