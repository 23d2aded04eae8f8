//! The facets: closed set, one name on every floor (URL, wire, page words, CSS).

use crate::Preview;
use crate::values::says;
use catalog::disclosure;
use catalog::{
    AccessRights, BillingModel, DeliveryMode, Modality, PersonalInformation, PriceState,
    ProductType, UpdateClass,
};
use record::Record;

/// One facet. Its token is its key in the URL and in `jishi search --facet`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Record)]
#[record(names = "lowercase")]
pub enum Facet {
    #[default]
    /// Price state, the five of `catalog::PriceState`.
    Price,
    /// Exchange, by key `source~id`.
    Exchange,
    /// Category, by key `source~id`; a parent includes its children.
    Category,
    /// Delivery mode of any offer or distribution.
    Delivery,
    /// Product type.
    Type,
    /// Update class.
    Update,
    /// Who may see it (`accessRights`).
    Access,
    /// What can be looked at here: `rows`, `sample`, `columns`, `nothing`.
    Preview,
    /// Personal information, as stated.
    Privacy,
    /// Billing model of the offer that the listing counts by.
    Billing,
    /// Modality of the content.
    Modality,
    /// Normalised file format.
    Format,
    /// GB/T 4754 section letter.
    Industry,
    /// Language of the content.
    Language,
    /// Supplier, by key `source~id`.
    Provider,
    /// Place covered: the name of the first-level place.
    Place,
    /// Licence address, named as people know it.
    Licence,
    /// Which of the twelve checks of `catalog::Disclosure` the page meets.
    Disclosure,
}

impl Facet {
    /// Every facet, in the order the panel shows them.
    pub const ALL: &'static [Self] = &[
        Self::Price,
        Self::Exchange,
        Self::Category,
        Self::Delivery,
        Self::Type,
        Self::Update,
        Self::Access,
        Self::Preview,
        Self::Privacy,
        Self::Billing,
        Self::Modality,
        Self::Format,
        Self::Industry,
        Self::Language,
        Self::Provider,
        Self::Place,
        Self::Licence,
        Self::Disclosure,
    ];

    /// The token in URLs and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::Exchange => "exchange",
            Self::Category => "category",
            Self::Delivery => "delivery",
            Self::Type => "type",
            Self::Update => "update",
            Self::Access => "access",
            Self::Preview => "preview",
            Self::Privacy => "privacy",
            Self::Billing => "billing",
            Self::Modality => "modality",
            Self::Format => "format",
            Self::Industry => "industry",
            Self::Language => "language",
            Self::Provider => "provider",
            Self::Place => "place",
            Self::Licence => "licence",
            Self::Disclosure => "disclosure",
        }
    }

    /// The facet written as `token`.
    #[must_use]
    pub fn parse(token: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|facet| facet.as_str() == token)
    }
}

impl Facet {
    /// Whether the values are keys `source~id`. A choice may then give the id alone, which
    /// means that id in any source.
    #[must_use]
    pub const fn has_keys(self) -> bool {
        matches!(self, Self::Exchange | Self::Category | Self::Provider)
    }

    /// Whether a choice means `value`: it is the value or, for a key, its id in any source.
    #[must_use]
    pub fn means(self, choice: &str, value: &str) -> bool {
        let id = || value.split_once('~').map(|(_, id)| id);
        choice == value || self.has_keys() && id() == Some(choice)
    }

    /// Whether the values are a closed set of tokens, shown in the order of the set.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Price
                | Self::Delivery
                | Self::Type
                | Self::Update
                | Self::Access
                | Self::Preview
                | Self::Privacy
                | Self::Billing
                | Self::Modality
                | Self::Industry
                | Self::Disclosure
        )
    }

    /// Whether a listing can have `value` at all. Closed sets know; others take any text.
    #[must_use]
    pub fn accepts(self, value: &str) -> bool {
        !value.is_empty() && (!self.is_closed() || self.token_rank(value).is_some())
    }

    /// Place of a token in its closed set, "not stated" last unless the set says otherwise;
    /// `None` for what the set does not have and for open facets.
    #[must_use]
    pub fn token_rank(self, value: &str) -> Option<usize> {
        let rank = match self {
            Self::Price => PriceState::parse(value).map(|token| token as usize),
            Self::Delivery => DeliveryMode::parse(value).map(|token| token as usize),
            Self::Type => ProductType::parse(value).map(|token| token as usize),
            Self::Update => UpdateClass::parse(value).map(|token| token as usize),
            Self::Access => AccessRights::parse(value).map(|token| token as usize),
            Self::Preview => Preview::ALL
                .iter()
                .position(|token| token.as_str() == value),
            Self::Privacy => PersonalInformation::parse(value).map(|token| token as usize),
            Self::Billing => BillingModel::parse(value).map(|token| token as usize),
            Self::Modality => Modality::parse(value).map(|token| token as usize),
            Self::Disclosure => disclosure::Check::parse(value).map(|point| point as usize),
            Self::Industry => match value.as_bytes() {
                [letter @ b'A'..=b'T'] => Some(usize::from(*letter)),
                _ => None,
            },
            _ => return None,
        };
        match self {
            Self::Price | Self::Update | Self::Preview => rank,
            _ if value == NOT_STATED => Some(usize::MAX),
            _ => rank.filter(|_| says(value)),
        }
    }
}

/// The value of a facet on a listing that does not say. A value like any other.
pub const NOT_STATED: &str = "not_stated";
