//! Which listings hold the words, and how well.
//!
//! A word counts by the best field it is found in. The score never looks at popularity.

use super::phrase::standing;
use super::plan::{Piece, Token, pieces, tokens};
use crate::Index;
use crate::index::listed;
use crate::terms::Term;
use scan::{FIELD_BITS, Field, Match, Scores, narrowed, union};
use sorting::{arranged, places};

/// Something to find: any of these ways will do, each some tokens one behind the other.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub(crate) ways: Vec<Vec<Token>>,
}

impl Sought {
    /// A term as it stands.
    pub(crate) fn literal(term: &Term) -> Self {
        Self {
            ways: vec![tokens(&term.needle, term.prefix)],
        }
    }
}

/// What is sought, looked up: the pieces of every way, the rarest first.
struct Asked {
    ways: Vec<Vec<Piece>>,
}

impl Asked {
    fn new(index: &Index, sought: &Sought) -> Self {
        let way = |tokens: &Vec<Token>| {
            let pieces = pieces(index, tokens, tokens.len() > 1);
            let size = |place| pieces.get(place).map(Piece::size);
            let order = places(pieces.len(), &mut |a, b| size(a).cmp(&size(b)));
            arranged(pieces, &order)
        };
        Self {
            ways: sought.ways.iter().map(way).collect(),
        }
    }

    /// About how long it takes: one token by its list, several by the shortest. What needs
    /// places is looked at last, when the others have left little to look at.
    fn key(&self) -> (bool, usize) {
        let shortest = |way: &Vec<Piece>| way.first().map_or(0, Piece::size);
        let needs_places = self.ways.iter().any(|way| way.len() > 1);
        (needs_places, self.ways.iter().map(shortest).sum())
    }

    /// The listings that hold the term, of those in `scope`, with the fields.
    fn holding(&self, index: &Index, scope: Option<&[Match]>) -> Vec<u32> {
        let scope: Option<Vec<u32>> = scope.map(|found| {
            let entry = |hit: &Match| hit.doc << FIELD_BITS;
            found.iter().map(entry).collect()
        });
        let mut ways = self.ways.iter().map(|way| {
            if let [piece] = &way[..] {
                return listed(index, &piece.terms, scope.as_deref());
            }
            let pieces: Vec<&Piece> = way.iter().collect();
            standing(index, &pieces, scope.as_deref())
        });
        let first = ways.next().unwrap_or_default();
        ways.fold(first, |held, others| union(&held, &others))
    }
}

/// The listings that hold every included term and no excluded one, in index order, with the
/// weights of their fields; `None` if nothing was asked, so that all do.
pub(crate) fn select(index: &Index, include: &[Sought], exclude: &[Sought]) -> Option<Vec<Match>> {
    select_by(index, include, exclude, &scores(&|_| 0))
}

/// The same with other scores for what entries say.
pub(crate) fn select_by(
    index: &Index,
    include: &[Sought],
    exclude: &[Sought],
    scores: &Scores,
) -> Option<Vec<Match>> {
    let look_up = |all: &[Sought]| all.iter().map(|sought| Asked::new(index, sought)).collect();
    let (asked, excluded): (Vec<Asked>, Vec<Asked>) = (look_up(include), look_up(exclude));
    let key = |place| asked.get(place).map(Asked::key);
    let order = places(asked.len(), &mut |a, b| key(a).cmp(&key(b)));
    let mut found: Option<Vec<Match>> = None;
    for asked in arranged(asked, &order) {
        let entries = asked.holding(index, found.as_deref());
        found = Some(narrowed(found, &entries, scores));
    }
    for asked in excluded {
        let all = || (0..index.size() as u32).map(|doc| Match { doc, score: 0 });
        let mut left = found.unwrap_or_else(|| all().collect());
        let held = asked.holding(index, Some(&left));
        let mut held = held.iter().map(|entry| entry >> FIELD_BITS).peekable();
        left.retain(|hit| {
            while held.next_if(|doc| *doc < hit.doc).is_some() {}
            held.next_if(|doc| *doc == hit.doc).is_none()
        });
        found = Some(left);
    }
    found
}

/// The weight of its best field for all that an entry can say, and `more`.
pub(super) fn scores(more: &dyn Fn(u32) -> u32) -> Scores {
    std::array::from_fn(|entry| Field::best(entry as u8).weight() + more(entry as u32))
}
