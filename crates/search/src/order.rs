//! The order of hits, the same within one index and across several: what was asked for,
//! then newest, then the key, so that ties are stable on every machine.

use crate::find::Match;
use crate::sort::first_places;
use crate::{Index, Sort};
use std::cmp::Ordering;

/// A hit with its index and all that decides its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'i> {
    /// Where it is from.
    pub(crate) index: &'i Index,
    /// Its number there.
    pub(crate) doc: usize,
    score: u32,
    date: u64,
    title: &'i str,
}

impl<'i> Row<'i> {
    /// The row of a match; `lang` chooses the title.
    pub(crate) fn new(index: &'i Index, found: Match, sort: Sort, lang: &str) -> Self {
        let doc = found.doc as usize;
        Self {
            index,
            doc,
            score: found.score,
            date: index.date(doc),
            title: if sort == Sort::Title {
                index.folded_title(doc, lang)
            } else {
                ""
            },
        }
    }

    /// Which of two rows comes first.
    pub(crate) fn compare(&self, other: &Self, sort: Sort) -> Ordering {
        let asked = match sort {
            Sort::Relevance => other.score.cmp(&self.score),
            Sort::Newest | Sort::Price | Sort::Size | Sort::Disclosure => Ordering::Equal,
            // Listings without a title come last.
            Sort::Title => {
                (self.title.is_empty(), self.title).cmp(&(other.title.is_empty(), other.title))
            }
        };
        asked
            .then_with(|| other.date.cmp(&self.date))
            .then_with(|| self.compare_keys(other))
    }

    fn compare_keys(&self, other: &Self) -> Ordering {
        if std::ptr::eq(self.index, other.index) {
            // Docs of equal date are in the order of their ids.
            self.doc.cmp(&other.doc)
        } else {
            let key = |row: &Self| {
                (
                    row.index.source(),
                    row.index.listing_of(row.doc).map(|l| l.id.as_str()),
                )
            };
            key(self).cmp(&key(other))
        }
    }
}

/// The first `need` rows, in order.
pub(crate) fn first<'i>(rows: &[Row<'i>], need: usize, sort: Sort) -> Vec<Row<'i>> {
    let mut compare = |a: usize, b: usize| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => a.compare(b, sort),
        _ => Ordering::Equal,
    };
    let places = first_places(rows.len(), need, &mut compare);
    let row = |place: &usize| rows.get(*place).copied();
    places.iter().filter_map(row).collect()
}
