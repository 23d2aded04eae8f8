//! What is looked for. A closed set: a kind without words does not compile.

/// Something that looks personal, in the sense of GB/T 35273-2020 annex A, or names an
/// organisation as such data does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Personal {
    /// A resident identity number, of 18 or of 15 characters (GB 11643).
    ResidentId,
    /// A unified social credit code (GB 32100); it names an organisation, and shops of one
    /// person have one too.
    CreditCode,
    /// A mobile number of China, or a number with `+` and a country code (E.164).
    Phone,
    /// A payment card (ISO/IEC 7812).
    BankCard,
    /// A passport.
    Passport,
    /// A licence plate of China (GA 36).
    Plate,
    /// A mail address.
    Email,
    /// An address of a machine, of four bytes or of sixteen.
    Ip,
    /// An address of a network card.
    Mac,
    /// Latitude and longitude.
    Coordinates,
    /// Names of people.
    Name,
    /// Where somebody lives or works.
    Address,
}

impl Personal {
    /// All of them, in the order in which they are reported.
    pub const ALL: [Self; 12] = [
        Self::ResidentId,
        Self::CreditCode,
        Self::Phone,
        Self::BankCard,
        Self::Passport,
        Self::Plate,
        Self::Email,
        Self::Ip,
        Self::Mac,
        Self::Coordinates,
        Self::Name,
        Self::Address,
    ];

    /// The stable name, as on the wire and in `--json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ResidentId => "resident-id",
            Self::CreditCode => "credit-code",
            Self::Phone => "phone",
            Self::BankCard => "bank-card",
            Self::Passport => "passport",
            Self::Plate => "plate",
            Self::Email => "email",
            Self::Ip => "ip",
            Self::Mac => "mac",
            Self::Coordinates => "coordinates",
            Self::Name => "name",
            Self::Address => "address",
        }
    }
}

/// Marks a set that is not of a column.
const NO_COLUMN: u16 = 1 << 15;

/// A set of kinds, such as those that were reported of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// None.
    pub const NONE: Self = Self(0);

    /// Those that can be told within a text of which no column is known.
    pub const IN_TEXT: Self =
        Self(NO_COLUMN | 0x0FFF & !(1 << Personal::Name as u16 | 1 << Personal::Address as u16));

    /// The set with one more.
    #[must_use]
    pub const fn with(self, kind: Personal) -> Self {
        Self(self.0 | 1 << kind as u16)
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether the kind is in it.
    #[must_use]
    pub const fn has(self, kind: Personal) -> bool {
        self.0 & 1 << kind as u16 != 0
    }

    /// Whether these were reported of a column, whose every cell they then are.
    pub(crate) const fn are_of_column(self) -> bool {
        self.0 & NO_COLUMN == 0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Personal> for Kinds {
    fn from_iter<T: IntoIterator<Item = Personal>>(kinds: T) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}
