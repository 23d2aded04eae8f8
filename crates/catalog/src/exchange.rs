//! Exchanges and their platforms. A platform is a site, an exchange an operator:
//! one may exist without the other (`model.md` §B rule 10).

use crate::{Assertion, FuzzyDate, Location, Text, token::tokens};
use record::Record;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct Contact {
    /// Person or desk.
    pub name: Option<Text>,
    /// Organisation.
    pub organization: Option<Text>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone as written.
    pub tel: Option<String>,
    /// Page.
    pub url: Option<String>,
}

/// One way to deliver an inquiry.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct InquiryTarget {
    /// The way.
    pub kind: InquiryKind,
    /// Address; needed by every way but `download`.
    pub href: Option<String>,
    /// What the button says.
    pub label: Option<Text>,
    /// Whether what is sent can be read by anyone.
    pub public: Option<bool>,
}

/// A market operator.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Exchange {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Where it is, as written.
    pub location: Location,
    /// Its first date, with what happened then.
    pub established: Option<FuzzyDate>,
    /// Dates other sources give.
    pub other_dates: Vec<FuzzyDate>,
    /// Whether there is some evidence that it opened; `None` is not stated.
    pub opening_evidence: Option<bool>,
    /// Organisation id of the operator.
    pub operator: Option<String>,
    /// Who owns it.
    pub ownership: Option<Ownership>,
    /// Organisation ids of partners.
    pub partners: Vec<String>,
    /// Its site.
    pub homepage: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// How inquiries reach it.
    pub inquiry: Vec<InquiryTarget>,
    /// What the catalog says about it.
    pub note: Option<Text>,
    /// Where the values come from.
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What a platform's site offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct PlatformFeatures {
    /// Full-text search.
    pub search: Option<Tri>,
    /// Browsing by category.
    pub categories: Option<Tri>,
    /// Free public data.
    pub free_public_data: Option<Tri>,
    /// Whether one must register.
    pub registration_required: Option<Tri>,
    /// Whether prices are negotiable.
    pub negotiable_prices: Option<Tri>,
}

/// The web site of an exchange.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Platform {
    /// Id in the catalog.
    pub id: String,
    /// Exchange id.
    pub exchange: String,
    /// Name.
    pub name: Option<Text>,
    /// City.
    pub locality: Option<Text>,
    /// Address.
    pub url: Option<String>,
    /// What it offers.
    pub features: PlatformFeatures,
    /// Where the values come from.
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
