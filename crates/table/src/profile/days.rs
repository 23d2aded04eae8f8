//! How dates are spread: counted by the hour, and by day, month or year once they lie further
//! apart.

use super::Histogram;
use super::bars::{MOST_BARS, bars};
use crate::kind::{DayParts, day_parts};

/// The most bins, except of years, of which there are no more than this by far.
const MOST_BINS: i64 = 1_000;

/// What a bin is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    /// Every day has 25, because `24:00` is written.
    Hour,
    /// Every month has 31, of which some stay empty.
    Day,
    Month,
    Year,
}

impl Unit {
    /// The next one, and how many of this it has.
    fn coarser(self) -> (Self, i64) {
        match self {
            Self::Hour => (Self::Day, 25),
            Self::Day => (Self::Month, 31),
            Self::Month | Self::Year => (Self::Year, 12),
        }
    }

    fn bin(self, parts: DayParts) -> i64 {
        let month = parts.year * 12 + (parts.month - 1).max(0);
        let day = month * 31 + (parts.day - 1).max(0);
        match self {
            Self::Hour => day * 25 + parts.seconds / 3_600,
            Self::Day => day,
            Self::Month => month,
            Self::Year => parts.year,
        }
    }
}

/// Bins of dates.
#[derive(Clone, Debug)]
pub(super) struct Days {
    unit: Unit,
    first: i64,
    counts: Vec<u64>,
    /// Some date is a year and nothing more.
    years_alone: bool,
    /// Some date has a time of day.
    timed: bool,
}

impl Default for Days {
    fn default() -> Self {
        Self {
            unit: Unit::Hour,
            first: 0,
            counts: Vec::new(),
            years_alone: false,
            timed: false,
        }
    }
}

impl Days {
    /// Counts a date, by its key, `times`.
    #[inline]
    pub(super) fn add(&mut self, key: i64, times: u64) {
        let parts = day_parts(key);
        let least = match parts {
            DayParts { month: 0, .. } => Unit::Year,
            DayParts { day: 0, .. } => Unit::Month,
            _ => Unit::Hour,
        };
        if least > self.unit {
            self.coarsen_to(least);
        }
        self.years_alone |= parts.month == 0;
        self.timed |= parts.seconds > 0;
        let bin = self.unit.bin(parts);
        match self.counts.get_mut(bin.wrapping_sub(self.first) as usize) {
            Some(count) if bin >= self.first => *count += times,
            _ => self.stretch(parts, times),
        }
    }

    /// The bars. `None` where there are not two.
    pub(super) fn finish(&self) -> Option<(Histogram, u64)> {
        let mut shown = self.clone();
        if !shown.timed {
            shown.coarsen_to(Unit::Day);
        }
        loop {
            let front = shown.counts.iter().position(|count| *count > 0)? as i64 + shown.first;
            let back = shown.counts.iter().rposition(|count| *count > 0)? as i64 + shown.first;
            let edges = match shown.unit {
                Unit::Hour => hours(front, back),
                Unit::Day => days(front, back),
                Unit::Month => steps(front, back, &[1, 2, 3, 6]),
                Unit::Year => steps(front, back, &[1, 2, 5, 10, 20, 50, 100, 200]),
            };
            if let Some(edges) = edges {
                let texts = edges.iter().map(|edge| shown.written(*edge)).collect();
                return bars(&edges, texts, &shown.counts, shown.first);
            }
            if shown.unit == Unit::Year {
                return None;
            }
            shown.coarsen_to(shown.unit.coarser().0);
        }
    }

    fn written(&self, edge: i64) -> String {
        let month = |month: i64| format!("{:04}-{:02}", month / 12, month % 12 + 1);
        let day = |day: i64| format!("{}-{:02}", month(day / 31), day % 31 + 1);
        let year = match self.unit {
            Unit::Hour => edge / 25 / 31 / 12,
            Unit::Day => edge / 31 / 12,
            Unit::Month => edge / 12,
            Unit::Year => edge,
        };
        match self.unit {
            // No later year is read as one.
            _ if year >= 3_000 => "2999-12-31".to_owned(),
            Unit::Hour => format!("{} {:02}:00", day(edge / 25), edge % 25),
            Unit::Day => day(edge),
            Unit::Month => month(edge),
            Unit::Year if self.years_alone => format!("{edge:04}年"),
            Unit::Year => format!("{edge:04}-01"),
        }
    }

    #[cold]
    fn stretch(&mut self, parts: DayParts, times: u64) {
        if self.counts.is_empty() {
            self.first = self.unit.bin(parts);
            self.counts.push(0);
        }
        loop {
            let bin = self.unit.bin(parts);
            let last = self.first + self.counts.len() as i64 - 1;
            let (front, back) = (self.first.min(bin), last.max(bin));
            if back - front < MOST_BINS || self.unit == Unit::Year {
                let before = (self.first - front) as usize;
                self.counts.splice(..0, std::iter::repeat_n(0, before));
                self.counts.resize((back - front + 1) as usize, 0);
                self.first = front;
                if let Some(count) = self.counts.get_mut((bin - front) as usize) {
                    *count += times;
                }
                return;
            }
            self.coarsen_to(self.unit.coarser().0);
        }
    }

    fn coarsen_to(&mut self, unit: Unit) {
        while self.unit < unit {
            let (coarser, of) = self.unit.coarser();
            let first = self.first / of;
            let mut counts = Vec::new();
            for (at, count) in (self.first..).zip(&self.counts) {
                let to = (at / of - first) as usize;
                counts.resize(counts.len().max(to + 1), 0);
                if let Some(slot) = counts.get_mut(to) {
                    *slot += count;
                }
            }
            (self.unit, self.first, self.counts) = (coarser, first, counts);
        }
    }
}

/// Edges at multiples of the first step by which there are few enough bars.
fn steps(front: i64, back: i64, steps: &[i64]) -> Option<Vec<i64>> {
    let step = steps
        .iter()
        .find(|step| back / **step - front / **step < MOST_BARS)?;
    Some(
        (front / step..=back / step + 1)
            .map(|at| at * step)
            .collect(),
    )
}

/// Edges at hours of the day, for up to two days.
fn hours(front: i64, back: i64) -> Option<Vec<i64>> {
    let (from, to) = (front / 25, back / 25);
    if next_day(from) < to {
        return None;
    }
    let edges = |step: i64| {
        let mut edges = Vec::new();
        let (mut day, mut hour) = (from, front % 25 / step * step);
        loop {
            let edge = day * 25 + hour;
            edges.push(edge);
            if edge > back {
                return edges;
            }
            hour += step;
            if hour >= 24 {
                (day, hour) = (next_day(day), 0);
            }
        }
    };
    [1, 2, 3, 6, 12]
        .into_iter()
        .map(edges)
        .find(|edges| edges.len() as i64 <= MOST_BARS + 1)
}

/// Edges some days apart, for up to five months.
fn days(front: i64, back: i64) -> Option<Vec<i64>> {
    if back / 31 - front / 31 > 4 {
        return None;
    }
    let edges = |step: i64| {
        let mut edges = vec![front];
        let mut day = front;
        while day <= back {
            for _ in 0..step {
                day = next_day(day);
            }
            edges.push(day);
        }
        edges
    };
    [1, 2, 5, 7, 10]
        .into_iter()
        .map(edges)
        .find(|edges| edges.len() as i64 <= MOST_BARS + 1)
}

/// The day after a day, among days of which every month has 31.
fn next_day(day: i64) -> i64 {
    let (month, within) = (day / 31, day % 31 + 1);
    let year = month / 12;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let long = match month % 12 + 1 {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if within >= long {
        (month + 1) * 31
    } else {
        day + 1
    }
}
