//! Links of third parties: only safe schemes, resolved against the file they stand in.

use crate::Text;
use serde::{Deserialize, Serialize};

/// A link of a catalog to another document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Relation, such as `next` or `describedby`.
    pub rel: String,
    /// Address. Resolved and checked while reading.
    pub href: String,
    /// Media type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// An address that may be shown as a link: `http`, `https`, `mailto`, `tel`, or relative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// The checked address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
