//! What could not be honoured, and why.

/// A parameter that could not be honoured; the page shows it instead of swallowing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Parameter name.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
    /// Why it was dropped.
    pub why: Why,
}

/// Why a parameter could not be honoured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such parameter here.
    Unknown,
    /// It cannot have this value, or has one already.
    Value,
    /// The range ends before it begins.
    Order,
    /// An amount, or an order by amounts, without the unit that gives it a meaning.
    Unit,
    /// More than is read.
    Size,
    /// The link was written by a later version of the shop.
    Newer,
}
