//! The preview worker's messages: open a file, give rows of it.

use crate::search::Failure;
use serde::{Deserialize, Serialize};
use table::{Column, Count, Notice, Profile};

/// What the page asks of the preview worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase")]
pub enum Request {
    /// First message of all.
    Hello {
        /// The page's `WIRE_VERSION`.
        version: u32,
    },
    /// Open a file; a person asked for it. Replaces whatever was open.
    Open {
        /// Comes back with every reply about this file.
        ticket: u64,
        /// Where the rows are.
        file: File,
        /// What the visitor overrode.
        options: Options,
        /// Most bytes to fetch; `None` is the whole file, up to the worker's own limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_bytes: Option<u64>,
    },
    /// Rows of the open file that are held.
    Rows {
        /// The file's ticket.
        ticket: u64,
        /// First row, from 0.
        from: u64,
        /// How many.
        count: u32,
    },
}

/// Where the rows are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "camelCase")]
pub enum File {
    /// A distribution's address.
    Url {
        /// Absolute address.
        url: String,
        /// Media type or format of the catalog, a hint only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        declared: Option<String>,
        /// Encoding label of the catalog, a hint only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        encoding: Option<String>,
        /// Size of the catalog in bytes, a hint only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<u64>,
    },
    /// Rows given in the catalog itself.
    Inline {
        /// JSON array of objects or arrays.
        json: String,
    },
}

/// What the visitor overrode; `None` is "decide on the data".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// Encoding label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Delimiter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
}

/// What the preview worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "say", rename_all = "camelCase")]
pub enum Reply {
    /// First message of all.
    Hello {
        /// The worker's `WIRE_VERSION`.
        version: u32,
    },
    /// Bytes are coming.
    Progress {
        /// As asked.
        ticket: u64,
        /// Bytes read so far.
        bytes: u64,
        /// Bytes of the whole file, if known.
        total: Option<u64>,
    },
    /// The file is open.
    Opened {
        /// As asked.
        ticket: u64,
        /// What was found.
        opened: Box<Opened>,
    },
    /// Rows, as asked.
    Rows {
        /// As asked.
        ticket: u64,
        /// First row, from 0.
        from: u64,
        /// Cells; `None` is missing (null or an absent cell), not the empty text.
        rows: Vec<Vec<Option<String>>>,
    },
    /// It cannot be shown.
    Failed {
        /// As asked.
        ticket: u64,
        /// Why.
        failure: Failure,
    },
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// `csv`, `tsv`, `json`, `ndjson`, `geojson`, …
    pub format: String,
    /// Encoding label the text was decoded with.
    pub encoding: String,
    /// Whether the visitor chose the encoding.
    pub encoding_chosen: bool,
    /// Delimiter, for delimited text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Whether a header row was found or asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of the file: exact only when it was read whole.
    pub rows: Count,
    /// Rows held in the worker, from the first.
    pub held: u64,
    /// Bytes read.
    pub bytes_read: u64,
    /// Bytes of the whole file, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes_total: Option<u64>,
    /// Whether the file was read to its end.
    pub complete: bool,
    /// Profile of the rows read, and of nothing else.
    pub profile: Profile,
    /// What was odd.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}
