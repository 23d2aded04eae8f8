//! Phrases and their numbers, as a file has them.

use crate::{number_into, read_number};

/// Most bytes of one phrase: a number stands for so many at most.
pub(super) const LONGEST: usize = 128;

/// Phrases, by their numbers.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    text: Vec<u8>,
    /// Where each ends in the text.
    ends: Vec<u32>,
}

impl Phrases {
    /// Reads what [`Phrases::write`] wrote. Bytes that end early end it.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut phrases = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let len = read_number(bytes, &mut at) as usize;
            let Some(phrase) = bytes.get(at..).and_then(|rest| rest.get(..len)) else {
                break;
            };
            at += len;
            phrases.push(phrase.get(..LONGEST).unwrap_or(phrase));
        }
        phrases
    }

    /// Every phrase, its length before it.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for number in 0..self.ends.len() {
            let phrase = self.get(number).unwrap_or_default();
            number_into(&mut out, phrase.len() as u32);
            out.extend_from_slice(phrase);
        }
        out
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none, so that text is written as it is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text that is written as `numbers`. `None` if one of them means nothing, or there are
    /// more than `most` bytes.
    #[must_use]
    pub fn text(&self, numbers: &[u8], most: usize) -> Option<Vec<u8>> {
        let mut text = Vec::with_capacity(numbers.len().saturating_mul(4).min(most));
        let mut at = 0;
        while at < numbers.len() {
            let phrase = self.get(read_number(numbers, &mut at) as usize)?;
            if text.len() + phrase.len() > most {
                return None;
            }
            text.extend_from_slice(phrase);
        }
        Some(text)
    }

    pub(super) fn push(&mut self, phrase: &[u8]) {
        self.text.extend_from_slice(phrase);
        self.ends.push(self.text.len() as u32);
    }

    pub(super) fn get(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)? as usize;
        let before = number.checked_sub(1).and_then(|n| self.ends.get(n));
        self.text.get(before.map_or(0, |end| *end as usize)..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::{Coder, learn};

    #[test]
    fn text_comes_back_whatever_phrases_were_learnt_from() {
        let texts: Vec<String> = (0..200)
            .map(|n| format!("{{\"id\":\"b{n}\",\"title\":\"语音数据 {}\"}}", n % 7))
            .collect();
        let samples: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
        for samples in [&samples[..], &samples[..1], &[]] {
            let phrases = Phrases::read(&learn(samples, 1_000).write());
            let coder = Coder::new(&phrases);
            let every: Vec<u8> = (0..=255).collect();
            let others = [&every[..], b"", "{\"id\":\"另\"}".as_bytes()];
            for text in samples.iter().copied().chain(others) {
                let mut numbers = Vec::new();
                coder.code(text, &mut numbers);
                assert_eq!(phrases.text(&numbers, 1_000).as_deref(), Some(text));
            }
        }
    }

    #[test]
    fn what_stands_everywhere_takes_hardly_any_room() {
        let texts: Vec<String> = (0..500)
            .map(|n| format!("{{\"id\":{n},\"status\":\"listed\",\"publisher\":\"x\"}}"))
            .collect();
        let samples: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
        let coder = Coder::new(&learn(&samples, 1_000));
        let mut numbers = Vec::new();
        samples
            .iter()
            .for_each(|text| coder.code(text, &mut numbers));
        assert!(numbers.len() < 500 * 5, "{}", numbers.len());
    }

    #[test]
    fn damaged_phrases_and_numbers_mean_nothing_and_take_no_room() {
        let phrases = Phrases::read(&[2, b'a', b'b', 1, b'c', 200, b'd']);
        assert_eq!(phrases.text(&[0, 1], 3), Some(b"abc".to_vec()));
        assert_eq!(phrases.text(&[0, 1], 2), None);
        assert_eq!(phrases.text(&[2], 9), None);
        assert_eq!(phrases.text(&[0x80], 9).as_deref(), Some(&b"ab"[..]));
        assert!(Phrases::read(&[0xFF; 9]).is_empty());
    }
}
