//! The three fields of a listing's text, and sets of them in a byte's lowest bits.

/// How much a field says about a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// Keywords, provider, exchange, platform, categories.
    Near,
    /// Description and columns.
    Far,
}

impl Field {
    /// The set of all.
    pub const ANY: u8 = 7;

    /// Its bit in a set.
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Weight of one word by the best field that holds it.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Title => 64,
            Self::Near => 8,
            Self::Far => 1,
        }
    }

    /// The one in `set` that says most.
    pub const fn best(set: u8) -> Self {
        if set & 1 != 0 {
            Self::Title
        } else if set & 2 != 0 {
            Self::Near
        } else {
            Self::Far
        }
    }
}
