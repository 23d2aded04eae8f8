//! Finding: the query, its form in a URL, the facets, and the engine that answers.
//! Sees catalogs; never a browser, clock or network.
#![warn(missing_docs)]

mod answer;
mod directory;
mod facet;
mod index;
mod query;
mod reader;
mod token;
pub mod url;

pub use answer::{Answer, FacetCounts, Hit, HitPrice, Merged, Part, PartStatus, Total, ValueCount};
pub use directory::{CategoryNode, Directory, ExchangeEntry, Named, ProviderEntry, StateCounts};
pub use facet::{Facet, NOT_STATED};
pub use index::Index;
pub use query::{Query, Sort};
pub use reader::{ListingPage, Reader};
