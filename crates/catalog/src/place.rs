//! Places as written, with what the catalog made of them.

use crate::Text;
use serde::{Deserialize, Serialize};

/// A place. `verbatim` is the source's wording; codes may be editorial.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Location {
    /// The source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verbatim: Option<String>,
    /// Name of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<Text>,
    /// Province or the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Text>,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// GB/T 2260, six digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin_code: Option<String>,
    /// ISO 3166-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subdivision: Option<String>,
    /// What the catalog says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// West, south, east, north in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bbox: Option<[f64; 4]>,
}
