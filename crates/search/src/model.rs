//! The plainest way to find and score: every text of every listing looked through, letter by
//! letter. Only tests see it; the index must say the same.

use crate::Index;
use crate::terms::{Term, Terms};
use crate::texts;
use scan::Field;
use scan::Match;
use scan::{each, is_unspaced, is_word};

/// The texts of one listing.
pub(crate) struct Shown {
    doc: u32,
    /// By field: titles, what names it, what describes it.
    texts: Vec<(Field, String)>,
}

impl Shown {
    /// All of them.
    pub(crate) fn text(&self) -> String {
        let texts = self.texts.iter().map(|(_, text)| text.as_str());
        texts.collect::<Vec<_>>().join("\n")
    }
}

/// The texts of all listings on the shelf.
pub(crate) fn shown(index: &Index) -> Vec<Shown> {
    let of = |doc: u32| {
        let listing = index.listing_of(doc).unwrap();
        let mut texts = Vec::new();
        for (_, title) in listing.title.iter() {
            texts.push((Field::Title, plain(title)));
        }
        texts::near(index.frame(), index.records(), &listing, &mut |text| {
            texts.push((Field::Near, plain(text)));
            false
        });
        texts::far(&listing, &mut |text| {
            texts.push((Field::Far, plain(text)));
            false
        });
        Shown { doc, texts }
    };
    (0..index.size() as u32).map(of).collect()
}

/// Folded character by character, without the spaces that only part a word from a run: they
/// are a matter of taste in Chinese.
fn plain(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars() {
        each(c, &mut |c| folded.push(c));
    }
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut out = String::new();
    for word in words {
        let seam = out.ends_with(is_unspaced) != word.starts_with(is_unspaced);
        if !out.is_empty() && !seam {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a needle stands in a text, whole words only; the last may go on if it is a prefix.
fn stands(text: &str, needle: &str, prefix: bool) -> bool {
    places(text, needle, prefix).next().is_some()
}

fn places<'t>(text: &'t str, needle: &'t str, prefix: bool) -> impl Iterator<Item = usize> + 't {
    let all = (0..text.len()).filter(|at| text.is_char_boundary(*at));
    all.filter(move |at| {
        let Some(rest) = text[*at..].strip_prefix(needle) else {
            return false;
        };
        let joined_before = needle.starts_with(is_word) && text[..*at].ends_with(is_word);
        let joined_after = needle.ends_with(is_word) && !prefix && rest.starts_with(is_word);
        !joined_before && !joined_after
    })
}

/// The weight of a term in a listing; `None` if it is not there.
fn weight(shown: &Shown, term: &Term) -> Option<u32> {
    let needle = plain(&term.needle);
    let held = shown
        .texts
        .iter()
        .filter(|(_, text)| stands(text, &needle, term.prefix));
    held.map(|(field, _)| field.weight()).max()
}

/// The listings that match, with their scores.
pub(crate) fn select(all: &[Shown], terms: &Terms) -> Vec<Match> {
    let whole = plain(&terms.whole);
    let score = |shown: &Shown| {
        let weights: Option<Vec<u32>> = terms
            .include
            .iter()
            .map(|term| weight(shown, term))
            .collect();
        let excluded = terms
            .exclude
            .iter()
            .any(|term| weight(shown, term).is_some());
        let score = weights.filter(|_| !excluded)?.into_iter().sum::<u32>();
        let titles = shown
            .texts
            .iter()
            .filter(|(field, _)| *field == Field::Title);
        let kinds = titles.map(|(_, title)| kind(title, &whole));
        // Only where every word is found in a title.
        let least = Field::Title.weight() * terms.include.len() as u32;
        let kind = match terms.include.is_empty() || score < least {
            true => 0,
            false => kinds.max().unwrap_or(0),
        };
        Some(Match {
            doc: shown.doc,
            score: score + kind * crate::find::KIND,
        })
    };
    all.iter().filter_map(score).collect()
}

/// 3: the title is the whole; 2: it begins with it; 1: it holds it.
fn kind(title: &str, whole: &str) -> u32 {
    let kind = |at| match (at, title.len() == whole.len()) {
        (0, true) => 3,
        (0, false) => 2,
        _ => 1,
    };
    places(title, whole, true).map(kind).max().unwrap_or(0)
}
