//! The search worker's messages: load sources, answer queries, open listings.

use catalog::{NotedPrice, Notice, SourceKind};
use record::Record;
use search::{Answer, Ask, Directory, ListingPage, PriceChange, Query, Suggestion};

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
        /// The question.
        ask: Ask,
    },
    /// Names for what was typed so far. A later `Suggest` makes an earlier one worthless.
    Suggest {
        /// Comes back with the suggestions.
        generation: u64,
        /// What was typed.
        text: String,
        /// Most of each kind.
        limit: u32,
    },
    /// Which listings match, told short, for "new since your last visit" and "price changed".
    Digest {
        /// Comes back with the digest.
        generation: u64,
        /// The query; its order and page do not matter.
        query: Query,
        /// Prices that were seen, to be told which are others now.
        seen: Vec<NotedPrice>,
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
    /// The configuration says that its index was built ahead; the bytes decide.
    #[record(omit)]
    pub ahead: bool,
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
    /// The answer of a `Suggest`.
    Suggestions {
        /// As asked.
        generation: u64,
        /// Listings, categories, suppliers and exchanges, the best of each kind first.
        suggestions: Vec<Suggestion>,
    },
    /// The answer of a `Digest`.
    Digest {
        /// As asked.
        generation: u64,
        /// Listings that match.
        total: u64,
        /// A number for every listing that matches, the same on every visit, below 2^53;
        /// `None` where there are too many to be told.
        listings: Option<Vec<u64>>,
        /// The price of each; `None` where there are too many.
        prices: Option<Vec<NotedPrice>>,
        /// How many of those that were seen have another price now.
        changes: u64,
        /// The first of them.
        changed: Vec<PriceChange>,
        /// Whether a source is still loading, so that more may come.
        loading: bool,
    },
    /// A `Run`, `Suggest` or `Digest` that cannot be answered, because a part of an index built
    /// ahead cannot be had; of a `Listing` the generation is 0.
    Unanswered {
        /// As asked.
        generation: u64,
        /// Why.
        failure: Failure,
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
    /// Listings that can be searched already, while it is loading: what of it has come.
    pub searchable: u64,
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
    /// `refused-address`, `not-a-catalog`, `no-mapping`, `bad-mapping`, `aborted`,
    /// `program-part` (what reads this source could not be fetched).
    pub code: String,
    /// Status code, kind found, place of the fault.
    #[record(omit)]
    pub data: String,
}

impl SourceReport {
    /// What to call the source: its name; else the file it is read from, where that says
    /// something; else the host; else the id. `origin` is the shop's own.
    #[must_use]
    pub fn called(&self, lang: &str, origin: &str) -> String {
        if let Some((_, name)) = self.title.as_ref().and_then(|title| title.pick(lang, "zh")) {
            return name.to_owned();
        }
        let named = file_name(&self.url).filter(|name| !GENERIC.contains(&name.as_str()));
        named
            .or_else(|| host(&self.url, origin))
            .unwrap_or_else(|| self.id.clone())
    }
}

/// Names of files that say nothing of what is in them.
const GENERIC: &[&str] = &[
    "catalog",
    "catalogue",
    "data",
    "export",
    "index",
    "listings",
];

/// The name of the file at an address, without its folder and its last extension. `None` where
/// the address names no file: what has no extension may as well be a page.
#[must_use]
pub fn file_name(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let path = catalog::parse::halves(path, "://").map_or(path, |(_, path)| path);
    let (_, file) = path.rsplit_once('/')?;
    let (name, _) = file.rsplit_once('.').filter(|(name, _)| !name.is_empty())?;
    // In a path a plus is a plus.
    search::url::decode(&name.replace('+', "%2B"))
}

fn host(address: &str, origin: &str) -> Option<String> {
    let elsewhere = !origin.is_empty() && !address.starts_with(origin);
    let host = catalog::parse::halves(address, "://")?
        .1
        .split('/')
        .next()?;
    (elsewhere && !host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{SourceReport, SourceState};

    fn called(id: &str, url: &str, title: Option<&str>) -> String {
        let report = SourceReport {
            id: id.to_owned(),
            url: url.to_owned(),
            title: title.map(|title| catalog::Text::new("zh", title)),
            banner: None,
            facts: record::Map::new(),
            description: None,
            state: SourceState::Loading,
            bytes: 0,
            searchable: 0,
            modified: None,
            notices: Vec::new(),
            mended: Vec::new(),
            took_millis: 0,
        };
        report.called("en", "https://shop.example")
    }

    #[test]
    fn a_source_without_a_name_is_called_by_the_best_that_is_known() {
        for (url, expected) in [
            ("https://far.example/a/%E5%8C%97%E4%BA%AC.csv?v=1", "北京"),
            ("https://far.example/login", "far.example"),
            ("https://far.example/data/catalog.json", "far.example"),
            ("https://far.example", "far.example"),
            ("https://shop.example/data/north/catalog.json", "id"),
            ("https://shop.example/north.v2.json", "north.v2"),
        ] {
            assert_eq!(called("id", url, None), expected, "{url}");
        }
        assert_eq!(called("id", "https://far.example/a.csv", Some("名")), "名");
    }
}
