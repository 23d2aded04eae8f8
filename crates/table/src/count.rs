//! A number that says whether it is the whole truth or a lower bound.

use record::Record;

/// How many there are, when not everything may have been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub enum Count {
    /// Everything was read and this is the number.
    Exactly(u64),
    /// Reading or counting stopped early: there are this many or more.
    AtLeast(u64),
    /// There were too many to keep, so this is an estimate: of different values by HyperLogLog
    /// (about 1 % off), of how often one stands by space-saving counters.
    About(u64),
}

impl Count {
    /// The number itself, whichever it is.
    #[must_use]
    pub fn value(self) -> u64 {
        match self {
            Self::Exactly(value) | Self::AtLeast(value) | Self::About(value) => value,
        }
    }

    /// Whether the number is the whole truth.
    #[must_use]
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Exactly(_))
    }
}
