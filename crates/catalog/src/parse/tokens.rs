//! A price text cut into numbers and known words. What is neither is kept as text.

use super::decimal::{decimal, shift};
use super::lexicon::{Word, longest};

/// One piece of a price text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A decimal in the schema's form; a 万 behind it is not yet applied.
    Number(String),
    Word(Word),
    /// Anything else, white space and brackets left out.
    Text(String),
}

/// Cuts a folded text into tokens.
pub(super) fn tokens(folded: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut rest, mut before) = (folded, None);
    while let Some(c) = rest.chars().next() {
        let taken = match number(rest, &found) {
            Some((value, length)) => {
                found.push(Token::Number(value));
                length
            }
            None => match longest(rest, before).filter(|(word, _)| fits(*word, &found)) {
                Some((word, length)) => {
                    found.push(Token::Word(word));
                    length
                }
                None => {
                    push_text(&mut found, c);
                    c.len_utf8()
                }
            },
        };
        let (done, left) = rest.split_at_checked(taken).unwrap_or((rest, ""));
        before = done.chars().next_back();
        rest = left;
    }
    found
}

/// A power of ten and a coin mean something behind a number only; 万 also begins names.
fn fits(word: Word, before: &[Token]) -> bool {
    let behind_number = matches!(
        before.last(),
        Some(Token::Number(_) | Token::Word(Word::Times(_)))
    );
    !matches!(word, Word::Times(_) | Word::Coin(_)) || behind_number
}

fn push_text(found: &mut Vec<Token>, c: char) {
    if c.is_whitespace() || "()[]{}<>【】《》“”\"'=.".chars().any(|known| known == c) {
        return;
    }
    match found.last_mut() {
        Some(Token::Text(text)) => text.push(c),
        _ => found.push(Token::Text(c.to_string())),
    }
}

/// The number at the start of `text` and its length in bytes: ASCII digits with group
/// separators, or one Chinese digit that a power of ten or a currency follows.
fn number(text: &str, before: &[Token]) -> Option<(String, usize)> {
    let length = digits(text);
    if length > 0 {
        return text
            .get(..length)
            .and_then(decimal)
            .map(|value| (value, length));
    }
    let c = text.chars().next()?;
    let value = match c {
        '十' => "10",
        '两' => "2",
        '半' => return None,
        _ => {
            let at = "零一二三四五六七八九"
                .chars()
                .position(|digit| digit == c)?;
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].get(at)?
        }
    };
    let next = text.get(c.len_utf8()..)?;
    let (word, _) = longest(next, Some(c))?;
    let counts = matches!(word, Word::Times(_) | Word::Yuan | Word::Currency(_))
        || matches!(word, Word::Unit(_)) && matches!(before.last(), Some(Token::Word(Word::Per)));
    counts.then(|| (value.to_owned(), c.len_utf8()))
}

/// Length in bytes of the run of digits, with `,` before groups of three and one point.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut point) = (0, false);
    loop {
        match bytes.get(at) {
            Some(b) if b.is_ascii_digit() => at += 1,
            Some(b'.') if !point && digit(at + 1) => {
                point = true;
                at += 1;
            }
            Some(b',') if at > 0 && !point && (1..4).all(|n| digit(at + n)) && !digit(at + 4) => {
                at += 1;
            }
            _ => return at,
        }
    }
}

/// `value` with the powers of ten and the coin that stand behind it applied; also how many
/// tokens that took, and the sum of the powers of ten.
pub(super) fn scaled(value: &str, behind: &[Token]) -> (String, usize, i32) {
    let (mut scaled, mut taken, mut power) = (value.to_owned(), 0, 0);
    while let Some(Token::Word(Word::Times(places))) = behind.get(taken) {
        scaled = shift(&scaled, *places);
        power += places;
        taken += 1;
    }
    if power == 0
        && let Some(Token::Word(Word::Coin(places))) = behind.get(taken)
    {
        // `分` is also the start of `分钟`, which the lexicon prefers because it is longer.
        scaled = shift(&scaled, *places);
    }
    (scaled, taken, power)
}
