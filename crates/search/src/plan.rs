//! How the lists of the index answer a term: which of its tokens a listing must hold, and
//! whether that is enough or its text must be looked at.

use crate::fold::{is_unspaced, is_word};
use crate::needle::Needle;
use crate::postings::{FIELD_BITS, Part, Postings, Wanted, entries};
use crate::terms::Term;
use crate::tokens::each_token;

/// A needle with the lists that narrow down where it can be.
pub(crate) struct Plan<'t> {
    /// For every token the lists of terms that will do, the shortest first.
    pieces: Vec<Vec<&'t [u8]>>,
    /// Whether what the lists say is so; else they say where it may be.
    pub(crate) exact: bool,
    /// Whether it stands in a text that is not folded as it does in a folded one, unless the
    /// listing is odd.
    pub(crate) as_written: bool,
    pub(crate) needle: Needle<'t>,
}

/// Candidates so few that looking at them costs less than reading one more list.
const FEW: usize = 8;

impl<'t> Plan<'t> {
    /// The plan for what a term itself asks for.
    pub(crate) fn new(postings: &'t Postings, term: &'t Term) -> Self {
        Self {
            needle: Needle::new(term),
            ..Self::of(postings, &term.needle, false, term.prefix)
        }
    }

    /// The plan for text that may stand anywhere, also within words.
    pub(crate) fn anywhere(postings: &'t Postings, text: &'t str) -> Self {
        Self::of(postings, text, true, true)
    }

    fn of(postings: &'t Postings, text: &'t str, open_start: bool, open_end: bool) -> Self {
        let wanted = wanted(text, open_start, open_end);
        let exact = matches!(&wanted[..], [all] if all.token == text);
        let size = |lists: &Vec<&[u8]>| lists.iter().map(|list| list.len()).sum::<usize>();
        let pieces = wanted.into_iter().map(|wanted| postings.lists(wanted));
        Self {
            pieces: crate::ordered(pieces.collect(), &|a, b| size(a).cmp(&size(b))),
            exact,
            as_written: text.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')),
            needle: Needle::anywhere(text),
        }
    }

    /// How much there is to read, roughly.
    pub(crate) fn size(&self) -> usize {
        let lists = self.pieces.first().into_iter().flatten();
        lists.map(|list| list.len()).sum()
    }

    /// The listings, of `docs`, that may hold it, with the fields that may.
    pub(crate) fn candidates(&self, docs: usize) -> Vec<u32> {
        let mut pieces = self.pieces.iter();
        let Some(first) = pieces.next() else {
            let any = u32::from(crate::field::Field::ANY);
            return (0..docs as u32)
                .map(|doc| doc << FIELD_BITS | any)
                .collect();
        };
        let mut found = entries(first, docs);
        for lists in pieces {
            if found.len() <= FEW {
                break;
            }
            let others = entries(lists, docs);
            let mut at = 0;
            found.retain_mut(|entry| {
                let doc = *entry >> FIELD_BITS;
                while others
                    .get(at)
                    .is_some_and(|other| other >> FIELD_BITS < doc)
                {
                    at += 1;
                }
                let other = others.get(at).copied().unwrap_or(u32::MAX);
                let fields = *entry & other & u32::from(crate::field::Field::ANY);
                *entry = doc << FIELD_BITS | fields;
                other >> FIELD_BITS == doc && fields != 0
            });
        }
        found
    }
}

/// The tokens of which a field has every one if it holds `text`. A word at an open end may
/// go on in the field, so it is the beginning of a token; one at an open start is the end of one.
fn wanted(text: &str, open_start: bool, open_end: bool) -> Vec<Wanted<'_>> {
    let mut wanted = Vec::new();
    each_token(text, &mut |start, end| {
        let Some(token) = text.get(start..end) else {
            return;
        };
        let at_end = end == text.len();
        if token.starts_with(is_word) {
            let part = match (start == 0 && open_start, at_end && open_end) {
                (false, false) => Part::Whole,
                (false, true) => Part::Beginning,
                (true, false) => Part::End,
                // A word open on both sides may stand in the middle of any.
                (true, true) => return,
            };
            wanted.push(Wanted { token, part });
            return;
        }
        let alone = token.chars().nth(1).is_none();
        let in_pair = text.get(..start).is_some_and(|t| t.ends_with(is_unspaced));
        // The last character of a run is in a pair already, unless the run has no other; at
        // the end of the text the run may go on in the field.
        if !(alone && in_pair) {
            let part = match alone && at_end {
                true => Part::Beginning,
                false => Part::Whole,
            };
            wanted.push(Wanted { token, part });
        }
    });
    wanted
}
