//! A shelf of the catalog, with its parent: categories form a tree.

use crate::{Assertion, Text};
use serde::{Deserialize, Serialize};

/// One category. Ids are unique in their catalog only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Category {
    /// Id in the catalog.
    pub id: String,
    /// Name on the shelf.
    pub label: Text,
    /// Id of the parent category; `None` at the top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What the shelf holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The same category elsewhere: IRIs or other catalogs' ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Where the values come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<Assertion>,
}
