//! Lists of all that begins with one character: who types the first letter of a word asks for
//! thousands of terms, most of which few listings hold. There is one for each character with
//! which more words begin than there are listings, so that all of them take little room.

use scan::{At, Written, note};
use sorting::sort_numbers;

/// What the term of such a list has behind its character. No text has it.
pub(crate) const ALL: char = char::MAX;

/// Words that begin with it for each listing, so that a character has a list.
const LEAST: u64 = 2;

/// The lists in the making, one character after the other.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    /// The characters that have one, in order.
    chosen: Vec<char>,
    /// The one whose terms come.
    open: Option<char>,
    /// The fields in which each listing holds such a term.
    fields: Vec<u8>,
    /// Listing, place and ends in titles, from the highest bits down.
    titles: Vec<u128>,
}

fn first_of(term: &[u8]) -> Option<char> {
    match term.first()? {
        byte @ 0..=0x7F => Some(char::from(*byte)),
        _ => {
            let first = term.get(..term.len().min(4))?;
            first.utf8_chunks().next()?.valid().chars().next()
        }
    }
}

impl Beginnings {
    /// Of `terms`, in order, each with its words; `docs` listings.
    pub(super) fn new<'t>(terms: impl Iterator<Item = (&'t [u8], u32)>, docs: usize) -> Self {
        let mut beginnings = Self {
            fields: vec![0; docs],
            ..Self::default()
        };
        let least = LEAST * docs as u64;
        let mut sum: (Option<char>, u64) = (None, 0);
        for (term, words) in terms {
            let first = first_of(term);
            if sum.0 != first {
                sum = (first, 0);
            }
            let before = sum.1;
            sum.1 += u64::from(words);
            if before < least && sum.1 >= least {
                beginnings.chosen.extend(first);
            }
        }
        beginnings
    }

    /// The term and the list of the character whose terms have ended, if `next` begins with
    /// another.
    pub(super) fn before(&mut self, next: &[u8]) -> Option<(String, Written)> {
        let first = first_of(next);
        let open = self.open.filter(|open| Some(*open) != first);
        let ended = open.and_then(|_| self.finish());
        self.open = first.filter(|first| self.chosen.contains(first));
        ended
    }

    /// Adds the words of the next term.
    pub(super) fn add(&mut self, words: &[At]) {
        if self.open.is_some() {
            note(words, &mut self.fields, &mut self.titles);
        }
    }

    /// What has come of the open character.
    pub(super) fn finish(&mut self) -> Option<(String, Written)> {
        let open = self.open.take()?;
        sort_numbers(&mut self.titles);
        self.titles.dedup();
        let mut titles = std::mem::take(&mut self.titles).into_iter().peekable();
        let mut written = Written::default();
        for (doc, fields) in self.fields.iter_mut().enumerate() {
            let fields = std::mem::take(fields);
            if fields != 0 {
                let here =
                    std::iter::from_fn(|| titles.next_if(|title| title >> 32 == doc as u128));
                let here: Vec<u32> = here.map(|title| title as u32).collect();
                written.listing(doc as u32, u32::from(fields), 1, &here);
                written.end_listing();
            }
        }
        written.end();
        Some((format!("{open}{ALL}"), written))
    }
}
