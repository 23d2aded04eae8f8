//! Suggestions while typing: names that begin with, or hold, what was typed so far.

use crate::find;
use crate::highlight::as_written;
use crate::readings::is_read_as;
use crate::records::key;
use crate::terms::Terms;
use crate::{Facet, Index, Reader};
use catalog::{Text, parse};
use record::Record;
use scan::Field;
use scan::{fold, is_word};
use sorting::{arranged, places, sort_numbers};

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[record(names = "lowercase")]
pub enum SuggestionKind {
    /// A listing's page.
    Listing,
    /// The listings of a category.
    Category,
    /// The listings of a supplier.
    Provider,
    /// The listings of an exchange.
    Exchange,
}

/// One name under the search box.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// `source~id`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Listings on the shelf that it leads to; `None` for a listing itself.
    pub listings: Option<u64>,
    /// What to highlight in the name, as it is written there.
    pub marks: Vec<String>,
}

/// A name that fits, with what it sorts by: how well it fits, then how many listings.
type Fit = (u8, u64, Suggestion);

impl Reader {
    /// Names for what was typed so far, at most `limit` of each kind: listings by how well their
    /// titles match, the others those that begin so first, then by how many listings they have.
    #[must_use]
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Suggestion> {
        let terms = Terms::parse(text);
        if terms.include.is_empty() {
            return Vec::new();
        }
        let kinds = [
            (Facet::Category, SuggestionKind::Category),
            (Facet::Provider, SuggestionKind::Provider),
            (Facet::Exchange, SuggestionKind::Exchange),
        ];
        let mut suggestions = self.listings(&terms, limit);
        for (facet, kind) in kinds {
            let mut fits: Vec<Fit> = Vec::new();
            for index in self.indexes() {
                names(index, facet, kind, &terms, &mut fits);
            }
            let rank = |place| {
                fits.get(place)
                    .map(|(fit, count, _): &Fit| (*fit, u64::MAX - count))
            };
            let order = places(fits.len(), &mut |a, b| rank(a).cmp(&rank(b)));
            let order = order.get(..limit.min(order.len())).unwrap_or_default();
            let best = arranged(fits, order).into_iter();
            suggestions.extend(best.map(|(_, _, suggestion)| suggestion));
        }
        suggestions
    }

    /// Listings whose titles hold all that was typed.
    fn listings(&self, terms: &Terms, limit: usize) -> Vec<Suggestion> {
        let indexes = self.as_slice();
        let found = find::find(indexes, terms, true);
        let least = Field::Title.weight() * terms.include.len() as u32;
        // The best score, then the place of the source, then the number, from the highest bits.
        let mut best: Vec<u128> = Vec::new();
        for (place, hits) in found.by_index.iter().enumerate() {
            let in_titles = hits.iter().flatten().filter(|hit| hit.score >= least);
            let keyed = in_titles.map(|hit| {
                u128::from(u32::MAX - hit.score) << 64 | (place as u128) << 32 | u128::from(hit.doc)
            });
            best.extend(keyed);
        }
        sort_numbers(&mut best);
        let suggestion = |best: u128| {
            let (index, doc) = (indexes.get((best >> 32) as u32 as usize)?, best as u32);
            let listing = index.listing_of(doc)?;
            Some(Suggestion {
                kind: SuggestionKind::Listing,
                key: key(index.source(), &listing.id),
                name: listing.title.clone(),
                listings: None,
                marks: as_written(listing.title.iter().map(|(_, title)| title), &found.marks),
            })
        };
        best.into_iter()
            .take(limit)
            .filter_map(suggestion)
            .collect()
    }
}

/// The values of a facet whose names hold all terms, or are read so.
fn names(index: &Index, facet: Facet, kind: SuggestionKind, terms: &Terms, fits: &mut Vec<Fit>) {
    let Some(head) = index.facet(facet) else {
        return;
    };
    let needles: Vec<String> = terms
        .include
        .iter()
        .map(|term| term.needle.clone())
        .collect();
    let counts = find::sums(head, &head.totals);
    for (value, count) in head.values.iter().zip(counts) {
        let Some(name) = value.label.as_ref().filter(|_| count > 0) else {
            continue;
        };
        let best = name
            .iter()
            .filter_map(|(_, name)| fit(&fold(name), terms))
            .min();
        if let Some(fit) = best {
            let suggestion = Suggestion {
                kind,
                key: value.value.clone(),
                name: name.clone(),
                listings: Some(count),
                marks: as_written(name.iter().map(|(_, name)| name), &needles),
            };
            fits.push((fit, count, suggestion));
        }
    }
}

/// How well a folded name fits: 0 if it begins with what was typed, 1 if it holds every term
/// where a word begins, 2 if it is read so.
fn fit(name: &str, terms: &Terms) -> Option<u8> {
    let holds = |needle: &str| {
        let is_word_start = |at: usize| !name.get(..at).is_some_and(|t| t.ends_with(is_word));
        let mut from = 0;
        while let Some(at) = name.get(from..).and_then(|rest| parse::find(rest, needle)) {
            if !needle.starts_with(is_word) || is_word_start(from + at) {
                return true;
            }
            from += at + needle.len().max(1);
        }
        false
    };
    if name.starts_with(&terms.whole) {
        Some(0)
    } else if terms.include.iter().all(|term| holds(&term.needle)) {
        Some(1)
    } else if terms
        .include
        .iter()
        .all(|term| holds(&term.needle) || is_read_as(name, &term.needle))
    {
        Some(2)
    } else {
        None
    }
}
