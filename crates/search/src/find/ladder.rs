//! How words are read: as they stand; and where nothing in any source has them so, as pinyin,
//! then with a letter put right, then most of them. Each rung is taken only when the one before
//! finds nothing at all, and said to the visitor.

use super::kinds::{add_kinds, scores_of_single};
use super::most::{most, words};
use super::typos::corrected;
use super::words::{Sought, select, select_by};
use crate::terms::Terms;
use crate::{How, Index, Reading, readings};
use scan::Match;

/// What was found in every index, before choices and bounds.
pub(crate) struct Found {
    /// One for each index; `None` are all its listings.
    pub(crate) by_index: Vec<Option<Vec<Match>>>,
    /// How the words were read.
    pub(crate) reading: Reading,
    /// What to highlight, normalised.
    pub(crate) marks: Vec<String>,
}

/// Finds the words in all indexes. `ranked`: how well each listing matches is wanted too.
pub(crate) fn find(indexes: &[Index], terms: &Terms, ranked: bool) -> Found {
    let literal = as_typed(indexes, terms, ranked);
    // Nothing said, or chunks still missing: there is nothing to read in another way yet.
    if terms.include.is_empty() || is_something(&literal, indexes) {
        return found(literal, How::Typed, terms);
    }
    if let Some(read) = as_pinyin(indexes, terms)
        && is_something(&read, indexes)
    {
        return found(read, How::Pinyin, terms);
    }
    if let Some(better) = corrected(indexes, terms) {
        let read = as_typed(indexes, &better, ranked);
        if is_something(&read, indexes) {
            let mut found = found(read, How::Corrected, &better);
            found.reading.words = better.shown();
            return found;
        }
    }
    let is_quoted = terms.include.iter().any(|term| term.quoted);
    if !is_quoted && words(terms).len() > 1 {
        let read = most(indexes, terms);
        if is_something(&read, indexes) {
            return found(read, How::Most, terms);
        }
    }
    found(literal, How::Typed, terms)
}

fn found(by_index: Vec<Option<Vec<Match>>>, how: How, terms: &Terms) -> Found {
    Found {
        by_index,
        reading: Reading {
            how,
            words: String::new(),
        },
        marks: terms
            .include
            .iter()
            .map(|term| term.needle.clone())
            .collect(),
    }
}

/// Whether anything was found, or cannot be told for want of a chunk.
fn is_something(by_index: &[Option<Vec<Match>>], indexes: &[Index]) -> bool {
    let mut found = by_index.iter().flatten();
    found.any(|found| !found.is_empty()) || indexes.iter().any(Index::is_waiting)
}

pub(crate) fn as_typed(indexes: &[Index], terms: &Terms, ranked: bool) -> Vec<Option<Vec<Match>>> {
    let include: Vec<Sought> = terms.include.iter().map(Sought::literal).collect();
    let exclude: Vec<Sought> = terms.exclude.iter().map(Sought::literal).collect();
    let single = scores_of_single(&include, terms);
    let find = |index: &Index| {
        if let Some(scores) = &single {
            return select_by(index, &include, &exclude, scores);
        }
        let mut found = select(index, &include, &exclude);
        if let (true, Some(found)) = (ranked, &mut found) {
            add_kinds(index, terms, found);
        }
        found
    };
    indexes.iter().map(find).collect()
}

/// Every word of Latin letters as a reading; `None` if none is one.
fn as_pinyin(indexes: &[Index], terms: &Terms) -> Option<Vec<Option<Vec<Match>>>> {
    let mut any = false;
    let include: Vec<Sought> = (terms.include.iter())
        .map(|term| {
            let mut sought = Sought::literal(term);
            let ways = match term.quoted {
                true => Vec::new(),
                false => readings::ways(&term.needle),
            };
            any |= !ways.is_empty();
            sought.ways.extend(ways);
            sought
        })
        .collect();
    let exclude: Vec<Sought> = terms.exclude.iter().map(Sought::literal).collect();
    let find = |index: &Index| select(index, &include, &exclude);
    any.then(|| indexes.iter().map(find).collect())
}
