//! Bytes arrive in pieces, text leaves in pieces that end between characters.
//! Where nothing but ASCII came so far, the encoding is still open and decided later.

use std::borrow::Cow;

use crate::decoder::{Decoder, NoSuchEncoding};
use crate::encoding::{Decided, Encoding, decide};

/// How many bytes, from the first that is not ASCII on, an open encoding is decided from.
pub(crate) const WINDOW: usize = 64 * 1024;

/// Decodes one file.
#[derive(Debug)]
pub(crate) struct TextStream {
    pub(crate) encoding: Encoding,
    /// Only ASCII so far, and nobody said which encoding: later bytes may yet decide.
    open: bool,
    /// Whether the encoding was guessed.
    pub(crate) guessed: bool,
    /// Bytes that wait: for the rest of a character, or for enough of them to decide from.
    carry: Vec<u8>,
    /// A byte order mark may still come off.
    at_start: bool,
    /// How often U+FFFD had to stand for damage.
    pub(crate) damage: u64,
}

impl TextStream {
    /// A stream whose encoding was chosen by somebody, or decided on the head.
    pub(crate) fn new(decided: Decided, open: bool) -> Self {
        Self {
            encoding: decided.encoding,
            open,
            guessed: !decided.sure,
            carry: Vec::new(),
            at_start: true,
            damage: 0,
        }
    }

    /// Whether nothing but ASCII came, which reads the same in most encodings.
    pub(crate) fn is_ascii(&self) -> bool {
        self.open
    }

    /// Whether no byte waits here; a decoder of an older encoding keeps its own.
    pub(crate) fn is_between(&self) -> bool {
        self.carry.is_empty()
    }

    /// The same where no mark comes off, because the text begins in the middle of a file.
    pub(crate) fn onward(mut self) -> Self {
        self.at_start = false;
        self
    }

    /// The text of the next bytes.
    pub(crate) fn push<'a>(
        &mut self,
        bytes: &'a [u8],
        decoder: &mut dyn Decoder,
    ) -> Result<Cow<'a, str>, NoSuchEncoding> {
        if !self.open {
            return self.decode(bytes, false, decoder);
        }
        if self.carry.is_empty()
            && let (true, Ok(text)) = (bytes.is_ascii(), std::str::from_utf8(bytes))
        {
            self.at_start &= text.is_empty();
            return Ok(Cow::Borrowed(text));
        }
        self.carry.extend_from_slice(bytes);
        let ascii = self.carry.iter().take_while(|b| b.is_ascii()).count();
        if self.carry.len() - ascii >= WINDOW {
            return self.settle(ascii, false, decoder);
        }
        let text = self.carry.drain(..ascii).map(char::from).collect();
        Ok(Cow::Owned(text))
    }

    /// The text of what was kept back. `complete` tells the end of the file from a cut: what a
    /// cut leaves of a character is not damage and not shown.
    pub(crate) fn finish(
        &mut self,
        complete: bool,
        decoder: &mut dyn Decoder,
    ) -> Result<String, NoSuchEncoding> {
        let mut text = String::new();
        if self.open && !self.carry.is_empty() {
            let ascii = self.carry.iter().take_while(|b| b.is_ascii()).count();
            text = self.settle(ascii, complete, decoder)?.into_owned();
        }
        if complete {
            text.push_str(&self.decode(&[], true, decoder)?);
        }
        Ok(text)
    }

    /// Decides on the window that begins after `ascii` bytes, then decodes all that waits.
    fn settle(
        &mut self,
        ascii: usize,
        complete: bool,
        decoder: &mut dyn Decoder,
    ) -> Result<Cow<'static, str>, NoSuchEncoding> {
        self.open = false;
        let waiting = std::mem::take(&mut self.carry);
        let window = waiting.get(ascii..).unwrap_or_default();
        let whole = complete && window.len() <= WINDOW;
        let window = window.get(..WINDOW).unwrap_or(window);
        if let Some(decided) = decide(window, whole, None) {
            // UTF-16 cannot begin in the middle, so only encodings that contain ASCII count.
            if !matches!(decided.encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
                self.encoding = decided.encoding;
                self.guessed = !decided.sure;
            }
        }
        self.decode(&waiting, false, decoder)
            .map(|text| Cow::Owned(text.into_owned()))
    }

    fn decode<'a>(
        &mut self,
        bytes: &'a [u8],
        last: bool,
        decoder: &mut dyn Decoder,
    ) -> Result<Cow<'a, str>, NoSuchEncoding> {
        let text = match self.encoding {
            Encoding::Utf8 => self.utf8(bytes, last),
            Encoding::Utf16Le => Cow::Owned(self.utf16(bytes, last, u16::from_le_bytes)),
            Encoding::Utf16Be => Cow::Owned(self.utf16(bytes, last, u16::from_be_bytes)),
            Encoding::Gb18030 | Encoding::Other(_) => {
                let mut text = String::new();
                decoder.decode(self.encoding.label(), bytes, last, &mut text)?;
                self.damage += text.matches('\u{FFFD}').count() as u64;
                Cow::Owned(text)
            }
        };
        Ok(self.without_mark(text))
    }

    fn without_mark<'a>(&mut self, text: Cow<'a, str>) -> Cow<'a, str> {
        if !self.at_start || text.is_empty() {
            return text;
        }
        self.at_start = false;
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
            Cow::Owned(mut text) => {
                if text.starts_with('\u{FEFF}') {
                    text.remove(0);
                }
                Cow::Owned(text)
            }
        }
    }

    fn utf8<'a>(&mut self, bytes: &'a [u8], last: bool) -> Cow<'a, str> {
        if self.carry.is_empty()
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Cow::Borrowed(text);
        }
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(bytes);
        let mut text = String::with_capacity(joined.len());
        let mut chunks = joined.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            text.push_str(chunk.valid());
            let broken = chunk.invalid();
            if broken.is_empty() {
                continue;
            }
            let at_end = chunks.peek().is_none() && unfinished(broken);
            if at_end && !last {
                self.carry = broken.to_vec();
            } else {
                text.push('\u{FFFD}');
                self.damage += 1;
            }
        }
        Cow::Owned(text)
    }

    fn utf16(&mut self, bytes: &[u8], last: bool, unit: fn([u8; 2]) -> u16) -> String {
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(bytes);
        let (pairs, odd) = joined.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        // The first half of a surrogate pair waits for the second.
        let half = units
            .last()
            .is_some_and(|unit| (0xD800..0xDC00).contains(unit))
            && !last;
        let (ready, kept) = units.split_at(units.len() - usize::from(half));
        if !last {
            self.carry = joined
                .get(joined.len() - odd.len() - kept.len() * 2..)
                .unwrap_or_default()
                .to_vec();
        }
        let mut text = String::with_capacity(ready.len() * 2);
        for c in char::decode_utf16(ready.iter().copied()) {
            self.damage += u64::from(c.is_err());
            text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        if last && !odd.is_empty() {
            self.damage += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
        text
    }
}

/// Whether more bytes could make this a character.
fn unfinished(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UnicodeOnly;

    fn in_pieces(encoding: Encoding, bytes: &[u8], size: usize, complete: bool) -> (String, u64) {
        let mut stream = TextStream::new(
            Decided {
                encoding,
                sure: true,
            },
            false,
        );
        let mut text = String::new();
        for piece in bytes.chunks(size) {
            text.push_str(&stream.push(piece, &mut UnicodeOnly).unwrap());
        }
        text.push_str(&stream.finish(complete, &mut UnicodeOnly).unwrap());
        (text, stream.damage)
    }

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let text = "\u{FEFF}编号,名称\r\n1,𠮷野家é\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for size in 1..9 {
            let expected = (text[3..].to_owned(), 0);
            assert_eq!(
                in_pieces(Encoding::Utf8, text.as_bytes(), size, true),
                expected
            );
            assert_eq!(in_pieces(Encoding::Utf16Le, &little, size, true), expected);
            assert_eq!(in_pieces(Encoding::Utf16Be, &big, size, true), expected);
        }
    }

    #[test]
    fn a_cut_character_is_not_shown_and_a_broken_one_is() {
        let bytes = "名".as_bytes();
        assert_eq!(
            in_pieces(Encoding::Utf8, &bytes[..2], 9, false),
            (String::new(), 0)
        );
        assert_eq!(
            in_pieces(Encoding::Utf8, &bytes[..2], 1, true),
            ("\u{FFFD}".into(), 1)
        );
        assert_eq!(
            in_pieces(Encoding::Utf8, b"a\xFFb", 1, true),
            ("a\u{FFFD}b".into(), 1)
        );
        assert_eq!(
            in_pieces(Encoding::Utf16Le, b"a\0b", 1, false),
            ("a".into(), 0)
        );
        assert_eq!(
            in_pieces(Encoding::Utf16Le, b"\x00\xD8", 1, false),
            (String::new(), 0)
        );
    }

    #[test]
    fn stays_open_while_only_ascii_came() {
        for size in [1, 7, 5000] {
            let mut stream = TextStream::new(
                Decided {
                    encoding: Encoding::Utf8,
                    sure: true,
                },
                true,
            );
            let mut bytes = vec![b'a'; 5000];
            bytes.extend_from_slice(b"\xB1\xE0\xBA\xC5");
            let result: Result<(), NoSuchEncoding> = bytes
                .chunks(size)
                .try_for_each(|piece| stream.push(piece, &mut UnicodeOnly).map(drop));
            assert!(result.is_ok());
            // Only here is it known that no UTF-8 follows; the decoder for it is then asked for.
            let asked = stream.finish(true, &mut UnicodeOnly).unwrap_err();
            assert_eq!(asked.label, "gb18030");
        }
    }
}
