//! The words of listings, one in 32 bits: its term, the field, and whether it begins or ends a
//! text; and how they are laid out term by term.

use crate::Field;

const TERM_BITS: u32 = 28;
/// In the place of a field: how a title is read. Counts as the title.
const READING: u32 = 3;
/// The bits of a word that is not written in a title, but is how it is read.
pub const READ: u32 = READING << TERM_BITS;
/// The bit of a word that a text begins with, or that does not stand behind the one before.
pub const STARTS: u32 = 1 << 30;
/// The bit of a word that a text ends with.
pub const ENDS: u32 = 1 << 31;

impl Field {
    /// The bits of a word that stands in it.
    #[must_use]
    pub const fn bits(self) -> u32 {
        (self as u32) << TERM_BITS
    }
}

/// One word where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct At {
    /// The number of the listing.
    pub doc: u32,
    /// Place, field, first of a text, last of a text.
    place: u32,
}

impl At {
    /// Place and field as they are written.
    #[must_use]
    pub const fn place_and_field(self) -> u32 {
        self.place >> 2
    }

    /// Place, first, last, of a word in a title.
    #[must_use]
    pub const fn title(self) -> u32 {
        self.place >> 4 << 2 | self.place & 3
    }

    /// The number of its field.
    #[must_use]
    pub const fn field(self) -> u32 {
        self.place >> 2 & 3
    }
}

const fn term(word: u32) -> usize {
    (word & ((1 << TERM_BITS) - 1)) as usize
}

/// The number of the field that a word counts in.
const fn counts_in(word: u32) -> u32 {
    match word >> TERM_BITS & 3 {
        READING => Field::Title as u32,
        field => field,
    }
}

/// How many of `words` stand there, and are not only how a title is read.
#[must_use]
pub fn written(words: &[u32]) -> usize {
    let is_written = |word: &&u32| **word & READ != READ;
    words.iter().filter(is_written).count()
}

/// Gives every word the number of its term in `numbers`, and counts the words of each.
#[must_use]
pub fn renumber(words: &mut [u32], numbers: &[u32]) -> Vec<u32> {
    let mut counts = vec![0; numbers.len()];
    for word in words {
        let number = numbers.get(term(*word)).copied().unwrap_or(0);
        *word = *word >> TERM_BITS << TERM_BITS | number;
        if let Some(count) = counts.get_mut(number as usize) {
            *count += 1;
        }
    }
    counts
}

/// Puts every word of one listing into `all`, at the slot that is `next` for its term, of the
/// terms from `first` on; words of other terms nowhere. Places of two texts do not touch, so
/// that no phrase goes from one into the other.
pub fn lay_out(doc: u32, words: &[u32], first: u32, next: &mut [u32], all: &mut [At]) {
    let (mut place, mut field) = (0, 0);
    for word in words {
        let own = counts_in(*word);
        if own != field {
            (place, field) = (0, own);
        }
        place += u32::from(word & STARTS != 0);
        let term = (term(*word) as u32).wrapping_sub(first);
        if let Some(slot) = next.get_mut(term as usize) {
            let ends = word >> 29 & 2 | word >> 31;
            if let Some(at) = all.get_mut(*slot as usize) {
                let place = place << 4 | own << 2 | ends;
                *at = At { doc, place };
            }
            *slot += 1;
        }
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_laid_out_by_their_terms() {
        let words = [
            Field::Title.bits() | STARTS,
            Field::Title.bits() | ENDS | 1,
            READ | STARTS | 1,
            Field::Far.bits() | STARTS | ENDS,
        ];
        let mut renumbered = words;
        assert_eq!(renumber(&mut renumbered, &[1, 0]), [2, 2]);
        assert_eq!(renumbered.map(|word| word ^ 1), words);
        assert_eq!(written(&words), 3);
        let mut all = [At::default(); 4];
        lay_out(7, &words, 0, &mut [0, 2], &mut all);
        let shown = all.map(|at| (at.doc, at.title() >> 2, at.title() & 3, at.field()));
        let title = Field::Title as u32;
        let expected = [
            (7, 1, 2, title),
            (7, 1, 3, Field::Far as u32),
            (7, 2, 1, title),
            (7, 4, 2, title),
        ];
        assert_eq!(shown, expected);
        let mut none: [At; 0] = [];
        lay_out(7, &words, 2, &mut [0; 2], &mut none);
    }
}
