//! What stands between a draft and its document. Every problem names its place, its case and
//! the data of the case; the words are made on the page.

use crate::{
    CreditCodeFault, Draft, Field, amount::amount, compose::cleaned, contact, credit_code,
};
use catalog::{Severity, parse::is_calendar_day};
use record::Record;

/// The case of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[record(names = "kebab-case")]
pub enum ProblemCode {
    /// Must be filled in.
    Required,
    /// Neither mail address nor telephone; data: nothing. Placed at the mail address.
    NoContact,
    /// The consent was not given.
    NoConsent,
    /// More than the place holds; data: `{characters}/{limit}`.
    TooLong,
    /// Not a mail address.
    NotAnEmail,
    /// Not a telephone.
    NotATel,
    /// Not eighteen characters; data: how many.
    UsccLength,
    /// A character no code has; data: the character.
    UsccCharacter,
    /// The last character does not fit the others; data: `{found}→{expected}`.
    UsccCheckDigit,
    /// The seventeenth does not fit the organisation code; data: the expected. A warning.
    UsccOrganizationDigit,
    /// Not a day of the calendar as `YYYY-MM-DD`.
    NotADate,
    /// The last day is before the first; data: the first.
    EndBeforeStart,
    /// The day has passed; data: today. A warning: the visitor's clock may be wrong.
    DatePassed,
    /// Not an amount.
    NotAnAmount,
    /// Not three capital letters.
    NotACurrency,
}

impl ProblemCode {
    /// Stable kebab-case name of the case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NoContact => "no-contact",
            Self::NoConsent => "no-consent",
            Self::TooLong => "too-long",
            Self::NotAnEmail => "not-an-email",
            Self::NotATel => "not-a-tel",
            Self::UsccLength => "uscc-length",
            Self::UsccCharacter => "uscc-character",
            Self::UsccCheckDigit => "uscc-check-digit",
            Self::UsccOrganizationDigit => "uscc-organization-digit",
            Self::NotADate => "not-a-date",
            Self::EndBeforeStart => "end-before-start",
            Self::DatePassed => "date-passed",
            Self::NotAnAmount => "not-an-amount",
            Self::NotACurrency => "not-a-currency",
        }
    }
}

/// One problem of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub code: ProblemCode,
    /// The data of the case; see [`ProblemCode`].
    pub data: String,
    /// `Error` must be mended before handing over; `Warning` is worth a look.
    pub severity: Severity,
}

/// Whether a draft with these problems may become a document.
#[must_use]
pub fn is_ready(problems: &[Problem]) -> bool {
    problems
        .iter()
        .all(|problem| problem.severity != Severity::Error)
}

/// Every problem of `draft`, in the order of the form. `today` (`YYYY-MM-DD`) when the caller has
/// a clock; `also_required` are the places this recipient insists on.
#[must_use]
pub fn check(draft: &Draft, today: Option<&str>, also_required: &[Field]) -> Vec<Problem> {
    let mut found = Found {
        draft,
        problems: Vec::new(),
    };
    found.lengths();
    found.required(also_required);
    found.contact();
    found.uscc();
    found.dates(today);
    found.budget();
    if !draft.consent {
        found.error(Field::Consent, ProblemCode::NoConsent, "");
    }
    // In the order of the form. Few enough to be gone through once a field.
    let problems = &found.problems;
    let of_field = |field| {
        let its = problems
            .iter()
            .filter(move |problem| problem.field == field);
        its.cloned()
    };
    Field::ALL.iter().copied().flat_map(of_field).collect()
}

struct Found<'a> {
    draft: &'a Draft,
    problems: Vec<Problem>,
}

impl<'a> Found<'a> {
    fn error(&mut self, field: Field, code: ProblemCode, data: impl Into<String>) {
        self.push(field, code, data.into(), Severity::Error);
    }

    fn warn(&mut self, field: Field, code: ProblemCode, data: impl Into<String>) {
        self.push(field, code, data.into(), Severity::Warning);
    }

    fn push(&mut self, field: Field, code: ProblemCode, data: String, severity: Severity) {
        self.problems.push(Problem {
            field,
            code,
            data,
            severity,
        });
    }

    /// The text of a place without its ends; empty for a choice.
    fn typed(&self, field: Field) -> &'a str {
        self.draft.text(field).unwrap_or_default().trim()
    }

    fn lengths(&mut self) {
        for field in Field::ALL {
            let characters = self.typed(*field).chars().count();
            if field.limit() > 0 && characters > field.limit() {
                let data = format!("{characters}/{}", field.limit());
                self.error(*field, ProblemCode::TooLong, data);
            }
        }
    }

    fn required(&mut self, also: &[Field]) {
        for field in Field::ALL {
            let is_required = *field == Field::Purpose || also.contains(field);
            if is_required && !self.is_filled(*field) {
                self.error(*field, ProblemCode::Required, "");
            }
        }
    }

    fn is_filled(&self, field: Field) -> bool {
        match field {
            Field::UseCase => self.draft.use_case.is_some(),
            Field::Delivery => !self.draft.delivery.is_empty(),
            Field::CrossBorder => self.draft.cross_border.is_some(),
            Field::NoReidentification => self.draft.no_reidentification,
            // A choice with a value of its own from the start, or with a case of its own.
            Field::Kind | Field::Sample | Field::Consent => true,
            // What is empty once cleaned was not filled in, whatever was typed.
            text => cleaned(self.draft, text).is_some(),
        }
    }

    fn contact(&mut self) {
        let (mail, tel) = (self.typed(Field::Email), self.typed(Field::Tel));
        let (bad_mail, bad_tel) = (
            !mail.is_empty() && contact::email(mail).is_none(),
            !tel.is_empty() && !contact::is_tel(tel),
        );
        if mail.is_empty() && tel.is_empty() {
            self.error(Field::Email, ProblemCode::NoContact, "");
        }
        if bad_mail {
            self.error(Field::Email, ProblemCode::NotAnEmail, "");
        }
        if bad_tel {
            self.error(Field::Tel, ProblemCode::NotATel, "");
        }
    }

    fn uscc(&mut self) {
        let typed = self.typed(Field::Uscc);
        if typed.is_empty() {
            return;
        }
        match credit_code(typed) {
            Ok(read) => {
                if let Some(expected) = read.organization_digit_expected {
                    self.warn(Field::Uscc, ProblemCode::UsccOrganizationDigit, expected);
                }
            }
            Err(CreditCodeFault::Length(characters)) => {
                self.error(Field::Uscc, ProblemCode::UsccLength, characters.to_string());
            }
            Err(CreditCodeFault::Character(c)) => {
                self.error(Field::Uscc, ProblemCode::UsccCharacter, c);
            }
            Err(CreditCodeFault::CheckDigit { found, expected }) => {
                let data = format!("{found}→{expected}");
                self.error(Field::Uscc, ProblemCode::UsccCheckDigit, data);
            }
        }
    }

    fn dates(&mut self, today: Option<&str>) {
        for field in [Field::PeriodStart, Field::PeriodEnd, Field::Deadline] {
            let typed = self.typed(field);
            if !typed.is_empty() && !is_calendar_day(typed) {
                self.error(field, ProblemCode::NotADate, "");
            }
        }
        // Days in this form compare as text.
        let day = |field| Some(self.typed(field).to_owned()).filter(|text| is_calendar_day(text));
        let (start, end) = (day(Field::PeriodStart), day(Field::PeriodEnd));
        let deadline = day(Field::Deadline);
        if let (Some(start), Some(end)) = (start, end.clone())
            && end < start
        {
            self.error(Field::PeriodEnd, ProblemCode::EndBeforeStart, start);
        }
        let Some(today) = today else { return };
        for (field, day) in [(Field::PeriodEnd, end), (Field::Deadline, deadline)] {
            if day.is_some_and(|day| day.as_str() < today) {
                self.warn(field, ProblemCode::DatePassed, today);
            }
        }
    }

    fn budget(&mut self) {
        let typed = self.typed(Field::BudgetMax);
        if !typed.is_empty() && amount(typed).is_none() {
            self.error(Field::BudgetMax, ProblemCode::NotAnAmount, "");
        }
        let currency = self.typed(Field::BudgetCurrency);
        let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_alphabetic());
        if !currency.is_empty() && !is_code {
            self.error(Field::BudgetCurrency, ProblemCode::NotACurrency, "");
        }
    }
}
