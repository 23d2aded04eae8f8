//! The keys of a file's objects and which of them follow which: what comes next is compared
//! with the key that most likely stands there, and looked up only where it is another one.

use std::collections::HashMap;

use super::lex::plain_end;

/// How many keys are passed over before one is looked up by its name. Objects of which each
/// leaves some keys out, or has them in another order, are found by a few comparisons.
const MOST_STEPS: usize = 16;

/// Stands before the first key of an object.
pub(super) const BEFORE: usize = 0;

/// All keys so far, each by a number.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    known: Vec<Known>,
    numbers: HashMap<String, usize>,
}

/// A key and what is known of it.
#[derive(Clone, Debug)]
struct Known {
    key: String,
    column: usize,
    /// The key between quotation marks, in words of which the masks say what counts; none if it
    /// is not written as it is.
    words: Vec<[u64; 2]>,
    /// Its length with the quotation marks.
    long: usize,
    /// The key that followed it last.
    last: usize,
    /// The key that is behind it in a ring of all: a new one is put behind the one that it
    /// followed, so that the ring has the order in which objects have them.
    next: usize,
}

impl Default for Keys {
    fn default() -> Self {
        let before = Known {
            key: String::new(),
            column: usize::MAX,
            words: Vec::new(),
            long: 0,
            last: BEFORE,
            next: BEFORE,
        };
        Self {
            known: vec![before],
            numbers: HashMap::new(),
        }
    }
}

impl Keys {
    /// The number and the column of a key that stands behind another one of its object.
    pub(super) fn find(&mut self, key: &str, behind: usize) -> Option<(usize, usize)> {
        let last = self.known.get(behind)?.last;
        if let Some(known) = self.known.get(last).filter(|_| last != BEFORE)
            && known.key == key
        {
            return Some((last, known.column));
        }
        let number = *self.numbers.get(key)?;
        self.follow(behind, number);
        Some((number, self.known.get(number)?.column))
    }

    /// Adds a key that is met behind another one: its number.
    pub(super) fn add(&mut self, key: &str, column: usize, behind: usize) -> usize {
        let number = self.known.len();
        let mut next = BEFORE;
        if let Some(behind) = self.known.get_mut(behind) {
            next = std::mem::replace(&mut behind.next, number);
            behind.last = number;
        }
        self.known.push(Known {
            key: key.to_owned(),
            column,
            words: words(key),
            long: key.len() + 2,
            last: next,
            next,
        });
        self.numbers.insert(key.to_owned(), number);
        number
    }

    /// Notes that a key came behind another one.
    fn follow(&mut self, behind: usize, number: usize) {
        if let Some(known) = self.known.get_mut(behind) {
            known.last = number;
        }
    }

    /// The key in quotation marks that stands at a place of a text, behind the key `behind` of
    /// its object: its number, its column, and the place behind it. `None` for one that is not
    /// known or not written as it is.
    #[inline]
    pub(super) fn take(
        &mut self,
        text: &str,
        at: usize,
        behind: usize,
    ) -> Option<(usize, usize, usize)> {
        let rest = text.as_bytes().get(at..)?;
        let number = self.known.get(behind)?.last;
        let known = self.known.get(number)?;
        if known.begins(rest) {
            return Some((number, known.column, at + known.long));
        }
        let (number, long) = self.search(text.get(at..)?, behind)?;
        self.follow(behind, number);
        Some((number, self.known.get(number)?.column, at + long))
    }

    /// The same where another key came last time: its number, and its length with the marks.
    #[inline(never)]
    fn search(&self, text: &str, behind: usize) -> Option<(usize, usize)> {
        let mut number = behind;
        for _ in 0..MOST_STEPS.min(self.known.len()) {
            number = self.known.get(number)?.next;
            let known = self.known.get(number)?;
            if known.begins(text.as_bytes()) {
                return Some((number, known.long));
            }
        }
        let inside = text.strip_prefix('"')?;
        let (key, after) = inside.split_at_checked(plain_end(inside.as_bytes())?)?;
        let number = *self.numbers.get(key)?;
        after.starts_with('"').then_some((number, key.len() + 2))
    }
}

impl Known {
    /// Whether a text begins with the key in quotation marks. May miss it at the text's end.
    #[inline]
    fn begins(&self, text: &[u8]) -> bool {
        let (chunks, _) = text.as_chunks::<8>();
        let same = |(chunk, [word, mask]): (&[u8; 8], &[u64; 2])| {
            u64::from_le_bytes(*chunk) & mask == *word
        };
        !self.words.is_empty()
            && chunks.len() >= self.words.len()
            && chunks.iter().zip(&self.words).all(same)
    }
}

/// A key between quotation marks in words with their masks; nothing for one that cannot be
/// written as it is.
fn words(key: &str) -> Vec<[u64; 2]> {
    let quoted = format!("\"{key}\"");
    if plain_end(quoted.get(1..).unwrap_or_default().as_bytes()) != Some(key.len()) {
        return Vec::new();
    }
    let word = |chunk: &[u8]| {
        let (mut word, mut mask) = ([0; 8], [0; 8]);
        for ((word, mask), byte) in word.iter_mut().zip(&mut mask).zip(chunk) {
            (*word, *mask) = (*byte, 0xFF);
        }
        [u64::from_le_bytes(word), u64::from_le_bytes(mask)]
    };
    quoted.as_bytes().chunks(8).map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns of keys in an object, and how far they were taken.
    fn taken(keys: &mut Keys, texts: &[&str]) -> Vec<Option<usize>> {
        let mut behind = BEFORE;
        let mut take = |text: &&str| {
            let quoted = format!("\"{text}\": 1234567890123456789012345678901234567890");
            let (number, column, end) = keys.take(&quoted, 0, behind)?;
            assert_eq!(quoted.get(end..end + 1), Some(":"));
            behind = number;
            Some(column)
        };
        texts.iter().map(&mut take).collect()
    }

    #[test]
    fn keys_left_out_and_in_another_order_are_found() {
        let names: Vec<String> = (0..60)
            .map(|at| format!("{at} {}", "名".repeat(at % 7)))
            .collect();
        let mut keys = Keys::default();
        let mut behind = BEFORE;
        for (column, name) in names.iter().enumerate() {
            behind = keys.add(name, column, behind);
        }
        let mut check = |places: Vec<usize>| {
            let texts: Vec<&str> = places.iter().map(|at| names[*at].as_str()).collect();
            let expected: Vec<Option<usize>> = places.into_iter().map(Some).collect();
            assert_eq!(taken(&mut keys, &texts), expected);
        };
        check((0..60).collect());
        check((0..60).step_by(3).collect());
        check((0..60).rev().collect());
        check((0..60).map(|at| at * 37 % 60).collect());
        check(vec![5, 5, 59, 0]);
        check((0..60).collect());
    }

    #[test]
    fn keys_that_are_not_known_or_not_plain_are_not_found() {
        let mut keys = Keys::default();
        let mut behind = BEFORE;
        for (column, name) in ["a", "ab", "a\"b", "a\\", "", "长长长长长长"]
            .iter()
            .enumerate()
        {
            behind = keys.add(name, column, behind);
        }
        assert_eq!(
            taken(&mut keys, &["ab", "a", "", "长长长长长长", "abc", "长长"]),
            [Some(1), Some(0), Some(4), Some(5), None, None]
        );
        for text in ["a", "\"", "\"a", "\"a\\\"b\":1", "\"a\\\\\":1", "", "x"] {
            assert_eq!(keys.take(text, 0, BEFORE), None, "{text}");
        }
    }
}
