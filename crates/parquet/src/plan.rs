//! Which bytes to fetch: ranges, and how they are put together into requests.

use std::collections::HashSet;
use std::ops::Range;

use crate::pieces::Pieces;

/// What requests may cost when rows are looked at. Neighbouring ranges become one request,
/// nearest first, as long as the bytes between them fit in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Requests to come down to, if the bytes allow it.
    pub requests: usize,
    /// Bytes that one plan may ask for in order to come down to those requests. What must be
    /// fetched is fetched, even if it is more.
    pub bytes: u64,
}

impl Default for Budget {
    /// For rows that somebody looks at. What is asked for at once costs one round trip: six
    /// requests over HTTP/1.1, any number over HTTP/2. Bytes that are read over cost more: 400 kB
    /// are a third of a second at ten megabits.
    fn default() -> Self {
        Self {
            requests: 6,
            bytes: 400_000,
        }
    }
}

/// Ranges this near are always one request: less than a request's own headers and waiting.
const NEAR: u64 = 2 * 1024;

/// Byte ranges to fetch, in order of their place, none touching another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each is one request; they do not depend on each other and may go at once.
    pub ranges: Vec<Range<u64>>,
}

impl Plan {
    /// Puts together what is wanted and not here.
    pub(crate) fn of(wanted: &[Range<u64>], have: &Pieces<'_>, budget: &Budget) -> Self {
        let lacking = wanted.iter().filter_map(|range| have.lacking(range));
        let ranges = sorting::ordered(lacking.collect(), &|a: &Range<u64>, b| {
            (a.start, a.end).cmp(&(b.start, b.end))
        });
        let mut plan = Self { ranges };
        plan.join(NEAR);
        plan.join_nearest(budget);
        plan
    }

    /// Bytes that it asks for.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.ranges
            .iter()
            .map(|range| range.end - range.start)
            .sum()
    }

    /// Whether there is nothing to fetch.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Joins all neighbours that are no further apart than `gap`. Ranges must be sorted.
    fn join(&mut self, gap: u64) {
        let mut joined: Vec<Range<u64>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges.drain(..) {
            match joined.last_mut() {
                Some(last) if range.start <= last.end.saturating_add(gap) => {
                    last.end = last.end.max(range.end);
                }
                _ => joined.push(range),
            }
        }
        self.ranges = joined;
    }

    /// The smallest gaps are given up first, so that the bytes buy as few requests as they can.
    fn join_nearest(&mut self, budget: &Budget) {
        let pairs = self.ranges.windows(2).enumerate();
        let gaps: Vec<(u64, usize)> = pairs
            .map(|(at, pair)| (pair[1].start - pair[0].end, at + 1))
            .collect();
        let gaps = sorting::ordered(gaps, &Ord::cmp);
        let mut left = budget.bytes.saturating_sub(self.bytes());
        let too_many = self.ranges.len().saturating_sub(budget.requests.max(1));
        let given_up = gaps.into_iter().take(too_many).map_while(|(gap, at)| {
            left = left.checked_sub(gap)?;
            Some(at)
        });
        let given_up: HashSet<usize> = given_up.collect();
        let ranges = std::mem::take(&mut self.ranges);
        for (at, range) in ranges.into_iter().enumerate() {
            match self.ranges.last_mut() {
                Some(last) if given_up.contains(&at) => last.end = range.end,
                _ => self.ranges.push(range),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(wanted: &[Range<u64>], requests: usize, bytes: u64) -> Vec<Range<u64>> {
        let budget = Budget { requests, bytes };
        Plan::of(wanted, &Pieces::new(), &budget).ranges
    }

    #[test]
    fn near_ranges_are_one_request() {
        let joined = plan(&[5000..6000, 0..4000, 100..200], 9, 0);
        assert_eq!(joined.as_slice(), std::slice::from_ref(&(0..6000)));
    }

    #[test]
    fn the_nearest_are_joined_until_the_requests_or_the_bytes_suffice() {
        let wanted = [0..10, 5_000..5_010, 20_000..20_010, 100_000..100_010];
        assert_eq!(plan(&wanted, 4, 1 << 20), wanted);
        let two = [0..20_010, 100_000..100_010];
        assert_eq!(plan(&wanted, 2, 1 << 20), two);
        assert_eq!(plan(&wanted, 1, 50_000), two);
        let equal = [0..10, 100_010..100_020, 200_020..200_030];
        let two = [0..100_020, 200_020..200_030];
        assert_eq!(plan(&equal, 2, 1 << 20), two);
        let three = [0..5_010, 20_000..20_010, 100_000..100_010];
        assert_eq!(plan(&wanted, 1, 6_000), three);
    }

    #[test]
    fn what_is_here_is_not_asked_for() {
        let mut have = Pieces::new();
        have.put(0, vec![0; 50]);
        let plan = Plan::of(&[0..40, 10..100], &have, &Budget::default());
        assert_eq!(plan.ranges, vec![50..100; 1]);
        assert_eq!(plan.bytes(), 50);
    }
}
