//! Looking terms up.

use super::Index;
use crate::build::ALL;
use crate::store::Bytes;
use scan::{List, entries, read_number};
use std::ops::Range;

/// What of a token must stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// It begins a token.
    Beginning,
}

/// A term with where its lists are. Nothing is read yet but the dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// In how many listings it is.
    pub(crate) docs: u32,
    /// Whether it is the token itself and not only begins with it.
    pub(crate) is_whole: bool,
    list: At,
    places: At,
}

/// A piece of a chunk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct At {
    chunk: u32,
    bytes: Range<usize>,
}

/// Bytes within a shared chunk.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    chunk: Bytes,
    bytes: Range<usize>,
}

impl std::ops::Deref for Piece {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.chunk.get(self.bytes.clone()).unwrap_or_default()
    }
}

impl Entry {
    /// Bytes of its list: about how long it takes to read.
    pub(crate) fn size(&self) -> usize {
        self.list.bytes.len()
    }

    /// Its list and places, which were read before.
    pub(crate) const fn read<'l>(&self, bytes: &'l [u8], places: &'l [u8]) -> List<'l> {
        List {
            bytes,
            places,
            docs: self.docs,
            is_whole: self.is_whole,
        }
    }

    /// Its list of listings.
    pub(crate) fn list(&self, index: &Index) -> Piece {
        piece(index, index.head().lists.first, &self.list)
    }

    /// Where it stands in each of them.
    pub(crate) fn places(&self, index: &Index) -> Piece {
        piece(index, index.head().positions.first, &self.places)
    }
}

/// The entries of the listings that hold any of `terms`, in order; those outside of `scope`
/// (entries) may be left out.
pub(crate) fn listed(index: &Index, terms: &[Entry], scope: Option<&[u32]>) -> Vec<u32> {
    let lists: Vec<Piece> = terms.iter().map(|term| term.list(index)).collect();
    let lists = terms.iter().zip(&lists);
    let lists: Vec<List<'_>> = lists.map(|(term, list)| term.read(list, &[])).collect();
    entries(&lists, index.size(), scope)
}

fn piece(index: &Index, first: u32, at: &At) -> Piece {
    Piece {
        chunk: index.chunk(first.saturating_add(at.chunk)),
        bytes: at.bytes.clone(),
    }
}

impl Index {
    /// The terms that are `token`, or begin with it.
    pub(crate) fn terms(&self, token: &str, part: Part) -> Vec<Entry> {
        let mut found = Vec::new();
        let mut joined = [0; 4];
        let joined = ALL.encode_utf8(&mut joined).as_bytes();
        self.each_term(token.as_bytes(), part, &mut |term, entry| {
            if part == Part::Whole || !term.ends_with(joined) {
                found.push(entry);
            }
            true
        });
        found
    }

    /// The same for those who need no places: where one list has all that begins with `token`,
    /// that one, beside the token itself.
    pub(crate) fn joined_terms(&self, token: &str, part: Part) -> Vec<Entry> {
        if part == Part::Whole || token.chars().nth(1).is_some() {
            return self.terms(token, part);
        }
        let mut joined = self.terms(&format!("{token}{ALL}"), Part::Whole);
        let Some(all) = joined.first_mut() else {
            // Whether there is one is not known as long as chunks are missing.
            return match self.is_waiting() {
                true => joined,
                false => self.terms(token, part),
            };
        };
        all.is_whole = false;
        joined.extend(self.terms(token, Part::Whole));
        joined
    }

    /// Hands out the terms that are `token` or begin with it, in order, until told to stop.
    pub(crate) fn each_term(
        &self,
        token: &[u8],
        part: Part,
        each: &mut dyn FnMut(&[u8], Entry) -> bool,
    ) {
        let head = self.head();
        let firsts = &head.first_terms;
        let after = firsts.partition_point(|first| first.as_bytes() <= token);
        for chunk in after.saturating_sub(1)..firsts.len() {
            // A chunk that begins behind everything wanted ends it.
            let first = firsts.get(chunk).map_or(&[][..], |first| first.as_bytes());
            if first > token && !(part == Part::Beginning && first.starts_with(token)) {
                return;
            }
            let bytes = self.chunk(head.terms.first + chunk as u32);
            if !each_of_chunk(&bytes, token, part, each) {
                return;
            }
        }
    }
}

/// Where one block lies in a chunk of the dictionary.
fn block(chunk: &[u8], number: usize) -> &[u8] {
    let range = crate::build::piece(chunk, number).unwrap_or_default();
    chunk.get(range).unwrap_or_default()
}

/// The first term of a block.
fn first_of(block: &[u8]) -> &[u8] {
    let mut at = 0;
    for _ in 0..5 {
        read_number(block, &mut at);
    }
    let len = read_number(block, &mut at) as usize;
    block.get(at..at.saturating_add(len)).unwrap_or_default()
}

/// The terms wanted of one chunk; false when there is no more to come, or none is wanted.
fn each_of_chunk(
    chunk: &[u8],
    token: &[u8],
    part: Part,
    each: &mut dyn FnMut(&[u8], Entry) -> bool,
) -> bool {
    let blocks = chunk
        .first_chunk::<4>()
        .map_or(0, |n| u32::from_le_bytes(*n)) as usize;
    let blocks = blocks.min(chunk.len() / 4);
    // The last block whose first term is not behind the token.
    let (mut low, mut high) = (0, blocks);
    while low < high {
        let middle = (low + high) / 2;
        if first_of(block(chunk, middle)) <= token {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for number in low.saturating_sub(1)..blocks {
        if !each_of_block(block(chunk, number), token, part, each) {
            return false;
        }
    }
    true
}

fn each_of_block(
    block: &[u8],
    token: &[u8],
    part: Part,
    each: &mut dyn FnMut(&[u8], Entry) -> bool,
) -> bool {
    let mut at = 0;
    let number = |at: &mut usize| read_number(block, at);
    let mut place = || {
        let chunk = number(&mut at);
        (chunk, number(&mut at) as usize)
    };
    let (mut list, mut places) = (place(), place());
    let mut term: Vec<u8> = Vec::new();
    while at < block.len() {
        let shared = read_number(block, &mut at) as usize;
        let own = read_number(block, &mut at) as usize;
        term.truncate(shared);
        term.extend_from_slice(block.get(at..at.saturating_add(own)).unwrap_or_default());
        at = at.saturating_add(own);
        let docs = read_number(block, &mut at);
        let mut step = |(chunk, byte): &mut (u32, usize)| {
            let start = *byte;
            *byte = start.saturating_add(read_number(block, &mut at) as usize);
            At {
                chunk: *chunk,
                bytes: start..*byte,
            }
        };
        let (list, places) = (step(&mut list), step(&mut places));
        let is_whole = term == token;
        let is_wanted = is_whole || part == Part::Beginning && term.starts_with(token);
        if is_wanted {
            let entry = Entry {
                docs,
                is_whole,
                list,
                places,
            };
            if !each(&term, entry) {
                return false;
            }
        } else if term.as_slice() > token {
            return false;
        }
        if is_whole && part == Part::Whole {
            return false;
        }
    }
    true
}
