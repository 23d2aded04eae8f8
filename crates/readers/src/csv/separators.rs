//! What parts cells from each other, and what was unusual about it.

use std::ops::AddAssign;

/// How cells are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Separators {
    /// Stands between cells. Any character, so that `，` works.
    pub(crate) delimiter: char,
    /// Whether a backslash makes a character of the quotation mark or delimiter after it.
    pub(crate) backslash: bool,
    /// Whether blanks may stand before an opening quotation mark: `1, "a, b"`.
    pub(crate) spaced: bool,
}

/// What was unusual, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unusual {
    pub(crate) stray_quotes: u64,
    pub(crate) nuls: u64,
}

impl AddAssign for Unusual {
    fn add_assign(&mut self, other: Self) {
        self.stray_quotes += other.stray_quotes;
        self.nuls += other.nuls;
    }
}

/// Whether the text ends in an odd number of backslashes: the last one escapes what follows.
pub(super) fn ends_in_escape(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}
