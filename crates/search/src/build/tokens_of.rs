//! What stands in every listing, word by word: the stream from which lists and places are made
//! once it is known in which order the listings stand.

use scan::{ENDS, Field, READ, STARTS, Vocabulary, written};

/// The words of all listings, in the order in which they came, each as `scan` packs it.
#[derive(Debug, Default)]
pub(crate) struct Words {
    words: Vec<u32>,
    /// Where the words of each listing end.
    ends: Vec<u32>,
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
        self.ends.push(self.words.len() as u32);
    }

    /// How long the text of one listing is: words by eights, 255 at most.
    pub(crate) fn length(&self, listing: usize) -> u8 {
        u8::try_from(written(self.of(listing)) / 8).unwrap_or(u8::MAX)
    }

    /// The words of one listing.
    pub(crate) fn of(&self, listing: usize) -> &[u32] {
        let end = |listing: usize| self.ends.get(listing).map_or(0, |end| *end as usize);
        let start = listing.checked_sub(1).map_or(0, end);
        self.words.get(start..end(listing)).unwrap_or_default()
    }

    /// The words of all listings, one behind the other.
    pub(crate) fn all(&self) -> &[u32] {
        &self.words
    }
}
