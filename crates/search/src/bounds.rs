//! Bounds made sure of: what a link or a visitor wrote becomes the one form that the engine
//! is asked with, or the reason why it cannot.

use crate::range::{decimal, scaled};
use crate::url::Why;
use crate::{Bounds, Query, Range, Sort};

/// Most bytes of a unit.
const MAX_UNIT: usize = 100;

impl Range {
    /// The bounds in their one form; `None` if they neither bound anything nor name a unit.
    ///
    /// # Errors
    /// Why they mean nothing.
    pub fn settled(self, bounds: &Bounds) -> Result<Option<Bounds>, Why> {
        let from = self.bound(&bounds.from)?;
        let to = self.bound(&bounds.to)?;
        let bounds_something = !from.is_empty() || !to.is_empty();
        if !self.takes(&bounds.unit) {
            return Err(Why::Value);
        }
        if bounds_something && bounds.unit.is_empty() && !self.is_of_days() {
            return Err(Why::Unit);
        }
        if !from.is_empty() && !to.is_empty() && self.ends_before(&to, &from) {
            return Err(Why::Order);
        }
        Ok(
            (bounds_something || !bounds.unit.is_empty()).then(|| Bounds {
                unit: bounds.unit.clone(),
                from,
                to,
                unstated: bounds.unstated && bounds_something,
            }),
        )
    }

    /// One bound in its shortest form; empty is open.
    fn bound(self, written: &str) -> Result<String, Why> {
        match written {
            "" => Ok(String::new()),
            day if self.is_of_days() => is_day(day).then(|| day.to_owned()).ok_or(Why::Value),
            number => scaled(number).map(decimal).ok_or(Why::Value),
        }
    }

    /// Whether the last that `to` can mean is before the first that `from` can.
    fn ends_before(self, to: &str, from: &str) -> bool {
        if self.is_of_days() {
            // `2024` as an end is the last of its days.
            let common = to.len().min(from.len());
            to.get(..common) < from.get(..common)
        } else {
            scaled(to) < scaled(from)
        }
    }

    /// Whether it can be told in this unit, as far as its look goes; none is a unit too.
    fn takes(self, unit: &str) -> bool {
        match self {
            Self::Modified | Self::Issued => unit.is_empty(),
            Self::Size => unit.is_empty() || catalog::Unit::parse(unit).is_some(),
            Self::Amount => {
                let odd = |c: char| c.is_control() || c == ',' || c == '@';
                unit.len() <= MAX_UNIT && !unit.contains(odd)
            }
        }
    }
}

/// Whether the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and such a day exists.
fn is_day(text: &str) -> bool {
    let number = |at: std::ops::Range<usize>| -> Option<u32> {
        let digits = text.get(at)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| digits.parse().ok()).flatten()
    };
    let dash = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let month = || dash(4) && number(5..7).is_some_and(|month| (1..=12).contains(&month));
    let day = || {
        let last = last_day(number(0..4).unwrap_or(0), number(5..7).unwrap_or(0));
        dash(7) && number(8..10).is_some_and(|day| (1..=last).contains(&day))
    };
    let year = number(0..4).is_some_and(|year| year > 0);
    match text.len() {
        4 => year,
        7 => year && month(),
        10 => year && month() && day(),
        _ => false,
    }
}

const fn last_day(year: u32, month: u32) -> u32 {
    let leaps = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leaps => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Query {
    /// Sets the bounds of a range, or lifts them where they ask nothing; the first page again.
    ///
    /// # Errors
    /// Why they mean nothing; the query is as it was.
    pub fn bound(&mut self, range: Range, bounds: &Bounds) -> Result<(), Why> {
        match range.settled(bounds)? {
            Some(bounds) => self.ranges.insert(range, bounds),
            None => self.ranges.remove(&range),
        };
        self.page = 0;
        self.settle_sort();
        Ok(())
    }

    /// Lifts the bounds of a range.
    pub fn unbound(&mut self, range: Range) {
        self.ranges.remove(&range);
        self.page = 0;
        self.settle_sort();
    }

    /// An order within a unit goes with its unit.
    pub fn settle_sort(&mut self) {
        if self
            .sort
            .within()
            .is_some_and(|range| self.unit_of(range).is_empty())
        {
            self.sort = Sort::default();
        }
    }
}
