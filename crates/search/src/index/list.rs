//! Reading lists: which listings hold a term, in which fields, and where.
//!
//! Bytes that make no sense end a list or name listings that are not there; whoever reads
//! looks nothing up without asking whether it is there.

use super::Piece;
use crate::field::Field;
use crate::store::read_number;

/// Lowest bits of an entry: the set of fields.
pub(crate) const FIELD_BITS: u32 = 3;

/// Hands out the listings of a list with their fields. Always inlined: it runs for every
/// listing of a list, and a call each would be most of its time.
#[inline(always)]
fn walk(list: &[u8], mut each: impl FnMut(u32, u32)) {
    let (mut at, mut doc) = (0, 0_u32);
    while at < list.len() {
        let number = read_number(list, &mut at);
        doc = doc.wrapping_add(number >> 2);
        let fields = match number & 3 {
            0 => {
                let titles = read_number(list, &mut at);
                for _ in 0..titles >> 2 {
                    read_number(list, &mut at);
                }
                (titles & 3) << 1 | 1
            }
            others => others << 1,
        };
        each(doc, fields);
        doc = doc.wrapping_add(1);
    }
}

/// Hands out the places in titles that a list gives, each with its ends: 2 if it is the first
/// of a title, 1 if the last.
pub(crate) fn title_places(list: &[u8], mut each: impl FnMut(u32, u32, u32)) {
    let (mut at, mut doc) = (0, 0_u32);
    while at < list.len() {
        let number = read_number(list, &mut at);
        doc = doc.wrapping_add(number >> 2);
        if number & 3 == 0 {
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

/// Hands out every place of a term, with its field in the lowest two bits, listing by listing.
pub(crate) fn each_place(list: &[u8], places: &[u8], mut each: impl FnMut(u32, u32)) {
    let mut at = 0;
    walk(list, |doc, _| {
        let mut place = 0_u32;
        while at < places.len() {
            let number = read_number(places, &mut at);
            place = place.wrapping_add(number >> 1);
            each(doc, place);
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
        walk(list, |doc, fields| {
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
        walk(list, |doc, fields| {
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
