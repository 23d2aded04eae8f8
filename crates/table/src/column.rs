//! One column: its name, where the name came from, and the kind of its cells.

use record::Record;

use crate::Kind;

/// A column of a table. Names are unique within a table.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Column {
    /// The name: the file's own, or one made by the reader where the file gave none or gave
    /// the same one twice.
    pub name: String,
    /// What all its cells fit. Settled once the rows are read; [`Kind::Empty`] until then.
    pub kind: Kind,
    /// Whether the reader made the name (the file's was absent, or a repetition).
    #[record(omit)]
    pub invented: bool,
}

impl Column {
    /// A column with the name that the file gave it.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: Kind::Empty,
            invented: false,
        }
    }

    /// A column whose name had to be made.
    #[must_use]
    pub fn invented(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: Kind::Empty,
            invented: true,
        }
    }
}
