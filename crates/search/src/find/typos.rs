//! Latin words one letter away from what was typed: a letter missing, added, changed, or
//! two side by side exchanged. The first letter is taken as typed.

use crate::Index;
use crate::index::Part;
use crate::terms::{Term, Terms};

/// Fewest letters of a word that is put right: shorter ones are one letter from anything.
const LEAST: usize = 4;
/// Most letters.
const MOST: usize = 24;

/// The words with those put right that are nowhere; `None` if there is nothing to put right,
/// or nothing to put in its place.
pub(crate) fn corrected(indexes: &[Index], terms: &Terms) -> Option<Terms> {
    let mut better = terms.clone();
    let mut any = false;
    for term in &mut better.include {
        let is_word = (LEAST..=MOST).contains(&term.needle.len())
            && term.needle.bytes().all(|byte| byte.is_ascii_lowercase());
        let part = if term.prefix {
            Part::Beginning
        } else {
            Part::Whole
        };
        if term.quoted || !is_word || docs(indexes, &term.needle, part) > 0 {
            continue;
        }
        let word = nearest(indexes, &term.needle)?;
        *term = Term {
            needle: word,
            prefix: false,
            quoted: false,
        };
        any = true;
    }
    if !any {
        return None;
    }
    let mut needles = better.include.iter().map(|term| term.needle.as_str());
    better.whole = catalog::parse::joined(&mut needles, " ");
    Some(better)
}

/// In how many listings of all sources a word is.
fn docs(indexes: &[Index], word: &str, part: Part) -> u64 {
    let of = |index: &Index| {
        let mut sum = 0;
        index.each_term(word.as_bytes(), part, &mut |_, entry| {
            sum += u64::from(entry.docs);
            true
        });
        sum
    };
    indexes.iter().map(of).sum()
}

/// The word one letter away that most listings have; of equal ones the first by its letters.
fn nearest(indexes: &[Index], word: &str) -> Option<String> {
    let mut best: Option<(u64, String)> = None;
    each_near(word, &mut |near| {
        let docs = docs(indexes, near, Part::Whole);
        let is_better = match &best {
            None => docs > 0,
            Some((most, first)) => docs > *most || docs == *most && near < first.as_str(),
        };
        if is_better {
            best = Some((docs, near.to_owned()));
        }
    });
    best.map(|(_, word)| word)
}

/// Hands out every word one letter away; some twice.
fn each_near(word: &str, each: &mut dyn FnMut(&str)) {
    let letters = || (b'a'..=b'z').map(char::from);
    let mut near = String::with_capacity(word.len() + 1);
    for at in 1..=word.len() {
        let (Some(before), Some(after)) = (word.get(..at), word.get(at..)) else {
            continue;
        };
        let mut put = |middle: &str, rest: Option<&str>| {
            if let Some(rest) = rest {
                near.clear();
                near.push_str(before);
                near.push_str(middle);
                near.push_str(rest);
                each(&near);
            }
        };
        put("", after.get(1..));
        for letter in letters() {
            let mut letter_text = [0; 4];
            let letter = &*letter.encode_utf8(&mut letter_text);
            put(letter, Some(after));
            put(letter, after.get(1..));
        }
        if let (Some(first), Some(second)) = (after.get(..1), after.get(1..2)) {
            put(&format!("{second}{first}"), after.get(2..));
        }
    }
    if let (Some(first), Some(second), Some(rest)) = (word.get(..1), word.get(1..2), word.get(2..))
    {
        each(&format!("{second}{first}{rest}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_one_letter_away_are_all_handed_out() {
        let mut near = Vec::new();
        each_near("spech", &mut |word| near.push(word.to_owned()));
        for word in ["speech", "spec", "spach", "psech", "sepch", "spechs"] {
            assert!(near.iter().any(|known| known == word), "{word}");
        }
        assert!(!near.iter().any(|known| known == "pech"));
    }
}
