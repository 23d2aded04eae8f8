//! What the visitor has typed so far, exactly as typed: nothing is repaired under their hands.

use crate::Field;
use catalog::DeliveryMode;
use record::Record;

/// Who asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
pub enum RequesterKind {
    /// An organisation, through a person.
    #[default]
    Organization,
    /// A person for themselves.
    Person,
}

/// The purpose as one of a few kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[record(names = "kebab-case")]
pub enum UseCase {
    /// Training or testing a model.
    AiTraining,
    /// Analysis for the asker's own decisions.
    Analysis,
    /// Part of a product or service for others.
    Product,
    /// Risk control or compliance.
    RiskControl,
    /// Research and teaching.
    Research,
    /// Public service.
    PublicService,
    /// Something else; the purpose says what.
    Other,
}

impl UseCase {
    /// Every kind, in the order of the form.
    pub const ALL: &'static [Self] = &[
        Self::AiTraining,
        Self::Analysis,
        Self::Product,
        Self::RiskControl,
        Self::Research,
        Self::PublicService,
        Self::Other,
    ];
}

/// Whether the data would leave the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
pub enum CrossBorder {
    /// It stays.
    No,
    /// It leaves.
    Yes,
    /// Not decided.
    Unknown,
}

/// The form as it stands. Empty texts and `None` mean "not filled in".
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[record(default, keep)]
pub struct Draft {
    /// Person or organisation.
    pub kind: RequesterKind,
    /// Name of the organisation.
    pub organization: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Industry.
    pub industry: String,
    /// Name of the person.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Mail address.
    pub email: String,
    /// Telephone.
    pub tel: String,
    /// What the data is for.
    pub purpose: String,
    /// The purpose as one of a few kinds.
    pub use_case: Option<UseCase>,
    /// How much is wanted, in words such as `50 小时`.
    pub quantity: String,
    /// First day of use, `YYYY-MM-DD`.
    pub period_start: String,
    /// Last day of use, `YYYY-MM-DD`.
    pub period_end: String,
    /// How the data should come.
    pub delivery: Vec<DeliveryMode>,
    /// The most that would be paid, such as `300,000` or `30万`.
    pub budget_max: String,
    /// Its currency, ISO 4217; empty means CNY.
    pub budget_currency: String,
    /// Answer wished by, `YYYY-MM-DD`.
    pub deadline: String,
    /// A sample is wished for first.
    pub sample: bool,
    /// Whether the data would leave the country.
    pub cross_border: Option<CrossBorder>,
    /// The promise not to identify persons by joining data.
    pub no_reidentification: bool,
    /// Questions to the supplier.
    pub questions: String,
    /// The consent to hand the text over.
    pub consent: bool,
}

impl Draft {
    /// The version of its JSON, for what is kept on the device.
    pub const VERSION: u32 = 1;

    /// The text of a place; `None` for a choice.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::Organization => &self.organization,
            Field::Uscc => &self.uscc,
            Field::Industry => &self.industry,
            Field::Name => &self.name,
            Field::Role => &self.role,
            Field::Email => &self.email,
            Field::Tel => &self.tel,
            Field::Purpose => &self.purpose,
            Field::Quantity => &self.quantity,
            Field::PeriodStart => &self.period_start,
            Field::PeriodEnd => &self.period_end,
            Field::BudgetMax => &self.budget_max,
            Field::BudgetCurrency => &self.budget_currency,
            Field::Deadline => &self.deadline,
            Field::Questions => &self.questions,
            _ => return None,
        })
    }

    /// The text of a place, to be changed; `None` for a choice.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Organization => &mut self.organization,
            Field::Uscc => &mut self.uscc,
            Field::Industry => &mut self.industry,
            Field::Name => &mut self.name,
            Field::Role => &mut self.role,
            Field::Email => &mut self.email,
            Field::Tel => &mut self.tel,
            Field::Purpose => &mut self.purpose,
            Field::Quantity => &mut self.quantity,
            Field::PeriodStart => &mut self.period_start,
            Field::PeriodEnd => &mut self.period_end,
            Field::BudgetMax => &mut self.budget_max,
            Field::BudgetCurrency => &mut self.budget_currency,
            Field::Deadline => &mut self.deadline,
            Field::Questions => &mut self.questions,
            _ => return None,
        })
    }

    /// Whether nothing was filled in yet, so that nothing need be kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let kind = self.kind;
        *self
            == Self {
                kind,
                budget_currency: self.budget_currency.clone(),
                ..Self::default()
            }
    }
}
