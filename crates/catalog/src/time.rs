//! Time as sources write it: fuzzy dates with their verbatim words, periods, update promises.

use crate::token::tokens;
use record::{Reader, Record, Value};

tokens! {
    /// How exact a fuzzy date is.
    Precision { Day = "day", Month = "month", Season = "season", Year = "year", Range = "range" }
}

tokens! {
    /// What happened on a date. `planning-began` is never an opening.
    DateEvent {
        Established = "established",
        Opened = "opened",
        PlanningBegan = "planning-began",
        Issued = "issued",
        Modified = "modified",
        Created = "created",
        Unspecified = "unspecified",
    }
}

/// A date with its own words. `earliest` and `latest` are inclusive `YYYY-MM-DD`
/// (so they compare as text) and serve to sort and filter; `verbatim` is what is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct FuzzyDate {
    /// The source's words, if they were kept.
    pub verbatim: Option<String>,
    /// ISO 8601-2 (EDTF), for interchange.
    pub edtf: Option<String>,
    /// First day it can mean.
    pub earliest: String,
    /// Last day it can mean.
    pub latest: String,
    /// How exact it is.
    pub precision: Precision,
    /// "Circa".
    #[record(omit)]
    pub approximate: bool,
    /// What happened then.
    pub event: Option<DateEvent>,
}

/// The end of a period: a date, or still going on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PeriodEnd {
    /// It ended then.
    Date(FuzzyDate),
    /// The word `ongoing`.
    Ongoing(Ongoing),
}

impl Record for PeriodEnd {
    /// A word, or else a date.
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        match value {
            Some(Value::String(_)) => Self::Ongoing(Ongoing::read(value, reader)),
            other => Self::Date(FuzzyDate::read(other, reader)),
        }
    }

    fn write(&self) -> Value {
        match self {
            Self::Date(date) => date.write(),
            Self::Ongoing(word) => word.write(),
        }
    }
}

record::by_serde!(PeriodEnd);

tokens! {
    /// The one word a period's end may be.
    Ongoing { Ongoing = "ongoing" }
}

/// The time that data covers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Record)]
#[record(default)]
pub struct Period {
    /// First day.
    pub start: Option<FuzzyDate>,
    /// Last day, or ongoing.
    pub end: Option<PeriodEnd>,
    /// The source's words.
    pub verbatim: Option<String>,
}

/// How often data is refreshed: an ISO 8601 duration or a word of the schema, as one string.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
pub struct UpdateFrequency(pub String);

tokens! {
    /// Update promises as buyers filter them (facet `update`).
    UpdateClass {
        /// Continuous up to once a day.
        Daily = "daily",
        /// Weekly up to monthly.
        Monthly = "monthly",
        /// Quarterly up to yearly, or rarer.
        Yearly = "yearly",
        /// Irregular or as needed.
        Irregular = "irregular",
        /// Never.
        Never = "never",
        /// Nothing usable is said.
        NotStated = "not_stated",
    }
}

impl UpdateFrequency {
    /// The class of this promise; durations go by their length.
    #[must_use]
    pub fn class(&self) -> UpdateClass {
        match self.0.as_str() {
            "continuous" => UpdateClass::Daily,
            "irregular" | "as-needed" => UpdateClass::Irregular,
            "never" => UpdateClass::Never,
            other => match duration_days(other) {
                Some(days) if days < 2.0 => UpdateClass::Daily,
                Some(days) if days < 32.0 => UpdateClass::Monthly,
                Some(_) => UpdateClass::Yearly,
                None => UpdateClass::NotStated,
            },
        }
    }
}

/// Length of an ISO 8601 duration in days (month = 30, year = 365); `None` if it is not one.
fn duration_days(text: &str) -> Option<f64> {
    let (mut days, mut number, mut in_time, mut any) = (0.0, String::new(), false, false);
    for c in text.strip_prefix('P')?.chars() {
        match c {
            '0'..='9' => number.push(c),
            'T' => in_time = true,
            unit => {
                let count = crate::parse::float(&number)?;
                number.clear();
                any = true;
                days += count
                    * match (unit, in_time) {
                        ('Y', false) => 365.0,
                        ('M', false) => 30.0,
                        ('W', false) => 7.0,
                        ('D', false) => 1.0,
                        ('H', true) => 1.0 / 24.0,
                        ('M', true) => 1.0 / 1440.0,
                        ('S', true) => 1.0 / 86400.0,
                        _ => return None,
                    };
            }
        }
    }
    (any && number.is_empty()).then_some(days)
}
