//! The search worker's messages: load sources, answer queries, open listings.

use catalog::{Notice, SourceKind};
use record::Record;
use search::{Answer, Directory, ListingPage, Query};

/// What the page asks of the search worker.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub enum Request {
    /// First message of all.
    Hello {
        /// The page's `WIRE_VERSION`.
        version: u32,
    },
    /// Fetch and index these sources, in this order. Sources already loaded are kept.
    Load {
        /// Where to look.
        sources: Vec<SourceSpec>,
    },
    /// Fetch one source again.
    Retry {
        /// Source id.
        source: String,
    },
    /// Answer a query. A later `Run` makes an earlier one worthless.
    Run {
        /// Comes back with the answer; older generations are dropped by the page.
        generation: u64,
        /// The query.
        query: Query,
        /// Most hits wanted.
        limit: u32,
        /// BCP 47 tag that decides whose titles sort.
        lang: String,
    },
    /// Open one listing.
    Listing {
        /// `source~id`.
        key: String,
    },
}

/// One source to load.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct SourceSpec {
    /// Source id; the first part of every key.
    pub id: String,
    /// What the configuration says it is; the bytes decide.
    pub kind: SourceKind,
    /// Absolute address.
    pub url: String,
    /// Absolute address of the mapping, for tables.
    pub mapping: Option<String>,
    /// Name, if the configuration gives one.
    pub title: Option<catalog::Text>,
    /// Shown wherever its listings are, such as "these listings are invented".
    pub banner: Option<catalog::Text>,
}

/// What the search worker says.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(keep)]
pub enum Reply {
    /// First message of all.
    Hello {
        /// The worker's `WIRE_VERSION`.
        version: u32,
    },
    /// A source's state changed.
    Source {
        /// The whole of it.
        report: Box<SourceReport>,
    },
    /// What the loaded sources hold; sent when a source became ready or failed.
    Directory {
        /// Exchanges, categories, suppliers.
        directory: Box<Directory>,
    },
    /// The answer of a `Run`.
    Answer {
        /// As asked.
        generation: u64,
        /// The answer over what is loaded now.
        answer: Answer,
        /// Whether a source is still loading, so that more may come.
        loading: bool,
    },
    /// The answer of a `Listing`.
    Listing {
        /// As asked.
        key: String,
        /// `None`: no loaded source has it.
        page: Option<Box<ListingPage>>,
        /// Whether a source is still loading, so that it may yet come.
        loading: bool,
    },
}

/// How one source stands.
#[derive(Clone, Debug, PartialEq, Record)]
pub struct SourceReport {
    /// Source id.
    pub id: String,
    /// Address it was read from.
    pub url: String,
    /// Name: the configuration's, else the catalog's.
    pub title: Option<catalog::Text>,
    /// The configuration's banner for its listings.
    pub banner: Option<catalog::Text>,
    /// Numbers the catalog gives (`facts`), carried through.
    pub facts: record::Map<String, record::Value>,
    /// What the catalog says about itself.
    pub description: Option<catalog::Text>,
    /// How far it is.
    pub state: SourceState,
    /// Bytes read so far.
    pub bytes: u64,
    /// The catalog's own date.
    pub modified: Option<String>,
    /// Repairs and doubts; at most the reader's limit.
    pub notices: Vec<Notice>,
    /// What was mended when `jishi build` made the catalog.
    pub mended: Vec<Notice>,
    /// Milliseconds from the request to the index.
    pub took_millis: u64,
}

/// How far a source is.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub enum SourceState {
    /// Being fetched or read.
    Loading,
    /// Searchable.
    Ready {
        /// Listings it holds.
        listings: u64,
        /// Exchanges it names.
        exchanges: u64,
        /// Files of the catalog that were read, and that it has.
        files: (u64, u64),
    },
    /// Not to be had.
    Failed {
        /// Why.
        failure: Failure,
    },
}

/// Why something could not be fetched or read. Words are made by the page.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Failure {
    /// Stable kebab-case name: `blocked`, `mixed-content`, `timeout`, `status`, `too-large`,
    /// `refused-address`, `not-a-catalog`, `no-mapping`, `bad-mapping`, `aborted`.
    pub code: String,
    /// Status code, kind found, place of the fault.
    #[record(omit)]
    pub data: String,
}
