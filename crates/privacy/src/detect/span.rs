//! Where something was found in a text, and by which way of telling.

use std::ops::Range;

use super::Personal;

/// A way of telling. Some kinds have several, which are believed on different grounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clue {
    /// Eighteen characters with a check digit.
    ResidentId,
    /// Fifteen digits without one.
    OldResidentId,
    /// A credit code with letters in it.
    CreditCode,
    /// A credit code of digits only, which order numbers are too.
    CreditDigits,
    /// A cell that is a mobile number and nothing else, not even a separator.
    BarePhone,
    /// A mobile number in a text, with separators or a country code.
    PhoneInText,
    /// `+` and a country code.
    PlusPhone,
    /// A cell that is a payment card and nothing else, not even a separator.
    BareCard,
    /// A payment card in a text, or with separators.
    BankCard,
    /// A passport, told by the column's name or the word before it.
    Passport,
    /// A licence plate.
    Plate,
    /// A mail address.
    Email,
    /// Four numbers up to 255.
    Ipv4,
    /// Sixteen bytes.
    Ipv6,
    /// Six bytes.
    Mac,
    /// A cell with two numbers on the globe.
    Pair,
    /// A cell of a column named after latitude or longitude.
    Degree,
    /// A cell that looks like a person's name.
    Person,
    /// A cell that looks like a place to live.
    Address,
}

impl Clue {
    pub(crate) const fn kind(self) -> Personal {
        match self {
            Self::ResidentId | Self::OldResidentId => Personal::ResidentId,
            Self::CreditCode | Self::CreditDigits => Personal::CreditCode,
            Self::BarePhone | Self::PhoneInText | Self::PlusPhone => Personal::Phone,
            Self::BareCard | Self::BankCard => Personal::BankCard,
            Self::Passport => Personal::Passport,
            Self::Plate => Personal::Plate,
            Self::Email => Personal::Email,
            Self::Ipv4 | Self::Ipv6 => Personal::Ip,
            Self::Mac => Personal::Mac,
            Self::Pair | Self::Degree => Personal::Coordinates,
            Self::Person => Personal::Name,
            Self::Address => Personal::Address,
        }
    }
}

/// A part of a text that has the shape of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// How it was told.
    pub(crate) clue: Clue,
    /// Whether it passes what can be checked; else it only has the shape, and speaks against
    /// the others of its column.
    pub(crate) passes: bool,
}

impl Span {
    pub(crate) const fn new(start: usize, end: usize, clue: Clue, passes: bool) -> Self {
        Self {
            range: start..end,
            clue,
            passes,
        }
    }
}
