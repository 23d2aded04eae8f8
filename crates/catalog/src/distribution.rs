//! Ways to get the data, and samples of it.

use crate::{FuzzyDate, Text, token::tokens};
use serde::{Deserialize, Serialize};

tokens! {
    /// How the buyer or visitor gets the data.
    DeliveryMode {
        Download = "download", ViewOnline = "view-online", Api = "api", Sandbox = "sandbox",
        PrivacyComputing = "privacy-computing", OfflineMedia = "offline-media",
        OnSite = "on-site", OfflineArranged = "offline-arranged", Unspecified = "unspecified",
    }
}

tokens! {
    /// Who made a sample.
    SampleOrigin { Provider = "provider", Exchange = "exchange", Synthetic = "synthetic" }
}

/// A digest of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Checksum {
    /// `sha256`, `sha512`, `sm3` or `md5`.
    pub algorithm: String,
    /// Hexadecimal.
    pub value: String,
}

/// One way to get the data (`dcat:Distribution`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Distribution {
    /// Id in the listing.
    pub id: String,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// How one gets it.
    pub access: DeliveryMode,
    /// Page or endpoint. Resolved and checked while reading.
    #[serde(default, rename = "accessURL", skip_serializing_if = "Option::is_none")]
    pub access_url: Option<String>,
    /// The bytes. Resolved and checked while reading.
    #[serde(
        default,
        rename = "downloadURL",
        skip_serializing_if = "Option::is_none"
    )]
    pub download_url: Option<String>,
    /// Media type as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Format as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Encoding label, such as `gb18030`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character_encoding: Option<String>,
    /// Size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byte_size: Option<u64>,
    /// Digest of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<Checksum>,
    /// Table dialect, carried through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<serde_json::Value>,
    /// Licence of this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<FuzzyDate>,
    /// Up to 1,000 rows given in the catalog itself: objects or arrays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<serde_json::Value>,
    /// Publisher's own members (`x-…`), carried through.
    #[serde(flatten, skip_deserializing)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A sample, with who made it. Synthetic ones are always said to be so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Who made it.
    pub origin: SampleOrigin,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// What it shows and what not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
