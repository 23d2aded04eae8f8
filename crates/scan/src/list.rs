//! Reading lists: which listings hold a term, in which fields, and where.
//!
//! Bytes that make no sense end a list or name listings that are not there; whoever reads
//! looks nothing up without asking whether it is there.

use crate::blocks::{List, advance, each_block, is_any_between};
use crate::bytes::read_number;
use crate::field::Field;

/// Most places in titles that the list of a term gives for one listing.
pub(crate) const MOST_TITLES: u32 = 63;

/// Lowest bits of an entry: the set of fields, and what it is to titles.
pub const FIELD_BITS: u32 = 5;

/// Bit of an entry with which a title begins.
pub const BEGINS: u32 = 8;

/// Bit of an entry that is all of a title.
pub const IS_ALL: u32 = 16;

/// How a listing holds a term: the lowest two bits of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In titles, or in both other fields: what follows says which and where in titles.
    Mixed,
    /// In what names the listing.
    Near,
    /// In what describes it, more than once.
    Far,
    /// In what describes it, once: most of all.
    FarOnce,
}

impl Kind {
    /// The kind of a listing that holds a term in these fields, so many times.
    #[must_use]
    pub const fn of(fields: u32, times: usize) -> Self {
        match (fields, times) {
            (2, _) => Self::Near,
            (4, 1) => Self::FarOnce,
            (4, _) => Self::Far,
            _ => Self::Mixed,
        }
    }

    #[inline(always)]
    pub(crate) const fn read(number: u32) -> Self {
        match number & 3 {
            0 => Self::Mixed,
            1 => Self::Near,
            2 => Self::Far,
            _ => Self::FarOnce,
        }
    }
}

/// Hands out the listings of a block with their fields and what they are to titles. Always
/// inlined: it runs for every listing, and a call each would be most of its time.
#[inline(always)]
pub(crate) fn walk(block: &[u8], first: u32, mut each: impl FnMut(u32, u32, Kind)) {
    let (mut at, mut doc) = (0, first);
    while at < block.len() {
        let number = read_number(block, &mut at);
        doc = doc.wrapping_add(number >> 2);
        let kind = Kind::read(number);
        let fields = match kind {
            Kind::Mixed => mixed(block, &mut at),
            Kind::Near => 2,
            Kind::Far | Kind::FarOnce => 4,
        };
        each(doc, fields, kind);
        doc = doc.wrapping_add(1);
    }
}

/// The fields of a mixed entry and what it is to titles; steps over its places in them.
#[inline(always)]
fn mixed(list: &[u8], at: &mut usize) -> u32 {
    let titles = read_number(list, at);
    let mut fields = (titles & 3) << 1 | (titles > 3) as u32;
    for _ in 0..titles >> 2 {
        if *at >= list.len() {
            break;
        }
        let ends = read_number(list, at) & 3;
        fields |= match ends {
            3 => BEGINS | IS_ALL,
            2 => BEGINS,
            _ => 0,
        };
    }
    fields
}

/// The entries of what one list or several hold, out of `docs` listings, in order: the
/// listing above, below it the fields, and whether a title begins with it or is all of it.
/// Those outside of `scope` (entries) may be left out.
#[inline(never)]
#[must_use]
pub fn entries(lists: &[List<'_>], docs: usize, scope: Option<&[u32]>) -> Vec<u32> {
    let mut entries = Vec::new();
    if let [list] = lists {
        entries.reserve(list.docs.min(list.bytes.len() as u32) as usize);
        each_entry(*list, scope, |doc, fields| {
            if (doc as usize) < docs {
                entries.push(doc << FIELD_BITS | fields);
            }
        });
        return entries;
    }
    if lists.is_empty() {
        return entries;
    }
    let mut fields_of = vec![0_u8; docs];
    for list in lists {
        each_entry(*list, scope, |doc, fields| {
            if let Some(known) = fields_of.get_mut(doc as usize) {
                *known |= fields as u8;
            }
        });
    }
    if let Some(scope) = scope {
        for doc in scope.iter().map(|entry| entry >> FIELD_BITS) {
            let fields = fields_of.get(doc as usize).copied().unwrap_or(0);
            if fields != 0 {
                entries.push(doc << FIELD_BITS | u32::from(fields));
            }
        }
        return entries;
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

/// Hands out the entries of the blocks that `scope` needs.
#[inline(always)]
fn each_entry(list: List<'_>, scope: Option<&[u32]>, mut each: impl FnMut(u32, u32)) {
    let mask = if list.is_whole { u32::MAX } else { !IS_ALL };
    let mut at = 0;
    each_block(
        list,
        |first, last| scope.is_none_or(|scope| is_any_between(scope, &mut at, first, last)),
        |first, block, _| walk(block, first, |doc, fields, _| each(doc, fields & mask)),
    );
}

/// The entries of both, with the fields of both; `any` is added to those of `a`.
#[inline(never)]
#[must_use]
pub fn intersection(a: &[u32], b: &[u32], any: u32) -> Vec<u32> {
    let (mut both, mut at) = (Vec::new(), 0);
    for entry in a {
        let doc = entry >> FIELD_BITS;
        advance(b, &mut at, doc << FIELD_BITS);
        let Some(other) = b.get(at) else {
            break;
        };
        let fields = (entry | any) & other & u32::from(Field::ANY);
        if other >> FIELD_BITS == doc && fields != 0 {
            both.push(doc << FIELD_BITS | fields);
        }
    }
    both
}

/// The entries of either, with the fields of both.
#[inline(never)]
#[must_use]
pub fn union(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut others = b.iter().copied().peekable();
    let mut both = Vec::with_capacity(a.len() + b.len());
    for entry in a {
        let doc = entry >> FIELD_BITS;
        while let Some(other) = others.next_if(|other| other >> FIELD_BITS < doc) {
            both.push(other);
        }
        let same = others.next_if(|other| other >> FIELD_BITS == doc);
        both.push(entry | same.unwrap_or(0));
    }
    both.extend(others);
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_beyond_all_bytes_ends_with_them() {
        // Found by the fuzzer: a mixed entry that claims 2^30 places.
        let list = List {
            bytes: &[0, 0xFC, 0xFF, 0xFF, 0xFF, 0x0F],
            places: &[],
            docs: 1,
            is_whole: true,
        };
        assert_eq!(entries(&[list], 4, None).len(), 1);
        assert_eq!(crate::title_spots(list, 0, 3, &[0]).len(), 0);
    }
}
