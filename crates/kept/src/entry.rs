//! One kept record with its place, whatever it holds.

use record::Value;

/// The kind of inquiry drafts.
pub const DRAFTS: &str = "drafts";
/// The kind of saved searches.
pub const SEARCHES: &str = "searches";
/// The kind of the shortlist's items.
pub const SHORTLIST: &str = "shortlist";

/// Every kind, in the order they are shown.
pub const KINDS: &[&str] = &[SHORTLIST, SEARCHES, DRAFTS];

/// One kept record.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// Its key in its kind: of the shortlist and of drafts the listing's.
    pub key: String,
    /// The version of its format.
    pub version: u32,
    /// What it says; a text where that is no JSON.
    pub data: Value,
}

impl Entry {
    /// The record that the data is, if this version knows its format.
    #[must_use]
    pub fn of<T: record::Record>(&self, known: u32) -> Option<T> {
        (self.version <= known).then(|| record::from_value(self.data.clone()).ok())?
    }
}

/// The kind of this name.
pub(crate) fn kind(name: &str) -> Option<&'static str> {
    KINDS.iter().copied().find(|kind| *kind == name)
}
