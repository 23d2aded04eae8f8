//! How titles relate to the whole of what was typed: a title that is exactly that comes first,
//! then one that begins with it, then one that holds it as it stands.

use super::plan::{Piece, pieces, tokens};
use super::words::{Sought, scores};
use crate::Index;
use crate::index::listed;
use crate::terms::Terms;
use scan::{BEGINS, FIELD_BITS, Field, IS_ALL, Match, Scores, title_spots};
use sorting::{places, sort_numbers};

/// Above any sum of field weights: 32 terms at most.
pub(crate) const KIND: u32 = 1 << 16;

/// A place in a title: the listing, the place, its ends, from the highest bits down.
type Spot = u128;

/// The spot without its ends.
const fn bare(spot: Spot) -> Spot {
    spot >> 32
}

const fn doc_of(spot: Spot) -> u32 {
    (spot >> 64) as u32
}

/// What all listings score that hold what is sought, if that is one token and the whole of what
/// was typed: then the entries that tell whether they hold it tell their kinds too.
pub(super) fn scores_of_single(sought: &[Sought], terms: &Terms) -> Option<Scores> {
    let [Sought { ways }] = sought else {
        return None;
    };
    let is_whole =
        matches!(&ways[..], [way] if way.len() == 1 && *way == tokens(&terms.whole, true));
    is_whole.then(|| scores(&|entry| kind_of(entry) * KIND))
}

/// Adds to each score how the titles relate to the whole.
pub(crate) fn add_kinds(index: &Index, terms: &Terms, found: &mut [Match]) {
    let least = Field::Title.weight() * terms.include.len() as u32;
    let mut held = found.iter().filter(|hit| hit.score >= least).peekable();
    if terms.include.is_empty() || held.peek().is_none() {
        return;
    }
    let mut held: Vec<u32> = held.map(|hit| hit.doc << FIELD_BITS).collect();
    let pieces = pieces(index, &tokens(&terms.whole, true), false);
    if let [piece] = &pieces[..] {
        let mut entries = listed(index, &piece.terms, Some(&held))
            .into_iter()
            .peekable();
        for hit in found.iter_mut().filter(|hit| hit.score >= least) {
            while entries
                .next_if(|entry| entry >> FIELD_BITS < hit.doc)
                .is_some()
            {}
            let entry = entries
                .peek()
                .filter(|entry| *entry >> FIELD_BITS == hit.doc);
            hit.score += entry.map_or(0, |entry| kind_of(*entry) * KIND);
        }
        return;
    }
    let size = |place| pieces.get(place).map(Piece::size);
    let mut spots: Option<Vec<Spot>> = None;
    // The rarest first: of the others only those listings matter in which it stands.
    for place in places(pieces.len(), &mut |a, b| size(a).cmp(&size(b))) {
        let Some(piece) = pieces.get(place) else {
            continue;
        };
        let ends = [place == 0, place + 1 == pieces.len()];
        let here = spots_of(index, piece, ends, &held);
        let both = match spots {
            None => here,
            Some(before) => joined(&before, &here),
        };
        held = both
            .iter()
            .map(|spot| doc_of(*spot) << FIELD_BITS)
            .collect();
        spots = Some(both);
    }
    let mut at = 0;
    let spots = spots.unwrap_or_default();
    for hit in found.iter_mut().filter(|hit| hit.score >= least) {
        while spots.get(at).is_some_and(|spot| doc_of(*spot) < hit.doc) {
            at += 1;
        }
        let own = spots.get(at..).unwrap_or_default().iter();
        let kinds = own.take_while(|spot| doc_of(**spot) == hit.doc).map(kind);
        hit.score += kinds.max().unwrap_or(0) * KIND;
    }
}

/// The kind that the entry of a single token tells; 0 if it is in no title.
const fn kind_of(entry: u32) -> u32 {
    match entry {
        _ if entry & IS_ALL != 0 => 3,
        _ if entry & BEGINS != 0 => 2,
        _ => entry & Field::Title.bit() as u32,
    }
}

/// 3: the title is the whole; 2: it begins with it; 1: it holds it.
const fn kind(spot: &Spot) -> u32 {
    match *spot as u32 {
        3 => 3,
        2 => 2,
        _ => 1,
    }
}

/// Where the whole would begin in titles of the listings in `held`, going by this piece. A
/// piece that is not the first says nothing of where titles begin, one that is not the last
/// nothing of where they end.
fn spots_of(index: &Index, piece: &Piece, [first, last]: [bool; 2], held: &[u32]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for term in &piece.terms {
        let mask = match (first, last && term.is_whole) {
            (true, true) => 3,
            (true, false) => 2,
            (false, true) => 1,
            (false, false) => 0,
        };
        let bytes = term.list(index);
        let list = term.read(&bytes, &[]);
        spots.extend(title_spots(list, piece.offset, mask, held));
    }
    if piece.terms.len() > 1 {
        sort_numbers(&mut spots);
    }
    spots
}

/// The spots of both, with the ends of both.
fn joined(before: &[Spot], here: &[Spot]) -> Vec<Spot> {
    let (mut both, mut at) = (Vec::new(), 0);
    for spot in before {
        while here.get(at).is_some_and(|other| bare(*other) < bare(*spot)) {
            at += 1;
        }
        let same = here.get(at..).unwrap_or_default().iter();
        let same = same.take_while(|other| bare(**other) == bare(*spot));
        both.extend(same.map(|other| spot | other).max());
    }
    both
}
