//! Folded text cut into what the index keeps lists for: every word; of a run of unspaced
//! characters every two neighbours, and the last one alone. So a word is one token, two
//! characters are one token, and one character is the beginning of tokens.

use crate::fold::is_unspaced;

/// What a character of folded text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Word,
    Run,
}

/// Kind and bytes of the character at byte `at`.
#[inline(always)]
fn kind(text: &str, byte: u8, at: usize) -> (Kind, usize) {
    match byte {
        b' ' | b'\n' => (Kind::Gap, 1),
        0..=0x7F => (Kind::Word, 1),
        // U+4000 to U+9FFF: nearly all of Chinese, told by one byte.
        0xE4..=0xE9 => (Kind::Run, 3),
        _ => rare(text, at),
    }
}

#[inline(never)]
fn rare(text: &str, at: usize) -> (Kind, usize) {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(c) if is_unspaced(c) => (Kind::Run, c.len_utf8()),
        Some(c) => (Kind::Word, c.len_utf8()),
        None => (Kind::Gap, 1),
    }
}

/// Hands out start and end of every token of `text`.
pub fn each_token(text: &str, emit: &mut dyn FnMut(usize, usize)) {
    tokens(text, &mut |start, end| emit(start, end));
}

/// The same, for loops of this crate.
#[inline(always)]
pub(crate) fn tokens(text: &str, emit: &mut impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    // Where the word that is being read began, and the last character of a run.
    let (mut word, mut last) = (None, None);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (kind, len) = kind(text, *byte, at);
        if kind != Kind::Word
            && let Some(start) = word.take()
        {
            emit(start, at);
        }
        if kind == Kind::Run {
            if let Some(start) = last.replace(at) {
                emit(start, at + len);
            }
        } else if let Some(start) = last.take() {
            emit(start, at);
        }
        if kind == Kind::Word && word.is_none() {
            word = Some(at);
        }
        at += len;
    }
    for start in word.into_iter().chain(last) {
        emit(start, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_whole_and_runs_by_twos() {
        for (text, tokens) in [
            ("", ""),
            ("speech data 2021", "speech|data|2021"),
            ("语音数据", "语音|音数|数据|据"),
            ("语 api数据x", "语|api|数据|据|x"),
            ("привет\n世界 the", "привет|世界|界|the"),
            ("ひらがな", "ひら|らが|がな|な"),
        ] {
            let mut found = Vec::new();
            each_token(text, &mut |start, end| found.push(&text[start..end]));
            assert_eq!(found.join("|"), tokens, "{text}");
        }
    }
}
