//! The places of the inquiry form: their names, and how much may stand in each.

use record::Record;

/// One place of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Record)]
pub enum Field {
    /// Person or organisation.
    Kind,
    /// Name of the organisation.
    Organization,
    /// Unified social credit code.
    Uscc,
    /// Industry, in words or as a GB/T 4754 code.
    Industry,
    /// Name of the person.
    Name,
    /// Their role.
    Role,
    /// Mail address.
    Email,
    /// Telephone.
    Tel,
    /// What the data is for. Required.
    Purpose,
    /// The purpose as one of a few kinds.
    UseCase,
    /// How much is wanted, in words.
    Quantity,
    /// First day of use.
    PeriodStart,
    /// Last day of use.
    PeriodEnd,
    /// How the data should come.
    Delivery,
    /// The most that would be paid.
    BudgetMax,
    /// Its currency, ISO 4217.
    BudgetCurrency,
    /// Answer wished by.
    Deadline,
    /// A sample first.
    Sample,
    /// Whether the data would leave the country.
    CrossBorder,
    /// The promise not to identify persons by joining data.
    NoReidentification,
    /// Questions to the supplier.
    Questions,
    /// The consent to hand the text over. Required.
    Consent,
}

impl Field {
    /// Every place, in the order of the form.
    pub const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Organization,
        Self::Uscc,
        Self::Industry,
        Self::Name,
        Self::Role,
        Self::Email,
        Self::Tel,
        Self::Purpose,
        Self::UseCase,
        Self::Quantity,
        Self::PeriodStart,
        Self::PeriodEnd,
        Self::Delivery,
        Self::BudgetMax,
        Self::BudgetCurrency,
        Self::Deadline,
        Self::Sample,
        Self::CrossBorder,
        Self::NoReidentification,
        Self::Questions,
        Self::Consent,
    ];

    /// The name of the place, as in the JSON of a draft.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Organization => "organization",
            Self::Uscc => "uscc",
            Self::Industry => "industry",
            Self::Name => "name",
            Self::Role => "role",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Purpose => "purpose",
            Self::UseCase => "useCase",
            Self::Quantity => "quantity",
            Self::PeriodStart => "periodStart",
            Self::PeriodEnd => "periodEnd",
            Self::Delivery => "delivery",
            Self::BudgetMax => "budgetMax",
            Self::BudgetCurrency => "budgetCurrency",
            Self::Deadline => "deadline",
            Self::Sample => "sample",
            Self::CrossBorder => "crossBorder",
            Self::NoReidentification => "noReidentification",
            Self::Questions => "questions",
            Self::Consent => "consent",
        }
    }

    /// The most characters of a text; 0 for a choice.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Purpose => 2_000,
            Self::Questions => 4_000,
            Self::Organization | Self::Industry | Self::Name | Self::Role => 200,
            Self::Email => 254, // RFC 5321 §4.5.3.1.3, less the brackets
            Self::Quantity => 100,
            Self::Tel | Self::BudgetMax => 40,
            // Twice the 18 characters of the code, for the spaces people type.
            Self::Uscc => 36,
            Self::PeriodStart | Self::PeriodEnd | Self::Deadline => 10,
            Self::BudgetCurrency => 3,
            Self::Kind
            | Self::UseCase
            | Self::Delivery
            | Self::Sample
            | Self::CrossBorder
            | Self::NoReidentification
            | Self::Consent => 0,
        }
    }

    /// Whether line ends may stand in it.
    #[must_use]
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Purpose | Self::Questions)
    }
}
