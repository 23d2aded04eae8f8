//! The facet values of every listing side by side, as numbers: one row a listing, so that
//! one pass counts all facets.
//!
//! A number stands for all values that the listing has in the facet, because few different
//! sets of them occur; numbers go on from facet to facet, so that all count into one table.

use crate::find::Match;

/// All rows, with numbers as wide as they must be.
#[derive(Debug)]
pub(crate) enum Rows {
    /// At most 65,536 numbers.
    Narrow(Vec<u16>),
    /// More.
    Wide(Vec<u32>),
}

/// The chosen facets, made ready.
#[derive(Debug)]
pub(crate) struct Filter {
    /// Their places in a row.
    pub(crate) places: Vec<usize>,
    /// Which numbers pass, of all facets.
    pub(crate) allowed: Vec<bool>,
    /// How many facets every listing fails, which have no place in a row.
    pub(crate) failed: usize,
}

/// What a filter leaves.
pub(crate) struct Filtered {
    /// What passes.
    pub(crate) found: Vec<Match>,
    /// What fails only the facet that all listings fail.
    pub(crate) missed: u64,
}

impl Rows {
    /// The listings, of those found or of all, that pass; those that fail one facet alone are
    /// added to its numbers in `counts`.
    pub(crate) fn filter(
        &self,
        docs: usize,
        width: usize,
        found: Option<&[Match]>,
        filter: &Filter,
        counts: &mut [u32],
    ) -> Filtered {
        match self {
            Self::Narrow(rows) => filtered(rows, docs, width, found, filter, counts),
            Self::Wide(rows) => filtered(rows, docs, width, found, filter, counts),
        }
    }

    /// Adds the numbers of `found` to `counts`; `totals` are those of all.
    pub(crate) fn count(
        &self,
        docs: usize,
        width: usize,
        found: &[Match],
        totals: &[u32],
        counts: &mut [u32],
    ) {
        match self {
            Self::Narrow(rows) => count(rows, docs, width, found, totals, counts),
            Self::Wide(rows) => count(rows, docs, width, found, totals, counts),
        }
    }
}

fn filtered<T: Copy + Into<u32>>(
    rows: &[T],
    docs: usize,
    width: usize,
    found: Option<&[Match]>,
    filter: &Filter,
    counts: &mut [u32],
) -> Filtered {
    let mut left = Filtered {
        found: Vec::new(),
        missed: 0,
    };
    for place in 0..found.map_or(docs, <[Match]>::len) {
        let hit = match found {
            Some(found) => found.get(place).copied(),
            None => Some(Match {
                doc: place as u32,
                score: 0,
            }),
        };
        let Some(hit) = hit else {
            break;
        };
        let start = hit.doc as usize * width;
        let row = rows.get(start..start + width).unwrap_or_default();
        let (mut failed, mut number) = (filter.failed, None);
        for place in &filter.places {
            let value: u32 = row.get(*place).map_or(u32::MAX, |value| (*value).into());
            if !filter.allowed.get(value as usize).copied().unwrap_or(false) {
                failed += 1;
                number = Some(value);
            }
        }
        match (failed, number) {
            (0, _) => left.found.push(hit),
            (1, Some(number)) => {
                if let Some(count) = counts.get_mut(number as usize) {
                    *count += 1;
                }
            }
            (1, None) => left.missed += 1,
            _ => {}
        }
    }
    left
}

fn count<T: Copy + Into<u32>>(
    rows: &[T],
    docs: usize,
    width: usize,
    found: &[Match],
    totals: &[u32],
    counts: &mut [u32],
) {
    // Of more than half, those that are missing are fewer: they are taken from the totals.
    let most = found.len() * 2 > docs;
    if most {
        for (count, total) in counts.iter_mut().zip(totals) {
            *count += total;
        }
    }
    let step = if most { u32::MAX } else { 1 };
    let mut add = |docs: std::ops::Range<usize>| {
        let rows = rows.get(docs.start * width..docs.end * width);
        for value in rows.unwrap_or_default() {
            let value: u32 = (*value).into();
            if let Some(count) = counts.get_mut(value as usize) {
                *count = count.wrapping_add(step);
            }
        }
    };
    let mut next = 0;
    for hit in found {
        let doc = hit.doc as usize;
        add(if most { next..doc } else { doc..doc + 1 });
        next = doc + 1;
    }
    if most {
        add(next..docs);
    }
}
