//! A shelf of the catalog, with its parent: categories form a tree.

use crate::{Assertion, Text};
use record::Record;

/// One category. Ids are unique in their catalog only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default)]
pub struct Category {
    /// Id in the catalog.
    pub id: String,
    /// Name on the shelf.
    pub label: Text,
    /// Id of the parent category; `None` at the top.
    pub parent: Option<String>,
    /// What the shelf holds.
    pub description: Option<Text>,
    /// The same category elsewhere: IRIs or other catalogs' ids.
    pub same_as: Vec<String>,
    /// Where the values come from.
    pub assertions: Vec<Assertion>,
}
