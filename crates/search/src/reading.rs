//! How the words of a query were read, where that is not simply as typed. It is said to the
//! visitor: nothing is replaced behind anybody's back.

use record::Record;

/// How the text was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[record(names = "kebab-case")]
pub enum How {
    /// Every word as it stands. The usual case.
    #[default]
    Typed,
    /// Nothing held the words as they stand; read as pinyin or its initials, they are in titles.
    Pinyin,
    /// Nothing held the words as they stand; [`Reading::words`] are one letter away.
    Corrected,
    /// Nothing holds all the words; what holds most of them is shown.
    Most,
}

/// How the text of a query was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct Reading {
    /// How.
    pub how: How,
    /// The words looked for instead of those typed, for `Corrected`: the whole text to show
    /// and to search for, in the order typed.
    pub words: String,
}
