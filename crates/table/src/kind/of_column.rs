//! The closed set of kinds, and how a column gets one.

use super::Fit;
use record::Record;

/// The narrowest kind that every cell with something in it fits; blank cells do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub enum Kind {
    /// No cell says anything.
    Empty,
    /// `true`/`false`, `yes`/`no`, `是`/`否`. Not `0`/`1`, which are whole numbers.
    Boolean,
    /// Whole numbers, with or without thousands separators, half or full width.
    Integer,
    /// Numbers of which at least one has a fraction, an exponent, or a `万` or `亿` behind it.
    Decimal,
    /// Numbers with `%` behind each.
    Percent,
    /// Days, months or years, as `2021-03-31`, `2021/3/31`, `2021年3月`, `20210331`.
    Date,
    /// Days with a time of day.
    DateTime,
    /// Digits that are a name and not an amount: a leading zero, more digits than a number can
    /// hold exactly (15), or mobile numbers.
    Identifier,
    /// JSON objects or arrays inside cells.
    Nested,
    /// Anything else.
    Text,
}

impl Kind {
    /// The name used on the wire and by the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::DateTime => "dateTime",
            Self::Identifier => "identifier",
            Self::Nested => "nested",
            Self::Text => "text",
        }
    }

    /// Whether its cells are amounts: aligned right, with a smallest and a largest.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal | Self::Percent)
    }

    /// Whether its cells are days, with or without a time.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::DateTime)
    }

    /// The kind of a column of numbers of which so many of so many cells are mobile numbers. One
    /// odd cell, as a `0` where somebody has none or a digit too many, makes no amounts of the
    /// others; four in five must be mobile numbers, since of amounts that are all of eleven
    /// digits seven in ten may look like some.
    #[must_use]
    pub fn among_mobiles(self, mobiles: u64, cells: u64) -> Self {
        match self {
            Self::Integer | Self::Decimal if mobiles > 0 && mobiles * 5 >= cells * 4 => {
                Self::Identifier
            }
            kind => kind,
        }
    }

    /// The kind of these cells taken together, as a reader needs it to tell a header from data.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut fit = Fit::default();
        for cell in cells {
            fit.add(cell.trim());
        }
        fit.kind()
    }
}
