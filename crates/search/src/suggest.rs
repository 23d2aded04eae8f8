//! Suggestions while typing: names that begin with, or hold, what was typed so far.

use catalog::Text;
use record::Record;

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[record(names = "lowercase")]
pub enum SuggestionKind {
    /// A listing's page.
    Listing,
    /// The listings of a category.
    Category,
    /// The listings of a supplier.
    Provider,
    /// The listings of an exchange.
    Exchange,
}

/// One name under the search box.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// `source~id`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Listings on the shelf that it leads to; `None` for a listing itself.
    pub listings: Option<u64>,
    /// What to highlight in the name, normalised.
    pub marks: Vec<String>,
}
