//! Fine bins, put together to bars.

use super::Histogram;

/// The most bars of a histogram.
pub(super) const MOST_BARS: i64 = 20;

/// Bars between edges, which are rising numbers of bins; `first` is the number of the first
/// bin. With them how much they count in all. `None` for fewer than two bars.
pub(super) fn bars(
    edges: &[i64],
    texts: Vec<String>,
    bins: &[u64],
    first: i64,
) -> Option<(Histogram, u64)> {
    if edges.len() < 3 {
        return None;
    }
    let place = |edge: i64| usize::try_from(edge - first).unwrap_or(0).min(bins.len());
    let counts: Vec<u64> = edges
        .windows(2)
        .map(|pair| match pair {
            [from, to] => bins
                .get(place(*from)..place(*to))
                .unwrap_or_default()
                .iter()
                .sum(),
            _ => 0,
        })
        .collect();
    let all = counts.iter().sum();
    let histogram = Histogram {
        edges: texts,
        counts,
    };
    Some((histogram, all))
}
