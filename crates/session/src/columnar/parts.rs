//! Bytes of the file, as a plan asks for them.

use crate::{failed::failure, source::Source};
use parquet::Plan;
use std::{ops::Range, rc::Rc};
use wire::search::Failure;

/// Bytes of one request at most: then progress is seen, and a stop costs little.
const MOST: u64 = 4 << 20;

/// Bytes that are asked for together.
const TOGETHER: u64 = 4 * MOST;

/// Fetches what a plan asks for; `take` gets each part with its place in the file.
///
/// # Errors
/// What became of a request; `broke-off` where the file ends early.
pub(super) async fn fetch(
    source: &Rc<dyn Source>,
    plan: &Plan,
    mut take: impl FnMut(u64, Vec<u8>),
) -> Result<(), Failure> {
    let cuts: Vec<Range<u64>> = plan.ranges.iter().flat_map(cut).collect();
    let mut waiting: Vec<Range<u64>> = Vec::new();
    let mut bytes = 0;
    let last = cuts.len().saturating_sub(1);
    for (at, range) in cuts.into_iter().enumerate() {
        bytes += range.end - range.start;
        waiting.push(range);
        if bytes < TOGETHER && at < last {
            continue;
        }
        bytes = 0;
        let ranges = std::mem::take(&mut waiting);
        let came = Rc::clone(source).read_many(ranges.clone()).await?;
        for (range, part) in ranges.into_iter().zip(came) {
            if (part.len() as u64) < range.end - range.start {
                return Err(failure("broke-off", range.start + part.len() as u64));
            }
            take(range.start, part);
        }
    }
    Ok(())
}

fn cut(range: &Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let (start, end) = (range.start, range.end);
    let starts = (0..).map(move |at| start + at * MOST);
    let starts = starts.take_while(move |start| *start < end);
    starts.map(move |start| start..end.min(start + MOST))
}

/// Plans for several questions as one: no byte is asked for twice.
pub(super) fn merged(ranges: Vec<Range<u64>>) -> Plan {
    let ranges = sorting::ordered(ranges, &|a: &Range<u64>, b| {
        (a.start, a.end).cmp(&(b.start, b.end))
    });
    let mut plan = Plan::default();
    for range in ranges {
        match plan.ranges.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => plan.ranges.push(range),
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_ranges_are_cut_and_neighbours_are_one() {
        let cuts: Vec<_> = cut(&(1..MOST + 2)).collect();
        assert_eq!(cuts, [1..MOST + 1, MOST + 1..MOST + 2]);
        let plan = merged(vec![5..9, 0..5, 7..8, 20..21]);
        assert_eq!(plan.ranges, [0..9, 20..21]);
    }
}
