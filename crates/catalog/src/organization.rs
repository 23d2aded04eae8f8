//! Suppliers, operators, partners.

use crate::{Assertion, Text, token::tokens};
use serde::{Deserialize, Serialize};

tokens! {
    /// Who owns an organisation.
    OrganizationKind {
        Government = "government", StateOwned = "state-owned", Private = "private",
        Mixed = "mixed", Unknown = "unknown",
    }
}

/// One organisation. Ids are unique in their catalog only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Organization {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Who owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganizationKind>,
    /// Unified social credit code, GB 32100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uscc: Option<String>,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
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
