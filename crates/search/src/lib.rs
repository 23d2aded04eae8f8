//! Finding: the query, its form in a URL, the facets, and the engine that answers.
//! Sees catalogs; never a browser, clock or network.
#![warn(missing_docs)]

mod answer;
mod ask;
mod bounds;
mod build;
mod card;
mod digest;
mod directory;
#[cfg(test)]
mod exact;
mod export;
mod facet;
mod find;
pub mod format;
mod highlight;
mod index;
mod intake;
mod licence;
mod listing_page;
mod merge;
#[cfg(test)]
mod model;
mod names;
mod preview;
mod price;
mod query;
mod range;
mod reader;
mod reading;
mod readings;
mod records;
mod roster;
#[cfg(test)]
mod routes;
mod store;
mod suggest;
mod terms;
mod texts;
mod typed;
pub mod url;
mod values;

pub use answer::{Answer, FacetCounts, Hit, HitPrice, Merged, Part, PartStatus, Total, ValueCount};
pub use ask::Ask;
pub use build::Builder;
pub use digest::{Digest, PriceChange};
pub use directory::{
    CategoryNode, Directory, ExchangeEntry, Named, ProviderEntry, SourceEntry, StateCounts,
};
pub use export::{File, index_folder, may_name_index, name_index_folder};
pub use facet::{Facet, NOT_STATED};
pub use highlight::highlight;
pub use index::{Index, OpenError};
pub use intake::Intake;
pub use names::Names;
pub use preview::{Preview, PreviewFile, preview_files};
pub use query::{Query, Sort};
pub use range::{Bounds, Range, RangeCounts, Scale};
pub use reader::{ListingPage, Ranked, Reader};
pub use reading::{How, Reading};
pub use scan::small;
pub use sorting::ordered;
pub use store::{Bytes, Damage, Memory, Store, Unread, open_seal, seal};
pub use suggest::{Suggestion, SuggestionKind};
