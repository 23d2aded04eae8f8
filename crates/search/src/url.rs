//! The query's form in a URL: `q=…&price=free,negotiable&exchange=local~beijing&sort=newest&page=2`.
//! Read from the raw search string, never from decoded maps.

use crate::Query;

/// A parameter that could not be honoured; the page shows it instead of swallowing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Parameter name.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
}

/// Reads the raw query string (without `?`). Parameters of the page itself (`lang`, `id`) are skipped.
#[must_use]
pub fn read(_search: &str) -> (Query, Vec<Dropped>) {
    (Query::default(), Vec::new())
}

/// Writes the shortest query string (without `?`) that reads back as `query`.
#[must_use]
pub fn write(_query: &Query) -> String {
    String::new()
}
