//! What stands in every listing, word by word: the stream from which lists and places are made
//! once it is known in which order the listings stand.

use scan::{ENDS, Field, READ, STARTS, Vocabulary, renumber, written};

/// The words of all listings, in the order in which they came, each as `scan` packs it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    words: Vec<u32>,
    /// Where the words of each listing end.
    ends: Vec<u32>,
    /// How long the text of each listing is: words by eights, 255 at most.
    lengths: Vec<u8>,
}

impl Words {
    /// Adds one folded text of the open listing.
    pub(crate) fn text(&mut self, folded: &str, field: Field, vocabulary: &mut Vocabulary) {
        vocabulary.numbers(folded, [field.bits(), STARTS, ENDS], &mut self.words);
    }

    /// Adds a token of the open listing's titles that is not written there, such as how it is
    /// read. `starts`: it does not stand behind the one before.
    pub(crate) fn token(&mut self, token: &str, starts: bool, vocabulary: &mut Vocabulary) {
        let starts = if starts { STARTS } else { 0 };
        self.words
            .push(vocabulary.number(token.as_bytes()) | READ | starts);
    }

    /// Ends the open listing.
    pub(crate) fn close(&mut self) {
        let start = self.ends.last().map_or(0, |end| *end as usize);
        let written = written(self.words.get(start..).unwrap_or_default());
        self.lengths
            .push(u8::try_from(written / 8).unwrap_or(u8::MAX));
        self.ends.push(self.words.len() as u32);
    }

    /// How long the text of one listing is.
    pub(crate) fn length(&self, listing: usize) -> u8 {
        self.lengths.get(listing).copied().unwrap_or(0)
    }

    /// The words of one listing.
    pub(crate) fn of(&self, listing: usize) -> &[u32] {
        let end = |listing: usize| self.ends.get(listing).map_or(0, |end| *end as usize);
        let start = listing.checked_sub(1).map_or(0, end);
        self.words.get(start..end(listing)).unwrap_or_default()
    }

    /// How many words there are.
    pub(crate) const fn len(&self) -> usize {
        self.words.len()
    }

    /// Gives every term another number; how many words each has.
    pub(crate) fn renumber(&mut self, numbers: &[u32]) -> Vec<u32> {
        renumber(&mut self.words, numbers)
    }
}
