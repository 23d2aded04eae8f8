//! Ways to get the data, and samples of it.

mod datastore;

pub use datastore::Datastore;

use crate::{FuzzyDate, Text, token::tokens};
use record::Record;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct Checksum {
    /// `sha256`, `sha512`, `sm3` or `md5`.
    pub algorithm: String,
    /// Hexadecimal.
    pub value: String,
}

/// One way to get the data (`dcat:Distribution`).
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Distribution {
    /// Id in the listing.
    pub id: String,
    /// Name.
    pub title: Option<Text>,
    /// How one gets it.
    pub access: DeliveryMode,
    /// Page or endpoint. Resolved and checked while reading.
    #[record(rename = "accessURL")]
    pub access_url: Option<String>,
    /// The bytes. Resolved and checked while reading.
    #[record(rename = "downloadURL")]
    pub download_url: Option<String>,
    /// Where a CKAN datastore gives its rows in pages. Resolved and checked while reading; see
    /// [`Datastore::parse`](crate::Datastore::parse).
    #[record(rename = "datastoreURL")]
    pub datastore_url: Option<String>,
    /// Media type as given.
    pub media_type: Option<String>,
    /// Format as given.
    pub format: Option<String>,
    /// Encoding label, such as `gb18030`.
    pub character_encoding: Option<String>,
    /// Size in bytes.
    pub byte_size: Option<u64>,
    /// Digest of the file.
    pub checksum: Option<Checksum>,
    /// Table dialect, carried through.
    pub dialect: Option<serde_json::Value>,
    /// Licence of this file.
    pub license: Option<String>,
    /// Last change.
    pub modified: Option<FuzzyDate>,
    /// Up to 1,000 rows given in the catalog itself: objects or arrays.
    pub rows: Vec<serde_json::Value>,
    /// Publisher's own members (`x-…`), carried through.
    #[record(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A sample, with who made it. Synthetic ones are always said to be so.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct Sample {
    /// Who made it.
    pub origin: SampleOrigin,
    /// Where it is.
    pub distribution: Option<Distribution>,
    /// What it shows and what not.
    pub note: Option<Text>,
}
