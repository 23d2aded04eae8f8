//! What must stand in a text that holds a term: tokens, each so far behind the first, and the
//! lists that the index has for them.

use crate::Index;
use crate::index::{Entry, Part};
use scan::each_token;
use scan::{is_unspaced, is_word};

/// A token of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Folded text.
    pub(crate) text: String,
    /// How many tokens behind the first one of the term.
    pub(crate) offset: u32,
    /// What of it must stand there.
    pub(crate) part: Part,
}

/// The tokens that stand wherever `needle` does, no others needed to tell. Runs may go on
/// before and behind it; with `prefix` a word at its end may go on too.
pub(crate) fn tokens(needle: &str, prefix: bool) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut offset = 0;
    each_token(needle, &mut |start, end| {
        let Some(text) = needle.get(start..end) else {
            return;
        };
        let at_end = end == needle.len();
        let alone = text.chars().nth(1).is_none();
        let in_pair = || {
            needle
                .get(..start)
                .is_some_and(|t| t.ends_with(is_unspaced))
        };
        let part = match text.starts_with(is_word) {
            true if at_end && prefix => Part::Beginning,
            // One character of a run begins pairs.
            false if alone && at_end => Part::Beginning,
            _ => Part::Whole,
        };
        // The last character of a run that may go on says no more than the pair before it.
        let is_said = !text.starts_with(is_word) && alone && at_end && in_pair();
        if !is_said {
            all.push(Token {
                text: text.to_owned(),
                offset,
                part,
            });
        }
        offset += 1;
    });
    all
}

/// A token with its lists.
#[derive(Debug)]
pub(crate) struct Piece {
    /// As in [`Token::offset`].
    pub(crate) offset: u32,
    /// The terms that will do.
    pub(crate) terms: Vec<Entry>,
}

impl Piece {
    /// About how long it takes to read.
    pub(crate) fn size(&self) -> usize {
        self.terms.iter().map(Entry::size).sum()
    }
}

/// The tokens looked up; `in_places`: it matters where they stand.
pub(crate) fn pieces(index: &Index, tokens: &[Token], in_places: bool) -> Vec<Piece> {
    let piece = |token: &Token| Piece {
        offset: token.offset,
        terms: match in_places {
            true => index.terms(&token.text, token.part),
            false => index.joined_terms(&token.text, token.part),
        },
    };
    tokens.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needle_is_told_by_few_tokens() {
        for (needle, prefix, expected) in [
            ("speech", false, "speech@0"),
            ("speech", true, "speech*@0"),
            ("covid 19", true, "covid@0 19*@1"),
            ("语", false, "语*@0"),
            ("语音", false, "语音@0"),
            ("语音数", false, "语音@0 音数@1"),
            ("语音数据", false, "语音@0 音数@1 数据@2"),
            ("语音数据x", true, "语音@0 音数@1 数据@2 据@3 x*@4"),
            ("语音 数据", false, "语音@0 音@1 数据@2"),
            ("数据 api", true, "数据@0 据@1 api*@2"),
            ("api 数", false, "api@0 数*@1"),
            ("x 数 y", false, "x@0 数@1 y@2"),
        ] {
            let shown: Vec<String> = (tokens(needle, prefix).iter())
                .map(|token| {
                    let star = if token.part == Part::Beginning {
                        "*"
                    } else {
                        ""
                    };
                    format!("{}{star}@{}", token.text, token.offset)
                })
                .collect();
            assert_eq!(shown.join(" "), expected, "{needle}");
        }
    }
}
