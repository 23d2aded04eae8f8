//! The exact pass over all folded text that the index took the place of: the model that its
//! answers are held against. Only tests see it.

use crate::field::Field;
use crate::find::Match;
use crate::fold::{each, is_word};
use crate::sort::places;
use crate::terms::{Term, Terms};
use crate::{Index, texts};
use memchr::memmem::Finder;

/// Folded text: for each listing its title, then what names it, then what describes it.
/// Every text ends with a line feed, which no needle holds, so nothing matches across two.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    text: String,
    docs: Vec<Fields>,
}

/// Where the fields of one listing begin in the text; the title begins where it does.
#[derive(Clone, Copy, Debug)]
struct Fields {
    title: usize,
    near: usize,
    far: usize,
    end: usize,
}

impl Arena {
    /// The texts of all docs of an index.
    pub(crate) fn of(index: &Index) -> Self {
        let mut arena = Self::default();
        for listing in (0..index.size()).filter_map(|doc| index.listing_of(doc)) {
            let title = arena.text.len();
            for (_, title) in listing.title.iter() {
                arena.write(title);
            }
            let near = arena.text.len();
            let mut write = |text: &str| {
                arena.write(text);
                false
            };
            texts::near(index.catalog(), index.records(), listing, &mut write);
            let far = arena.text.len();
            let mut write = |text: &str| {
                arena.write(text);
                false
            };
            texts::far(listing, &mut write);
            let end = arena.text.len();
            arena.docs.push(Fields {
                title,
                near,
                far,
                end,
            });
        }
        arena
    }

    fn write(&mut self, text: &str) {
        // Character by character, unlike the index.
        let mut folded = String::new();
        for c in text.chars() {
            each(c, &mut |c| folded.push(c));
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        self.text.push_str(&words.join(" "));
        self.text.push('\n');
    }

    /// How many listings.
    pub(crate) const fn len(&self) -> usize {
        self.docs.len()
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text of one listing and where it begins.
    pub(crate) fn doc(&self, doc: usize) -> (usize, &str) {
        self.docs.get(doc).map_or((0, ""), |at| {
            (at.title, self.text.get(at.title..at.end).unwrap_or(""))
        })
    }

    /// The folded titles of one listing, in the order of its languages.
    pub(crate) fn titles(&self, doc: usize) -> impl Iterator<Item = &str> {
        self.docs
            .get(doc)
            .and_then(|at| self.text.get(at.title..at.near))
            .unwrap_or("")
            .split_terminator('\n')
    }

    /// The first listing at or after `from` whose text ends after byte `at`.
    pub(crate) fn doc_at(&self, from: usize, at: usize) -> usize {
        let rest = self.docs.get(from..).unwrap_or(&[]);
        // Hits are usually near: a few steps before the search by halves.
        match rest.iter().take(8).position(|doc| doc.end > at) {
            Some(steps) => from + steps,
            None => from + rest.partition_point(|doc| doc.end <= at),
        }
    }

    /// Where the text of `doc` ends.
    pub(crate) fn end(&self, doc: usize) -> usize {
        self.docs.get(doc).map_or(self.text.len(), |at| at.end)
    }

    /// The field of `doc` that byte `at` stands in.
    pub(crate) fn field(&self, doc: usize, at: usize) -> Field {
        match self.docs.get(doc) {
            Some(fields) if at < fields.near => Field::Title,
            Some(fields) if at < fields.far => Field::Near,
            _ => Field::Far,
        }
    }
}

/// Above any sum of field weights: 32 terms at most.
const KIND: u32 = 1 << 16;

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
                    hit.score += arena.field(hit.doc as usize, start + at).weight();
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
            score: arena.field(doc, at).weight(),
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
