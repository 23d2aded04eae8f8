//! Which file, and what the visitor overrode about it.

use record::Record;

/// Where the rows are.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum File {
    /// A distribution's address.
    Url {
        /// Absolute address.
        url: String,
        /// Media type or format of the catalog, a hint only.
        declared: Option<String>,
        /// Encoding label of the catalog, a hint only.
        encoding: Option<String>,
        /// Size of the catalog in bytes, a hint only.
        size: Option<u64>,
    },
    /// Rows given in the catalog itself.
    Inline {
        /// JSON array of objects or arrays, or `{"columns": […], "data": […]}`.
        json: String,
    },
    /// Rows of a CKAN datastore: `{api}/datastore_search?resource_id=…` gives them in pages.
    Datastore {
        /// Absolute address of the API, ending in `/api/3/action`.
        api: String,
        /// The resource.
        resource: String,
    },
    /// A file of the visitor's own, which never leaves the machine: its handle comes beside the
    /// message (`[message, File]` instead of the message alone).
    Own {
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// Its media type as the system knows it; often empty.
        declared: Option<String>,
    },
}

/// What the visitor overrode; `None` is "decide on the data".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct Options {
    /// Encoding label.
    pub encoding: Option<String>,
    /// Delimiter.
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The word that names columns without a name: `列` makes `列3`.
    pub column_word: String,
    /// Which sheet of a spreadsheet, from 0.
    pub sheet: Option<u32>,
    /// Which file of an archive, by its path there.
    pub entry: Option<String>,
}
