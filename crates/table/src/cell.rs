//! One cell of a table: its text exactly as the file had it, or nothing.
//! No typed values live here: a code with leading zeros must stay what it is.

/// What one cell holds. The text is the file's own, never reformatted, so an 18-digit
/// identifier, `1,234`, `12%` and `３万` survive; what they mean is the column's [`Kind`].
///
/// [`Kind`]: crate::Kind
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell<'a> {
    /// The file said nothing here: JSON `null`, an absent key, or a row that ended early.
    Missing,
    /// The text of the cell, which may be empty.
    Text(&'a str),
}

impl<'a> Cell<'a> {
    /// The text, or `None` where the file said nothing.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(text),
        }
    }

    /// Whether there is nothing to read: missing, empty or white space only.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self.text().is_none_or(|text| text.trim().is_empty())
    }
}
