//! Finding: the query, its form in a URL, the facets, and the engine that answers.
//! Sees catalogs; never a browser, clock or network.
#![warn(missing_docs)]

mod answer;
mod ask;
mod bounds;
mod card;
mod columns;
mod directory;
#[cfg(test)]
mod exact;
mod facet;
mod field;
mod find;
mod fold;
pub mod format;
mod highlight;
mod index;
mod lexicon;
mod licence;
mod listing_page;
mod merge;
mod needle;
mod order;
mod plan;
mod postings;
mod preview;
mod price;
mod query;
mod range;
mod reader;
mod reading;
mod records;
mod roster;
mod rows;
#[cfg(test)]
mod scan;
mod sort;
mod suggest;
mod terms;
mod texts;
mod title_order;
mod titles;
mod tokens;
mod typed;
pub mod url;
mod values;

pub use answer::{Answer, FacetCounts, Hit, HitPrice, Merged, Part, PartStatus, Total, ValueCount};
pub use ask::Ask;
pub use directory::{
    CategoryNode, Directory, ExchangeEntry, Named, ProviderEntry, SourceEntry, StateCounts,
};
pub use facet::{Facet, NOT_STATED};
pub use fold::fold;
pub use highlight::highlight;
pub use index::Index;
pub use preview::{Preview, PreviewFile, preview_files};
pub use query::{Query, Sort};
pub use range::{Bounds, Range, RangeCounts, Scale};
pub use reader::{ListingPage, Reader};
pub use reading::{How, Reading};
pub use sort::ordered;
pub use suggest::{Suggestion, SuggestionKind};
