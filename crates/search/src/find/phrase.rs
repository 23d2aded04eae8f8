//! Listings in which several tokens stand in their places one behind the other.

use super::plan::Piece;
use crate::Index;
use crate::field::Field;
use crate::index::{FIELD_BITS, each_place, entries, field_of};
use crate::sort::sort_numbers;
use std::borrow::Cow;

/// Bits of a place below those that count tokens: its field.
const PLACE_BITS: u32 = 2;

/// A place in a listing as one number: the listing above, the place of the term's first token
/// below.
type Spot = u128;

/// The entries of the listings in `scope`, or all, where the pieces stand one behind the other.
pub(crate) fn standing(index: &Index, pieces: &[&Piece], scope: Option<&[u32]>) -> Vec<u32> {
    let Some(docs) = together(index, pieces, scope) else {
        return Vec::new();
    };
    let mut spots: Option<Vec<Spot>> = None;
    for piece in pieces {
        let within = spots.as_deref();
        spots = Some(spots_of(index, piece, &docs, within));
    }
    let mut found: Vec<u32> = Vec::new();
    for spot in spots.unwrap_or_default() {
        let (doc, field) = ((spot >> 32) as u32, field_of(spot as u32));
        let bit = u32::from(field.bit());
        match found.last_mut().filter(|last| **last >> FIELD_BITS == doc) {
            Some(last) => *last |= bit,
            None => found.push(doc << FIELD_BITS | bit),
        }
    }
    found
}

/// The listings that hold every piece in one field at least, wherever; the rarest piece comes
/// first in `pieces`. `None` if a piece is nowhere.
fn together(index: &Index, pieces: &[&Piece], scope: Option<&[u32]>) -> Option<Vec<u32>> {
    let mut docs: Option<Cow<'_, [u32]>> = scope.map(Cow::Borrowed);
    for (place, piece) in pieces.iter().enumerate() {
        if piece.terms.is_empty() {
            return None;
        }
        let lists: Vec<_> = piece.terms.iter().map(|term| term.list(index)).collect();
        let held = entries(&lists, index.size());
        // What is in scope says nothing about fields.
        let any = if place == 0 { u32::from(Field::ANY) } else { 0 };
        docs = Some(match docs {
            None => Cow::Owned(held),
            Some(docs) => Cow::Owned(intersection(&docs, &held, any)),
        });
    }
    docs.map(Cow::into_owned)
}

/// The entries of both, with the fields of both; `any` is added to those of `a`.
fn intersection(a: &[u32], b: &[u32], any: u32) -> Vec<u32> {
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

/// Where the term would begin, going by this piece, in the listings of `docs`: everywhere, or
/// at those of `within`.
fn spots_of(index: &Index, piece: &Piece, docs: &[u32], within: Option<&[Spot]>) -> Vec<Spot> {
    let mut spots = Vec::new();
    for term in &piece.terms {
        let (mut doc_at, mut spot_at) = (0, 0);
        each_place(&term.list(index), &term.places(index), |doc, place| {
            let Some(start) = place.checked_sub(piece.offset << PLACE_BITS) else {
                return;
            };
            let spot = u128::from(doc) << 32 | u128::from(start);
            if let Some(within) = within {
                while within.get(spot_at).is_some_and(|known| *known < spot) {
                    spot_at += 1;
                }
                if within.get(spot_at) == Some(&spot) {
                    spots.push(spot);
                }
                return;
            }
            while docs
                .get(doc_at)
                .is_some_and(|entry| entry >> FIELD_BITS < doc)
            {
                doc_at += 1;
            }
            if docs
                .get(doc_at)
                .is_some_and(|entry| entry >> FIELD_BITS == doc)
            {
                spots.push(spot);
            }
        });
    }
    if piece.terms.len() > 1 {
        sort_numbers(&mut spots);
        spots.dedup();
    }
    spots
}
