//! What a listing states in each range, written as a value of a column: unit, least, most.

use crate::Range;
use crate::range::scaled;
use catalog::{FuzzyDate, Listing, ListingPrice, Offer, Quantity, Unit};

/// One value of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measure {
    /// As in [`crate::Bounds::unit`].
    pub(crate) unit: String,
    /// The least that it can be: a day as `YYYYMMDD`, or ten-thousandths of one.
    pub(crate) least: u64,
    /// The most.
    pub(crate) most: u64,
}

impl Measure {
    /// Its form as the value of a column.
    pub(crate) fn written(&self) -> String {
        format!("{}\t{}\t{}", self.unit, self.least, self.most)
    }

    /// The measure that was written; `None` for "not stated".
    pub(crate) fn read(written: &str) -> Option<Self> {
        let mut parts = written.split('\t');
        let unit = parts.next()?.to_owned();
        let mut number = || parts.next()?.parse::<u64>().ok();
        Some(Self {
            unit,
            least: number()?,
            most: number()?,
        })
    }
}

/// What `listing` states in `range`.
pub(crate) fn measures(range: Range, listing: &Listing, price: &ListingPrice) -> Vec<Measure> {
    match range {
        Range::Modified => listing.modified.iter().map(days).collect(),
        Range::Issued => listing.issued.iter().map(days).collect(),
        Range::Size => sizes(&listing.extent),
        Range::Amount => {
            let offer = listing.offers.get(price.offer);
            offer.and_then(amount).into_iter().collect()
        }
    }
}

fn days(date: &FuzzyDate) -> Measure {
    Measure {
        unit: String::new(),
        least: day_number(&date.earliest),
        most: day_number(&date.latest),
    }
}

/// `YYYY-MM-DD` as the number `YYYYMMDD`.
pub(crate) fn day_number(day: &str) -> u64 {
    let digits = day.bytes().filter(u8::is_ascii_digit).take(8);
    digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// One size a unit, from the least to the most stated in it.
fn sizes(extent: &[Quantity]) -> Vec<Measure> {
    let mut sizes: Vec<Measure> = Vec::new();
    for quantity in extent {
        let (unit, factor) = canonical(quantity.unit);
        let size = (quantity.value * factor * 10_000.0).round();
        // A float beyond the largest number becomes that number.
        let size = if size > 0.0 { size as u64 } else { 0 };
        match sizes.iter_mut().find(|known| known.unit == unit.as_str()) {
            Some(known) => {
                known.least = known.least.min(size);
                known.most = known.most.max(size);
            }
            None => sizes.push(Measure {
                unit: unit.as_str().to_owned(),
                least: size,
                most: size,
            }),
        }
    }
    sizes
}

/// The unit that sizes of this kind are compared in, and how many of it one is.
const fn canonical(unit: Unit) -> (Unit, f64) {
    match unit {
        Unit::Kilobyte => (Unit::Byte, 1e3),
        Unit::Megabyte => (Unit::Byte, 1e6),
        Unit::Gigabyte => (Unit::Byte, 1e9),
        Unit::Terabyte => (Unit::Byte, 1e12),
        Unit::Minute => (Unit::Hour, 1.0 / 60.0),
        Unit::Second => (Unit::Hour, 1.0 / 3600.0),
        Unit::Row => (Unit::Record, 1.0),
        other => (other, 1.0),
    }
}

/// What an offer costs, and per what: `CNY/subscription/P1Y`.
fn amount(offer: &Offer) -> Option<Measure> {
    let price = offer.price.as_ref()?;
    let read = |amount: &Option<String>| amount.as_deref().and_then(scaled);
    let (least, most) = match read(&price.amount) {
        Some(amount) => (amount, amount),
        None => match (read(&price.min), read(&price.max)) {
            (None, None) => return None,
            (least, most) => (least.unwrap_or(0), most.unwrap_or(u64::MAX)),
        },
    };
    let mut unit = price.currency.clone();
    let model = offer
        .billing_model
        .filter(|m| crate::values::says(m.as_str()));
    let per = (offer.billing_period.as_deref()).or(offer.unit.as_deref());
    for part in model.map(|model| model.as_str()).into_iter().chain(per) {
        unit.push('/');
        unit.push_str(part);
    }
    Some(Measure { unit, least, most })
}
