//! The terms of all listings while they are gathered: each with the list of listings that
//! hold it, written as it grows. `postings` is what becomes of it.
//!
//! The lists share one piece of memory, in blocks chained to each other, because a million
//! small lists by themselves would take twice the room.

use crate::postings::Postings;
use crate::sort::places_by_text;

/// Bytes of the first block of a list, and the most of a later one; each is twice the last.
const FIRST_BLOCK: usize = 4;
const LAST_BLOCK: usize = 128;
/// Bytes of the place of the next block, after every block.
const LINK: usize = 4;

/// Terms and their lists.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// A hash, and a number of a term plus one; 0 is free.
    table: Vec<u64>,
    terms: Vec<Term>,
    text: Vec<u8>,
    blocks: Vec<u8>,
}

/// One term.
#[derive(Clone, Copy, Debug, Default)]
struct Term {
    /// Its first bytes, which tell most terms apart without a look at the text.
    key: u64,
    /// Where it ends in the text; it begins where the one before ends.
    end: u32,
    /// The listing before the open one, plus one.
    written: u32,
    /// The open listing, whose fields are still gathered.
    open: u32,
    fields: u8,
    /// Room in the current block.
    room: u8,
    /// Size of the next block.
    size: u8,
    /// Where the first block begins, and where the next byte goes.
    first: u32,
    at: u32,
}

impl Lexicon {
    /// Notes that the listing `doc`, not before any noted one, holds `token` in the field
    /// with this bit.
    pub(crate) fn add(&mut self, token: &[u8], doc: u32, field: u8) {
        let place = self.place(token, doc);
        let Some(term) = self.terms.get_mut(place) else {
            return;
        };
        if term.open != doc {
            write_open(term, &mut self.blocks);
            term.open = doc;
            term.fields = 0;
        }
        term.fields |= field;
    }

    /// The number of a term, new or known.
    fn place(&mut self, token: &[u8], doc: u32) -> usize {
        if self.terms.len() * 2 >= self.table.len() {
            self.grow();
        }
        let key = key(token);
        let hash = hash(key, token);
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.table.get(slot) {
                Some(0) | None => break,
                Some(entry) => {
                    let place = (*entry as u32 - 1) as usize;
                    if *entry >> 32 == hash && self.is(place, key, token) {
                        return place;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
        let place = self.terms.len();
        if let Some(entry) = self.table.get_mut(slot) {
            *entry = hash << 32 | (place as u64 + 1);
        }
        self.text.extend_from_slice(token);
        self.terms.push(Term {
            key,
            end: self.text.len() as u32,
            open: doc,
            size: FIRST_BLOCK as u8,
            ..Term::default()
        });
        place
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1 << 10);
        let old = std::mem::replace(&mut self.table, vec![0; size]);
        for entry in old.into_iter().filter(|entry| *entry != 0) {
            let mut slot = (entry >> 32) as usize & (size - 1);
            while self.table.get(slot).is_some_and(|entry| *entry != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = self.table.get_mut(slot) {
                *free = entry;
            }
        }
    }

    /// Whether a term is `token`. Only one shorter than its key ends within it.
    #[inline(always)]
    fn is(&self, place: usize, key: u64, token: &[u8]) -> bool {
        let same = self.terms.get(place).is_some_and(|term| term.key == key);
        same && (token.len() < 8 || self.text_of(place) == token)
    }

    fn text_of(&self, place: usize) -> &[u8] {
        let end = |place: usize| self.terms.get(place).map_or(0, |term| term.end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or_default()
    }

    /// The terms in order, their lists side by side.
    pub(crate) fn finish(mut self) -> Postings {
        self.table = Vec::new();
        for term in &mut self.terms {
            write_open(term, &mut self.blocks);
        }
        let order = places_by_text(self.terms.len(), &|place| self.text_of(place));
        let mut postings = Postings::default();
        let mut list = Vec::new();
        for place in order {
            list.clear();
            if let Some(term) = self.terms.get(place) {
                read_list(term, &self.blocks, &mut list);
            }
            postings.push(self.text_of(place), &list);
        }
        postings.finish();
        postings
    }
}

/// Writes the open listing of `term` to its list: how many are between it and the one before,
/// whether another field than the last holds it; if so, the fields.
fn write_open(term: &mut Term, blocks: &mut Vec<u8>) {
    let skipped = term.open - term.written;
    let plain = term.fields == crate::field::Field::Far.bit();
    let mut number = skipped << 1 | u32::from(!plain);
    term.written = term.open + 1;
    while number >= 0x80 {
        write(term, blocks, number as u8 | 0x80);
        number >>= 7;
    }
    write(term, blocks, number as u8);
    if !plain {
        write(term, blocks, term.fields);
    }
}

fn write(term: &mut Term, blocks: &mut Vec<u8>, byte: u8) {
    if term.room == 0 {
        let start = blocks.len();
        if usize::from(term.size) == FIRST_BLOCK {
            term.first = start as u32;
        } else if let Some(link) = blocks
            .get_mut(term.at as usize..)
            .and_then(|b| b.get_mut(..LINK))
        {
            link.copy_from_slice(&(start as u32).to_le_bytes());
        }
        blocks.resize(start + usize::from(term.size) + LINK, 0);
        term.at = start as u32;
        term.room = term.size;
        term.size = (usize::from(term.size) * 2).min(LAST_BLOCK) as u8;
    }
    if let Some(slot) = blocks.get_mut(term.at as usize) {
        *slot = byte;
    }
    term.at += 1;
    term.room -= 1;
}

/// Gathers a list from its blocks.
fn read_list(term: &Term, blocks: &[u8], list: &mut Vec<u8>) {
    let (mut start, mut size) = (term.first as usize, FIRST_BLOCK);
    loop {
        let last = (start..=start + size).contains(&(term.at as usize));
        let end = if last { term.at as usize } else { start + size };
        list.extend_from_slice(blocks.get(start..end).unwrap_or_default());
        let link = blocks
            .get(start + size..)
            .and_then(|b| b.first_chunk::<LINK>());
        match link {
            Some(link) if !last => start = u32::from_le_bytes(*link) as usize,
            _ => return,
        }
        size = (size * 2).min(LAST_BLOCK);
    }
}

/// The first eight bytes as a number, zeros after a shorter token.
#[inline(always)]
fn key(token: &[u8]) -> u64 {
    if let Some(eight) = token.first_chunk::<8>() {
        return u64::from_be_bytes(*eight);
    }
    let key = token
        .iter()
        .fold(0, |key, byte| key << 8 | u64::from(*byte));
    key.checked_shl(64 - 8 * token.len() as u32).unwrap_or(0)
}

/// A number of 32 bits that tokens rarely share.
#[inline(always)]
fn hash(key: u64, token: &[u8]) -> u64 {
    let mut mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for byte in token.get(8..).unwrap_or_default() {
        mixed = (mixed ^ mixed >> 32 ^ u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    (mixed ^ mixed >> 29) >> 32
}
