//! Suppliers, operators, partners.

use crate::{Assertion, Text, token::tokens};
use record::Record;

tokens! {
    /// Who owns an organisation.
    OrganizationKind {
        Government = "government", StateOwned = "state-owned", Private = "private",
        Mixed = "mixed", Unknown = "unknown",
    }
}

/// One organisation. Ids are unique in their catalog only.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(default)]
pub struct Organization {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Who owns it.
    pub kind: Option<OrganizationKind>,
    /// Unified social credit code, GB 32100.
    pub uscc: Option<String>,
    /// Its site.
    pub homepage: Option<String>,
    /// What the catalog says about it.
    pub note: Option<Text>,
    /// Where the values come from.
    pub assertions: Vec<Assertion>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
