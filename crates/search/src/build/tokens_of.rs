//! What stands in every listing, word by word: the stream from which lists and places are made
//! once it is known in which order the listings stand.

use scan::Field;
use scan::Vocabulary;
use scan::each_token;

/// One word of a listing in 32 bits: its term, the field, and whether it begins or ends a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word(u32);

const TERM_BITS: u32 = 28;
/// In the place of a field: how a title is read. Counts as the title.
const READING: u32 = 3;
const STARTS: u32 = 1 << 30;
const ENDS: u32 = 1 << 31;

impl Word {
    fn new(term: u32, field: u32, starts: bool, ends: bool) -> Self {
        let field = field << TERM_BITS;
        let starts = if starts { STARTS } else { 0 };
        let ends = if ends { ENDS } else { 0 };
        Self(term & ((1 << TERM_BITS) - 1) | field | starts | ends)
    }

    /// The number of its term.
    pub(crate) const fn term(self) -> usize {
        (self.0 & ((1 << TERM_BITS) - 1)) as usize
    }

    /// The number of its field, or [`READING`].
    const fn field(self) -> u32 {
        self.0 >> TERM_BITS & 3
    }

    /// The field that it counts in.
    pub(crate) const fn counts_in(self) -> u32 {
        match self.field() {
            READING => Field::Title as u32,
            field => field,
        }
    }

    /// Whether it is the first of a text.
    pub(crate) const fn starts(self) -> bool {
        self.0 & STARTS != 0
    }

    /// Whether it stands there, and is not only how a title is read.
    const fn is_written(self) -> bool {
        self.field() != READING
    }

    /// Whether a text ends with it.
    pub(crate) const fn ends(self) -> bool {
        self.0 & ENDS != 0
    }
}

/// The words of all listings, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct Words {
    words: Vec<Word>,
    /// Where the words of each listing end.
    ends: Vec<u32>,
}

impl Words {
    /// Adds one folded text of the open listing.
    pub(crate) fn text(&mut self, folded: &str, field: Field, vocabulary: &mut Vocabulary) {
        let mut starts = true;
        each_token(folded, &mut |start, end| {
            let token = folded.as_bytes().get(start..end).unwrap_or_default();
            let term = vocabulary.number(token);
            let ends = end == folded.len();
            self.words.push(Word::new(term, field as u32, starts, ends));
            starts = false;
        });
    }

    /// Adds a token of the open listing's titles that is not written there, such as how it is
    /// read. `starts`: it does not stand behind the one before.
    pub(crate) fn token(&mut self, token: &str, starts: bool, vocabulary: &mut Vocabulary) {
        let term = vocabulary.number(token.as_bytes());
        self.words.push(Word::new(term, READING, starts, false));
    }

    /// Ends the open listing.
    pub(crate) fn close(&mut self) {
        self.ends.push(self.words.len() as u32);
    }

    /// How long the text of one listing is: words by eights, 255 at most.
    pub(crate) fn length(&self, listing: usize) -> u8 {
        let written = self.of(listing).iter().filter(|word| word.is_written());
        u8::try_from(written.count() / 8).unwrap_or(u8::MAX)
    }

    /// The words of one listing.
    pub(crate) fn of(&self, listing: usize) -> &[Word] {
        let end = |listing: usize| self.ends.get(listing).map_or(0, |end| *end as usize);
        let start = listing.checked_sub(1).map_or(0, end);
        self.words.get(start..end(listing)).unwrap_or_default()
    }
}

/// Hands out every word of one listing with its place in its field. Places of two texts do not
/// touch, so that no phrase goes from one into the other.
pub(crate) fn each_place(words: &[Word], mut each: impl FnMut(Word, u32)) {
    let (mut place, mut field) = (0, 0);
    for word in words {
        if word.counts_in() != field {
            (place, field) = (0, word.counts_in());
        }
        place += u32::from(word.starts());
        each(*word, place);
        place += 1;
    }
}
