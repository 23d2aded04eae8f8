//! What was found so far, narrowed by the entries of what else must be held.

use crate::Match;
use crate::blocks::advance;
use crate::list::FIELD_BITS;

/// A score for all that the lowest bits of an entry can say.
pub type Scores = [u32; 1 << FIELD_BITS];

/// What of `found`, or of all, is among `entries`, with what these score besides.
#[inline(never)]
#[must_use]
pub fn narrowed(found: Option<Vec<Match>>, entries: &[u32], scores: &Scores) -> Vec<Match> {
    let bits = (1 << FIELD_BITS) - 1;
    let score = |entry: u32| scores.get((entry & bits) as usize).copied().unwrap_or(0);
    let Some(mut found) = found else {
        let hit = |entry: &u32| Match {
            doc: entry >> FIELD_BITS,
            score: score(*entry),
        };
        return entries.iter().map(hit).collect();
    };
    let mut at = 0;
    found.retain_mut(|hit| {
        advance(entries, &mut at, hit.doc << FIELD_BITS);
        match entries.get(at) {
            Some(entry) if entry >> FIELD_BITS == hit.doc => {
                hit.score += score(*entry);
                true
            }
            _ => false,
        }
    });
    found
}
