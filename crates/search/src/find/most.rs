//! Listings that hold most of the words, for sentences of which no listing has all.
//!
//! A rare word weighs more than a common one, a word in a title more than one in a
//! description, and a long listing, which holds many words anyway, less. All in whole numbers,
//! so that every machine ranks alike. The figures behind the formula are in `docs/search.md`.

use super::plan::tokens;
use super::words::{Sought, select};
use crate::Index;
use crate::index::{Entry, Part, listed};
use crate::terms::Terms;
use scan::{FIELD_BITS, Field, Match};

/// What a word in a field counts: as many times its weight.
const fn times(field: Field) -> u64 {
    match field {
        Field::Title => 4,
        Field::Near => 3,
        Field::Far => 2,
    }
}

/// Sixteen times the logarithm of `x` to the base of two, straight between its powers.
fn log16(x: u64) -> u64 {
    let power = x.max(1).ilog2();
    16 * u64::from(power) + (((x.max(1) << 4) >> power) - 16)
}

/// What a word weighs that `docs` of `all` listings hold.
fn weight(docs: u64, all: u64) -> u64 {
    log16((all << 4) / docs.max(1)).saturating_sub(64) + 12
}

/// The words of a text, each once: whole, runs by pairs of characters.
pub(crate) fn words(terms: &Terms) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for term in &terms.include {
        let all = tokens(&term.needle, false);
        let whole = all.into_iter().filter(|token| token.part == Part::Whole);
        for token in whole {
            if !words.contains(&token.text) {
                words.push(token.text);
            }
        }
    }
    words
}

/// In every index the listings that hold at least half of what the best one holds, by weight,
/// and none of what is excluded.
pub(crate) fn most(indexes: &[Index], terms: &Terms) -> Vec<Option<Vec<Match>>> {
    let all: u64 = indexes.iter().map(Index::searched).sum();
    let look_up = |word: &String| -> Vec<Vec<Entry>> {
        indexes
            .iter()
            .map(|index| index.terms(word, Part::Whole))
            .collect()
    };
    let words: Vec<Vec<Vec<Entry>>> = words(terms).iter().map(look_up).collect();
    let mut held: Vec<Vec<(u32, u32)>> = indexes
        .iter()
        .map(|index| vec![(0, 0); index.size()])
        .collect();
    for word in words {
        let docs: u64 = word
            .iter()
            .flatten()
            .map(|entry| u64::from(entry.docs))
            .sum();
        let weight = weight(docs, all);
        for ((index, held), found) in indexes.iter().zip(&mut held).zip(word) {
            for entry in listed(index, &found, None) {
                if let Some((scored, plain)) = held.get_mut((entry >> FIELD_BITS) as usize) {
                    *scored += (weight * times(Field::best(entry as u8))) as u32;
                    *plain += weight as u32;
                }
            }
        }
    }
    let best = held
        .iter()
        .flatten()
        .map(|(_, plain)| *plain)
        .max()
        .unwrap_or(0);
    let exclude: Vec<Sought> = terms.exclude.iter().map(Sought::literal).collect();
    let of_index = |(index, held): (&Index, Vec<(u32, u32)>)| {
        let lengths = index.chunk(index.head().lengths);
        let is_in = |(_, (_, plain)): &(usize, &(u32, u32))| *plain > 0 && 2 * plain >= best;
        let hit = |(doc, (scored, _)): (usize, &(u32, u32))| {
            let length = u64::from(lengths.get(doc).copied().unwrap_or(0));
            Match {
                doc: doc as u32,
                score: ((u64::from(*scored) << 14) / (96 + length)) as u32,
            }
        };
        let found: Vec<Match> = held.iter().enumerate().filter(is_in).map(hit).collect();
        Some(match exclude.is_empty() {
            true => found,
            false => kept(found, &select(index, &[], &exclude).unwrap_or_default()),
        })
    };
    indexes.iter().zip(held).map(of_index).collect()
}

/// What of `found` is in `others`, which are in the same order.
fn kept(mut found: Vec<Match>, others: &[Match]) -> Vec<Match> {
    let mut others = others.iter().map(|hit| hit.doc).peekable();
    found.retain(|hit| {
        while others.next_if(|doc| *doc < hit.doc).is_some() {}
        others.peek() == Some(&hit.doc)
    });
    found
}

/// `found` without what is in `others`.
pub(crate) fn without(mut found: Vec<Match>, others: &[Match]) -> Vec<Match> {
    let mut others = others.iter().map(|hit| hit.doc).peekable();
    found.retain(|hit| {
        while others.next_if(|doc| *doc < hit.doc).is_some() {}
        others.peek() != Some(&hit.doc)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_powers_and_rise_between() {
        assert_eq!([1, 2, 4, 1 << 20].map(log16), [0, 16, 32, 320]);
        assert!((1..5_000).all(|x| log16(x) <= log16(x + 1)));
        assert!(weight(1, 1_000_000) > weight(500, 1_000_000));
        assert_eq!(weight(1_000, 1_000), 12);
    }
}
