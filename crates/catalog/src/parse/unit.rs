//! Per what a price is: the units of price texts, and what they mean for billing.

use crate::BillingModel;

/// The unit behind the stroke in `元/次`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Call,
    Record,
    /// A unit of bytes, with its UCUM-like name.
    Volume(&'static str),
    /// So many months.
    Months(u32),
    Weeks,
    Days,
    /// A whole thing handed over once, such as a report.
    Copy,
    /// Anything else that is counted, by its word.
    Other(&'static str),
}

impl Unit {
    /// The billing model that a price per this unit means.
    pub(super) fn billing(self) -> BillingModel {
        match self {
            Self::Call => BillingModel::PerCall,
            Self::Record => BillingModel::PerRecord,
            Self::Volume(_) => BillingModel::PerVolume,
            Self::Months(_) | Self::Weeks | Self::Days => BillingModel::Subscription,
            Self::Copy => BillingModel::OneTime,
            Self::Other(_) => BillingModel::UsageOther,
        }
    }

    /// The word for `offer.unit`; periods have none, they go to the billing period.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::Call => Some("call"),
            Self::Record => Some("record"),
            Self::Volume(word) | Self::Other(word) => Some(word),
            Self::Copy => Some("copy"),
            Self::Months(_) | Self::Weeks | Self::Days => None,
        }
    }

    /// ISO 8601 duration of `count` of this unit, if it is a period. Twelve months are a year.
    pub(super) fn period(self, count: u32) -> Option<String> {
        match self {
            Self::Months(months) => {
                let months = months.checked_mul(count)?;
                if months > 0 && months.is_multiple_of(12) {
                    Some(format!("P{}Y", months / 12))
                } else {
                    Some(format!("P{months}M"))
                }
            }
            Self::Weeks => Some(format!("P{count}W")),
            Self::Days => Some(format!("P{count}D")),
            _ => None,
        }
    }
}
