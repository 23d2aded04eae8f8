//! Listings in which several tokens stand in their places one behind the other.

use super::plan::Piece;
use crate::Index;
use crate::index::listed;
use scan::{FIELD_BITS, Field, held_spots, intersection, spots};
use sorting::sort_numbers;
use std::borrow::Cow;

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
        let (doc, bit) = ((spot >> 32) as u32, 1 << (spot as u32 & 3));
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
        let held = listed(index, &piece.terms, docs.as_deref());
        // What is in scope says nothing about fields.
        let any = if place == 0 { u32::from(Field::ANY) } else { 0 };
        docs = Some(match docs {
            None => Cow::Owned(held),
            Some(docs) => Cow::Owned(intersection(&docs, &held, any)),
        });
    }
    docs.map(Cow::into_owned)
}

/// Where the term would begin, going by this piece, in the listings of `docs`: everywhere, or
/// at those of `within`.
fn spots_of(index: &Index, piece: &Piece, docs: &[u32], within: Option<&[Spot]>) -> Vec<Spot> {
    let mut all = Vec::new();
    for term in &piece.terms {
        let (list, places) = (term.list(index), term.places(index));
        let list = term.read(&list, &places);
        all.extend(match within {
            Some(within) => held_spots(list, piece.offset, within),
            None => spots(list, piece.offset, docs),
        });
    }
    if piece.terms.len() > 1 {
        sort_numbers(&mut all);
        all.dedup();
    }
    all
}
