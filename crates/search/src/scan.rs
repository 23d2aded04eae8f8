//! Which listings hold the words, and how well: an exact pass over the arena.
//!
//! The score orders by kind first (the title is what was typed, begins with it, holds it
//! as it stands), then by the field each word is found in. It never looks at popularity.

use crate::arena::{Arena, Field};
use crate::fold::is_word;
use crate::sort::places;
use crate::terms::{Term, Terms};
use memchr::memmem::Finder;

/// A listing that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Its number in the index.
    pub(crate) doc: u32,
    /// Higher is better; 0 when nothing was typed.
    pub(crate) score: u32,
}

/// Above any sum of field weights: 32 terms at most.
const KIND: u32 = 1 << 16;

/// Weight of one word by the best field that holds it.
const fn weight(field: Field) -> u32 {
    match field {
        Field::Title => 64,
        Field::Near => 8,
        Field::Far => 1,
    }
}

/// A term made ready: its byte searcher and what must stand around it.
struct Needle<'t> {
    finder: Finder<'t>,
    /// Bytes of the first character, the least step after a miss.
    step: usize,
    bound_start: bool,
    bound_end: bool,
    len: usize,
    /// What will do as well, without bounds.
    within: Option<Finder<'t>>,
}

impl<'t> Needle<'t> {
    fn new(term: &'t Term) -> Self {
        let needle = term.needle.as_str();
        Self {
            finder: Finder::new(needle),
            step: needle.chars().next().map_or(1, char::len_utf8),
            bound_start: needle.starts_with(is_word),
            bound_end: needle.ends_with(is_word) && !term.prefix,
            len: needle.len(),
            within: term.within.as_deref().map(Finder::new),
        }
    }

    /// The first place in the text of one listing where it, or what will do as well, stands.
    fn find_in(&self, text: &str) -> Option<usize> {
        let within = || {
            self.within
                .as_ref()
                .and_then(|finder| finder.find(text.as_bytes()))
        };
        self.find(text, 0).or_else(within)
    }

    /// The first place at or after byte `from` of `text` where it stands within word bounds.
    fn find(&self, text: &str, mut from: usize) -> Option<usize> {
        loop {
            let at = from + self.finder.find(text.as_bytes().get(from..)?)?;
            let before = || text.get(..at).is_some_and(|t| t.ends_with(is_word));
            let after = || {
                text.get(at + self.len..)
                    .is_some_and(|t| t.starts_with(is_word))
            };
            if !(self.bound_start && before() || self.bound_end && after()) {
                return Some(at);
            }
            from = at + self.step;
        }
    }
}

/// The listings that hold every included term and no excluded one, in index order.
pub(crate) fn select(arena: &Arena, terms: &Terms) -> Vec<Match> {
    let needles: Vec<Needle<'_>> = terms.include.iter().map(Needle::new).collect();
    // The longest is likely the rarest: it passes over everything, the rest over its finds.
    // Where a word has a `within`, its run has none and comes before it.
    let key = |place| {
        let needle: Option<&Needle<'_>> = needles.get(place);
        needle.map(|needle| (needle.within.is_some(), std::cmp::Reverse(needle.len)))
    };
    let order = places(needles.len(), &mut |a, b| key(a).cmp(&key(b)));
    let mut needles = order.iter().filter_map(|place| needles.get(*place));
    let mut found = match needles.next() {
        Some(first) => everywhere(arena, first),
        None => (0..arena.len())
            .map(|doc| Match {
                doc: doc as u32,
                score: 0,
            })
            .collect(),
    };
    for needle in needles {
        found.retain_mut(|hit| {
            let (start, text) = arena.doc(hit.doc as usize);
            match needle.find_in(text) {
                Some(at) => {
                    hit.score += weight(arena.field(hit.doc as usize, start + at));
                    true
                }
                None => false,
            }
        });
    }
    for needle in terms.exclude.iter().map(Needle::new) {
        found.retain(|hit| needle.find(arena.doc(hit.doc as usize).1, 0).is_none());
    }
    if !terms.include.is_empty() {
        for hit in &mut found {
            hit.score += kind(arena, hit.doc as usize, &terms.whole) * KIND;
        }
    }
    found
}

/// One pass over all text; after a find it goes on with the next listing.
fn everywhere(arena: &Arena, needle: &Needle<'_>) -> Vec<Match> {
    let (mut found, mut from, mut doc) = (Vec::new(), 0, 0);
    while let Some(at) = needle.find(arena.text(), from) {
        doc = arena.doc_at(doc, at);
        found.push(Match {
            doc: doc as u32,
            score: weight(arena.field(doc, at)),
        });
        from = arena.end(doc);
    }
    found
}

/// How a title relates to the whole of what was typed: is it, begins with it, holds it;
/// within each, titles that say little else come first.
fn kind(arena: &Arena, doc: usize, whole: &str) -> u32 {
    let one = |title: &str| {
        let most = u32::from(title.len() <= 2 * whole.len());
        match title.strip_prefix(whole) {
            Some("") => 6,
            Some(_) => 4 + most,
            None if title.contains(whole) => 2 + most,
            None => 0,
        }
    };
    arena.titles(doc).map(one).max().unwrap_or(0)
}
