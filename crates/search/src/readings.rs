//! Chinese titles as they are read: tokens for syllables and for initials, two neighbours at a
//! time as for characters, told from words by a first byte that no text has.

use crate::find::Token;
use crate::index::Part;
use hanzi::{pinyin_between, spellings};
use scan::is_unspaced;

/// What tokens of syllables begin with.
const SYLLABLE: char = '\u{1}';
/// What tokens of initials begin with.
const INITIAL: char = '\u{2}';

/// Hands out the tokens of a folded title, each with whether a new stretch begins with it:
/// first all syllables, then all initials.
pub(crate) fn each_reading(title: &str, emit: &mut dyn FnMut(&str, bool)) {
    let mut stretches: Vec<Vec<&'static str>> = vec![Vec::new()];
    let mut before = None;
    let mut rest = title.chars().peekable();
    while let Some(c) = rest.next() {
        let reading = match is_unspaced(c) {
            true => pinyin_between(before, c, rest.peek().copied()),
            false => None,
        };
        match (reading, stretches.last_mut()) {
            (Some(reading), Some(open)) => open.push(reading),
            (None, Some(open)) if !open.is_empty() => stretches.push(Vec::new()),
            _ => {}
        }
        before = Some(c);
    }
    let mut token = String::new();
    for sign in [SYLLABLE, INITIAL] {
        for stretch in &stretches {
            for (place, reading) in stretch.iter().enumerate() {
                let next = stretch.get(place + 1).copied();
                write(sign, reading, next, &mut token);
                emit(&token, place == 0);
            }
        }
    }
}

/// The token of one reading and the next.
fn write(sign: char, reading: &str, next: Option<&str>, token: &mut String) {
    token.clear();
    token.push(sign);
    if sign == INITIAL {
        let initials = [Some(reading), next].into_iter().flatten();
        token.extend(initials.filter_map(|reading| reading.chars().next()));
        return;
    }
    token.push_str(reading);
    if let Some(next) = next {
        token.push(' ');
        token.push_str(next);
    }
}

/// The ways to find a word in small Latin letters as a reading of characters that stand side by
/// side in a title. None if it is no reading.
pub(crate) fn ways(word: &str) -> Vec<Vec<Token>> {
    let ways = spellings(word).into_iter().filter_map(|parts| {
        let but_last = parts.len().saturating_sub(1);
        let sign = match parts.iter().take(but_last).all(|part| part.whole) {
            true => SYLLABLE,
            false => INITIAL,
        };
        let letters: Vec<&str> = parts.iter().map(|part| part.letters).collect();
        let mut text = String::new();
        if let [one] = letters[..] {
            // One letter reads as half of all titles.
            let is_told = one.len() > 1;
            write(sign, one, None, &mut text);
            return is_told.then(|| vec![token(text, 0, Part::Beginning)]);
        }
        let pairs = letters.windows(2).enumerate().filter_map(|(place, pair)| {
            let mut text = String::new();
            write(sign, pair.first()?, pair.get(1).copied(), &mut text);
            let is_last = place + 2 == letters.len() && sign == SYLLABLE;
            let part = if is_last {
                Part::Beginning
            } else {
                Part::Whole
            };
            Some(token(text, place as u32, part))
        });
        Some(pairs.collect())
    });
    ways.collect()
}

/// Whether a folded name, from some character on, is read as `word`, or its initials are.
pub(crate) fn is_read_as(name: &str, word: &str) -> bool {
    let ways = ways(word);
    if ways.is_empty() || !name.contains(is_unspaced) {
        return false;
    }
    let mut tokens: Vec<(String, bool)> = Vec::new();
    each_reading(name, &mut |token, starts| {
        tokens.push((token.to_owned(), starts))
    });
    let stands = |at: usize, way: &Vec<Token>| {
        way.iter().enumerate().all(|(step, wanted)| {
            let Some((token, starts)) = tokens.get(at + step) else {
                return false;
            };
            let is_it = match wanted.part {
                Part::Whole => *token == wanted.text,
                Part::Beginning => token.starts_with(&wanted.text),
            };
            is_it && (step == 0 || !starts)
        })
    };
    (0..tokens.len()).any(|at| ways.iter().any(|way| stands(at, way)))
}

const fn token(text: String, offset: u32, part: Part) -> Token {
    Token { text, offset, part }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read_in_stretches_two_characters_at_a_time() {
        let mut shown = String::new();
        each_reading("api语音数据 上海", &mut |token, starts| {
            shown.push_str(if starts { " | " } else { ", " });
            shown.push_str(token);
        });
        assert_eq!(
            shown.replace('\u{1}', "").replace('\u{2}', "="),
            " | yu yin, yin shu, shu ju, ju | shang hai, hai | =yy, =ys, =sj, =j | =sh, =h"
        );
    }

    #[test]
    fn a_word_is_read_as_syllables_or_initials() {
        for (word, expected) in [
            ("yuyin", "yu yin*@0"),
            ("yuy", "yu y*@0"),
            ("yuyinshuju", "yu yin@0 yin shu@1 shu ju*@2"),
            ("y", ""),
        ] {
            let shown = |way: &Vec<Token>| {
                let tokens = way.iter().map(|token| {
                    let star = if token.part == Part::Beginning {
                        "*"
                    } else {
                        ""
                    };
                    format!("{}{star}@{}", token.text, token.offset)
                });
                tokens.collect::<Vec<_>>().join(" ").replace('\u{1}', "")
            };
            let all = ways(word);
            assert_eq!(
                all.first().map(shown).unwrap_or_default(),
                expected,
                "{word}"
            );
        }
        let yy = ways("yy");
        assert!(
            yy.iter()
                .any(|way| way.iter().any(|token| token.text == "\u{2}yy"))
        );
    }
}
