//! Reading lists: which listings hold a term, in which fields, and where.
//!
//! Bytes that make no sense end a list or name listings that are not there; whoever reads
//! looks nothing up without asking whether it is there.

use super::Piece;
use crate::field::Field;
use crate::store::read_number;

/// Lowest bits of an entry: the set of fields.
pub(crate) const FIELD_BITS: u32 = 3;

/// How a listing holds a term: the lowest two bits of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
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
    pub(crate) const fn of(fields: u32, times: usize) -> Self {
        match (fields, times) {
            (2, _) => Self::Near,
            (4, 1) => Self::FarOnce,
            (4, _) => Self::Far,
            _ => Self::Mixed,
        }
    }

    #[inline(always)]
    const fn read(number: u32) -> Self {
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
fn walk(list: &[u8], mut each: impl FnMut(u32, u32, Kind)) {
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

/// Hands out the places in titles that a list gives, each with its ends: 2 if it is the first
/// of a title, 1 if the last.
pub(crate) fn title_places(list: &[u8], mut each: impl FnMut(u32, u32, u32)) {
    let (mut at, mut doc) = (0, 0_u32);
    while at < list.len() {
        let number = read_number(list, &mut at);
        doc = doc.wrapping_add(number >> 2);
        if Kind::read(number) == Kind::Mixed {
            let titles = read_number(list, &mut at);
            let mut place = 0_u32;
            for _ in 0..titles >> 2 {
                let number = read_number(list, &mut at);
                place = place.wrapping_add(number >> 2);
                each(doc, place, number & 3);
            }
        }
        doc = doc.wrapping_add(1);
    }
}

/// Hands out every place of a term in its field, with the field in the lowest two bits, listing
/// by listing in rising order.
pub(crate) fn each_place(list: &[u8], places: &[u8], mut each: impl FnMut(u32, u32)) {
    let mut at = 0;
    walk(list, |doc, _, kind| {
        if kind == Kind::FarOnce {
            let place = read_number(places, &mut at);
            each(doc, place << 2 | Field::Far as u32);
            return;
        }
        let mut place = 0_u32;
        while at < places.len() {
            let number = read_number(places, &mut at);
            place = place.wrapping_add(number >> 1);
            each(
                doc,
                match kind {
                    Kind::Mixed => place,
                    Kind::Near => place << 2 | Field::Near as u32,
                    Kind::Far | Kind::FarOnce => place << 2 | Field::Far as u32,
                },
            );
            if number & 1 == 0 {
                break;
            }
        }
    });
}

/// The entries of what one list or several hold, out of `docs` listings, in order: the
/// listing above, the fields in the lowest bits.
pub(crate) fn entries(lists: &[Piece], docs: usize) -> Vec<u32> {
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

/// The field of a place.
pub(crate) const fn field_of(place: u32) -> Field {
    match place & 3 {
        0 => Field::Title,
        1 => Field::Near,
        _ => Field::Far,
    }
}
