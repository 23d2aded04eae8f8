//! The terms in order, each with the list of listings that hold it.
//!
//! Terms stand in blocks, each term as what it does not share with the one before. A list
//! gives for every listing how many are between it and the one before, twice, plus one if a byte
//! with the fields follows; else only the description holds the term, as is most often so.
//! Numbers take a byte for every seven bits.

use crate::field::Field;

/// Terms of one block: what is looked through to find one.
const BLOCK: usize = 16;
/// Bits of an entry that are fields; the others are the listing.
pub(crate) const FIELD_BITS: u32 = 3;

/// Lists of listings by term.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    terms: Vec<u8>,
    lists: Vec<u8>,
    blocks: Vec<Block>,
    /// How many terms, and the last of them, while they are pushed.
    count: usize,
    last: Vec<u8>,
}

/// Where a block begins in both.
#[derive(Clone, Copy, Debug)]
struct Block {
    term: u32,
    list: u32,
}

/// Terms that are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted<'t> {
    pub(crate) token: &'t str,
    pub(crate) part: Part,
}

/// How much of a term a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Whole,
    Beginning,
    /// Every term is looked at.
    End,
}

impl Postings {
    /// Adds the next term with its list.
    pub(crate) fn push(&mut self, term: &[u8], list: &[u8]) {
        let mut shared = 0;
        if self.count.is_multiple_of(BLOCK) {
            self.blocks.push(Block {
                term: self.terms.len() as u32,
                list: self.lists.len() as u32,
            });
        } else {
            let pairs = self.last.iter().zip(term).take(usize::from(u8::MAX));
            shared = pairs.take_while(|(a, b)| a == b).count();
        }
        self.count += 1;
        let own = term.get(shared..).unwrap_or_default();
        self.terms.push(shared as u8);
        write_number(&mut self.terms, own.len());
        self.terms.extend_from_slice(own);
        write_number(&mut self.terms, list.len());
        self.lists.extend_from_slice(list);
        self.last.truncate(shared);
        self.last.extend_from_slice(own);
    }

    /// Gives back the room that growing left over.
    pub(crate) fn finish(&mut self) {
        self.terms.shrink_to_fit();
        self.lists.shrink_to_fit();
        self.blocks.shrink_to_fit();
    }

    /// The lists of what is wanted.
    pub(crate) fn lists(&self, wanted: Wanted<'_>) -> Vec<&[u8]> {
        let token = wanted.token.as_bytes();
        let first = |block: &Block| {
            let mut at = block.term as usize + 1;
            let len = read_number(&self.terms, &mut at);
            self.terms.get(at..at + len).unwrap_or_default()
        };
        let after = self.blocks.partition_point(|block| first(block) <= token);
        let place = match wanted.part {
            Part::End => 0,
            Part::Whole | Part::Beginning => after.saturating_sub(1),
        };
        let Some(block) = self.blocks.get(place) else {
            return Vec::new();
        };
        let (mut at, mut list) = (block.term as usize, block.list as usize);
        let (mut term, mut found) = (Vec::new(), Vec::new());
        while let Some(shared) = self.terms.get(at) {
            term.truncate(usize::from(*shared));
            at += 1;
            let own = read_number(&self.terms, &mut at);
            term.extend_from_slice(self.terms.get(at..at + own).unwrap_or_default());
            at += own;
            let len = read_number(&self.terms, &mut at);
            let fits = match wanted.part {
                Part::Whole => term == token,
                Part::Beginning => term.starts_with(token),
                Part::End => term.ends_with(token),
            };
            if fits {
                found.extend(self.lists.get(list..list + len));
            } else if wanted.part != Part::End && term.as_slice() > token {
                break;
            }
            list += len;
        }
        found
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[inline(never)]
fn read_number(bytes: &[u8], at: &mut usize) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        number |= usize::from(byte & 0x7F) << (shift & 31);
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

/// Hands out the listings of a list with their fields. Always inlined: it runs for every
/// listing of a list, and a call each would be most of its time.
#[inline(always)]
fn walk(list: &[u8], mut each: impl FnMut(u32, u8)) {
    let (mut at, mut doc) = (0, 0_u32);
    while let Some(byte) = list.get(at) {
        let mut number = usize::from(*byte);
        if number < 0x80 {
            at += 1;
        } else {
            number = read_number(list, &mut at);
        }
        doc = doc.wrapping_add((number >> 1) as u32);
        let mut fields = Field::Far.bit();
        if number & 1 == 1 {
            fields = list.get(at).copied().unwrap_or(fields);
            at += 1;
        }
        each(doc, fields);
        doc = doc.wrapping_add(1);
    }
}

/// The entries of what one list or several hold, out of `docs` listings, in order: the
/// listing above, the fields in the lowest bits.
pub(crate) fn entries(lists: &[&[u8]], docs: usize) -> Vec<u32> {
    let mut entries = Vec::new();
    if let [list] = lists {
        entries.reserve(list.len());
        walk(list, |doc, fields| {
            entries.push(doc << FIELD_BITS | u32::from(fields));
        });
        return entries;
    }
    if lists.is_empty() {
        return entries;
    }
    let mut fields_of = vec![0_u8; docs];
    for list in lists {
        walk(list, |doc, fields| {
            if let Some(known) = fields_of.get_mut(doc as usize) {
                *known |= fields;
            }
        });
    }
    for (eighth, eight) in fields_of.chunks(8).enumerate() {
        // Most have nothing at all.
        if eight.iter().fold(0, |any, fields| any | fields) == 0 {
            continue;
        }
        for (place, fields) in eight.iter().enumerate().filter(|(_, fields)| **fields != 0) {
            let doc = (eighth * 8 + place) as u32;
            entries.push(doc << FIELD_BITS | u32::from(*fields));
        }
    }
    entries
}
