//! Which listings hold the words, and how well.
//!
//! The score orders by kind first (the title is what was typed, begins with it, holds it
//! as it stands), then by the field each word is found in. It never looks at popularity.

use crate::Index;
use crate::field::Field;
use crate::fold::{fold_into, is_word};
use crate::needle::Needle;
use crate::plan::Plan;
use crate::postings::{FIELD_BITS, Postings};
use crate::sort::{arranged, places};
use crate::terms::{Term, Terms};
use crate::texts;
use crate::titles::{Titles, pairs};

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

/// A term with its plans.
struct Asked<'t> {
    plan: Plan<'t>,
    /// What will do as well.
    within: Option<Plan<'t>>,
}

impl<'t> Asked<'t> {
    fn new(postings: &'t Postings, term: &'t Term) -> Self {
        let within = term.within.as_deref();
        Self {
            plan: Plan::new(postings, term),
            within: within.map(|text| Plan::anywhere(postings, text)),
        }
    }

    /// Where a term comes: what the lists answer first, then the shortest list. Texts are
    /// looked at last, when the others have left little to look at.
    fn key(&self) -> (bool, usize) {
        let within = self.within.as_ref().map_or(0, Plan::size);
        (
            !self.plan.exact || self.within.is_some(),
            self.plan.size() + within,
        )
    }
}

/// The listings that hold every included term and no excluded one, in index order, with the
/// weights of their fields; `None` if nothing was asked, so that all do.
pub(crate) fn select(index: &Index, terms: &Terms) -> Option<Vec<Match>> {
    let asked: Vec<Asked<'_>> = (terms.include.iter())
        .map(|term| Asked::new(index.postings(), term))
        .collect();
    let key = |place| asked.get(place).map(Asked::key);
    let order = places(asked.len(), &mut |a, b| key(a).cmp(&key(b)));
    let mut found: Option<Vec<Match>> = None;
    for asked in arranged(asked, &order) {
        let entries = holding(index, &asked, found.as_deref());
        let mut scope = found.as_deref().unwrap_or(&[]).iter().peekable();
        let add = |entry: &u32| {
            let doc = entry >> FIELD_BITS;
            while scope.next_if(|known| known.doc < doc).is_some() {}
            let score = scope.peek().map_or(0, |known| known.score);
            Match {
                doc,
                score: score + Field::best(*entry as u8).weight(),
            }
        };
        let narrowed = entries.iter().map(add).collect();
        found = Some(narrowed);
    }
    for term in &terms.exclude {
        let all = || (0..index.size() as u32).map(|doc| Match { doc, score: 0 });
        let mut left = found.unwrap_or_else(|| all().collect());
        let held = holding(index, &Asked::new(index.postings(), term), Some(&left));
        let mut held = held.iter().map(|entry| entry >> FIELD_BITS).peekable();
        left.retain(|hit| held.next_if(|doc| *doc == hit.doc).is_none());
        found = Some(left);
    }
    found
}

/// The listings, of those found so far, that hold a term, with the best field.
fn holding(index: &Index, asked: &Asked<'_>, scope: Option<&[Match]>) -> Vec<u32> {
    let mut held = verified(index, &asked.plan, scope);
    let Some(within) = &asked.within else {
        return held;
    };
    let mut others = verified(index, within, scope).into_iter().peekable();
    let mut both = Vec::with_capacity(held.len());
    for entry in held.drain(..) {
        while let Some(other) = others.next_if(|other| other >> FIELD_BITS < entry >> FIELD_BITS) {
            both.push(other);
        }
        others.next_if(|other| other >> FIELD_BITS == entry >> FIELD_BITS);
        both.push(entry);
    }
    both.extend(others);
    both
}

/// The listings, of those found so far, for which a plan holds.
fn verified(index: &Index, plan: &Plan<'_>, scope: Option<&[Match]>) -> Vec<u32> {
    let mut entries = plan.candidates(index.size());
    if let Some(scope) = scope {
        let mut at = 0;
        entries.retain(|entry| {
            let doc = entry >> FIELD_BITS;
            while scope.get(at).is_some_and(|known| known.doc < doc) {
                at += 1;
            }
            scope.get(at).is_some_and(|known| known.doc == doc)
        });
    }
    if !plan.exact {
        let mut folded = String::new();
        entries.retain_mut(|entry| {
            let doc = *entry >> FIELD_BITS;
            let field = looked_up(index, plan, doc as usize, *entry as u8, &mut folded);
            *entry = doc << FIELD_BITS | field.map_or(0, |field| u32::from(field.bit()));
            field.is_some()
        });
    }
    entries
}

/// The first of `fields` whose text holds a needle.
fn looked_up(
    index: &Index,
    plan: &Plan<'_>,
    doc: usize,
    fields: u8,
    folded: &mut String,
) -> Option<Field> {
    let listing = index.listing_of(doc)?;
    let as_written = plan.as_written && !index.titles().odd(doc);
    for field in Field::ALL {
        if fields & field.bit() == 0 {
            continue;
        }
        // What folding would not change is found without folding.
        let mut stands = |part: &str| {
            if as_written {
                return plan.needle.stands_in(part);
            }
            folded.clear();
            fold_into(part, folded);
            plan.needle.find(folded, 0).is_some()
        };
        let found = match field {
            Field::Title => plan.needle.find(index.titles().of(doc), 0).is_some(),
            Field::Near => texts::near(index.catalog(), index.records(), listing, &mut stands),
            Field::Far => texts::far(listing, &mut stands),
        };
        if found {
            return Some(field);
        }
    }
    None
}

/// Adds to each score how the titles relate to the whole of what was typed.
pub(crate) fn add_kinds(titles: &Titles, terms: &Terms, found: &mut [Match]) {
    let whole = terms.whole.as_str();
    if terms.include.is_empty() {
        return;
    }
    // Between characters of unspaced runs a title that holds the whole holds every term.
    let open = whole.starts_with(is_word) || whole.ends_with(is_word);
    let least = match open {
        true => 0,
        false => Field::Title.weight() * terms.include.len() as u32,
    };
    let (needle, pairs) = (Needle::anywhere(whole), pairs(whole));
    for hit in found {
        let doc = hit.doc as usize;
        if hit.score >= least && titles.may_hold(doc, pairs) && needle.stands_in(titles.of(doc)) {
            let kinds = titles.each(doc).map(|title| kind(title, whole, &needle));
            hit.score += kinds.max().unwrap_or(0) * KIND;
        }
    }
}

/// How a title relates to the whole: is it, begins with it, holds it; within each, titles
/// that say little else come first.
fn kind(title: &str, whole: &str, needle: &Needle<'_>) -> u32 {
    let most = u32::from(title.len() <= 2 * whole.len());
    match title.strip_prefix(whole) {
        Some("") => 6,
        Some(_) => 4 + most,
        None if needle.stands_in(title) => 2 + most,
        None => 0,
    }
}
