//! Partial failure as a value: what was repaired or dropped, where, and why.

use record::Record;

/// How much a notice matters to the reader of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Record)]
#[record(names = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Info,
    /// A value was repaired or doubted; the listing stands.
    Warning,
    /// Something was dropped, or the publisher profile is broken.
    Error,
}

/// One repair, doubt or loss. Words are made at the ends (page, command line) from `code`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct Notice {
    /// Stable kebab-case name of the case, such as `duplicate-id`.
    pub code: String,
    /// JSON Pointer (RFC 6901) in the file, or `row 12, column price` for a table.
    pub at: String,
    /// The offending value or the numbers of the case, clamped to 200 characters.
    pub data: String,
    /// How much it matters.
    pub severity: Severity,
}

impl Notice {
    /// A notice; `data` is clamped so that third-party text cannot flood the page.
    pub fn new(
        severity: Severity,
        code: &str,
        at: impl Into<String>,
        data: impl AsRef<str>,
    ) -> Self {
        let data = data.as_ref();
        let clamped: String = data.chars().take(200).collect();
        Self {
            code: code.to_owned(),
            at: at.into(),
            data: clamped,
            severity,
        }
    }
}

/// A value together with everything that was odd on the way to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Parsed<T> {
    /// What was understood.
    pub value: T,
    /// What was repaired, doubted or dropped, in reading order.
    pub notices: Vec<Notice>,
}
