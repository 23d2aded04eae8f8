//! Reading lists: which listings hold a term, in which fields, and where.
//!
//! Bytes that make no sense end a list or name listings that are not there; whoever reads
//! looks nothing up without asking whether it is there.

use crate::bytes::read_number;
use crate::field::Field;

/// Lowest bits of an entry: the set of fields.
pub const FIELD_BITS: u32 = 3;

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

/// Hands out the listings of a list with their fields. Always inlined: it runs for every
/// listing of a list, and a call each would be most of its time.
#[inline(always)]
pub(crate) fn walk(list: &[u8], mut each: impl FnMut(u32, u32, Kind)) {
    let (mut at, mut doc) = (0, 0_u32);
    while at < list.len() {
        let number = read_number(list, &mut at);
        doc = doc.wrapping_add(number >> 2);
        let kind = Kind::read(number);
        let fields = match kind {
            Kind::Mixed => mixed(list, &mut at),
            Kind::Near => 2,
            Kind::Far | Kind::FarOnce => 4,
        };
        each(doc, fields, kind);
        doc = doc.wrapping_add(1);
    }
}

/// The fields of a mixed entry; steps over its places in titles.
#[inline(always)]
fn mixed(list: &[u8], at: &mut usize) -> u32 {
    let titles = read_number(list, at);
    for _ in 0..titles >> 2 {
        read_number(list, at);
    }
    (titles & 3) << 1 | (titles > 3) as u32
}

/// The entries of what one list or several hold, out of `docs` listings, in order: the
/// listing above, the fields in the lowest bits.
#[must_use]
pub fn entries(lists: &[&[u8]], docs: usize) -> Vec<u32> {
    let mut entries = Vec::new();
    if let [list] = lists {
        entries.reserve(list.len());
        walk(list, |doc, fields, _| {
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
        walk(list, |doc, fields, _| {
            if let Some(known) = fields_of.get_mut(doc as usize) {
                *known |= fields as u8;
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

/// The entries of both, with the fields of both; `any` is added to those of `a`.
#[must_use]
pub fn intersection(a: &[u32], b: &[u32], any: u32) -> Vec<u32> {
    let (mut both, mut at) = (Vec::new(), 0);
    for entry in a {
        let doc = entry >> FIELD_BITS;
        while b.get(at).is_some_and(|other| other >> FIELD_BITS < doc) {
            at += 1;
        }
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
